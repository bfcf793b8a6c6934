package org.dragoman.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.event.Condition.AnyOf;
import org.dragoman.event.Frame.Flag;
import org.dragoman.event.Frame.PartOfSpeech;
import org.dragoman.nlp.Trigger;

/** Finds the frames in one sentence and what fills their slots. Made for one sentence, not shared between threads. */
final class FrameMatcher {
    private static final Set<String> DEFINITE = Set.of("the", "this", "these", "that", "those");
    private static final Set<String> WILL = Set.of("will", "would", "can", "could", "shall", "'ll", "wo");
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "us", "me");
    private static final int DEPTH = 4;

    private final FrameTable table;
    private final Ontology ontology;
    private final SentenceGraph graph;
    private final Parties parties;
    private final Triggers triggers;

    /**
     * A frame found.
     *
     * @param trigger the token that names the act
     * @param anchor the token whose clause tells whether it happened: the light verb, or the trigger itself
     */
    record Match(Frame frame, int trigger, int anchor) {
        boolean nominal() {
            return frame.partOfSpeech() == PartOfSpeech.NOUN && trigger == anchor;
        }
    }

    FrameMatcher(FrameTable table, Ontology ontology, SentenceGraph graph, Parties parties, Triggers triggers) {
        this.table = table;
        this.ontology = ontology;
        this.graph = graph;
        this.parties = parties;
        this.triggers = triggers;
    }

    /**
     * Every frame that codes something, in text order. A noun for an act that is no more than an argument of another act
     * ("agreed to mediation") is left to that act; violence counts wherever it is named ("condemned the attack").
     */
    List<Match> all() {
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            at(i).filter(match -> !match.frame().is(Flag.DROP)).ifPresent(all::add);
        }
        List<Match> own = new ArrayList<>(all);
        own.removeIf(match -> match.nominal()
                && !match.frame().type().name().equals("ASSAULT")
                && all.stream().anyMatch(other -> argumentOf(match, other)));
        return own;
    }

    private boolean argumentOf(Match noun, Match act) {
        int i = noun.trigger();
        while (i != SentenceGraph.NONE && graph.noun(i)) {
            i = graph.head(i);
        }
        return i != SentenceGraph.NONE && (i == act.trigger() || i == act.anchor());
    }

    /** The frame that fires at {@code trigger}: the first, most specific one whose conditions hold. */
    Optional<Match> at(int trigger) {
        return at(trigger, DEPTH);
    }

    private Optional<Match> at(int trigger, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        return first(table.frames(graph.lemma(trigger)), trigger, depth);
    }

    /**
     * What the model is sure of and no frame knows, in text order. A word that only carries what frames have found, as their
     * light verb or as the verb above them ("failed to attack"), tells nothing of its own.
     *
     * @param all the frames found
     */
    List<Match> learned(List<Match> all) {
        Set<Integer> told = new HashSet<>();
        all.forEach(match -> told.addAll(List.of(match.trigger(), match.anchor())));
        List<Match> learned = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            Optional<Trigger> sure = triggers.sure(i);
            boolean carries = told.contains(i) || told.contains(graph.complement(i));
            if (sure.isPresent() && !carries && !names(i) && at(i).isEmpty()) {
                first(table.learned(sure.get().type()), i, DEPTH).ifPresent(learned::add);
            }
        }
        return learned;
    }

    /** "the airfield, also called Q-West": who is named so does nothing. */
    private boolean names(int verb) {
        return table.lists("naming", graph.lemma(verb)) && graph.is(verb, "acl") && graph.passive(verb);
    }

    private Optional<Match> first(List<Frame> frames, int trigger, int depth) {
        for (Frame frame : frames) {
            int anchor = anchor(frame, trigger);
            if (anchor != SentenceGraph.NONE && rest(frame, trigger) && holds(frame, trigger, depth)) {
                return Optional.of(new Match(frame, trigger, anchor));
            }
        }
        return Optional.empty();
    }

    private int anchor(Frame frame, int trigger) {
        return switch (frame.partOfSpeech()) {
            case VERB ->
                graph.verb(trigger) && !graph.is(trigger, "amod") && !graph.is(trigger, "compound")
                        ? trigger
                        : SentenceGraph.NONE;
            case PREDICATE -> graph.predicative(trigger) ? trigger : SentenceGraph.NONE;
            case NOUN -> {
                if (!graph.noun(trigger) || graph.is(trigger, "compound")) {
                    yield SentenceGraph.NONE;
                }
                int light = lightVerb(trigger);
                if (light != SentenceGraph.NONE && frame.is(Flag.LIGHT)) {
                    yield light;
                }
                yield frame.is(Flag.NOMINAL) && specific(trigger) ? trigger : SentenceGraph.NONE;
            }
        };
    }

    /** The verb that does no more than say that the noun's act takes place; {@link SentenceGraph#NONE} if there is none. */
    private int lightVerb(int noun) {
        int head = graph.head(noun);
        if (head == SentenceGraph.NONE) {
            return SentenceGraph.NONE;
        }
        if (graph.is(noun, "conj") && graph.noun(head)) {
            return lightVerb(head);
        }
        boolean object = graph.is(noun, "obj") || graph.is(noun, "nsubj:pass");
        if (object && graph.verb(head) && table.lists("light", graph.lemma(head))) {
            return head;
        }
        for (int child : graph.children(noun)) {
            if (graph.is(child, "acl") && table.lists("light", graph.lemma(child)) && graph.object(child) == noun) {
                return child;
            }
        }
        return SentenceGraph.NONE;
    }

    /** Whether a noun for an act means one specific past act: it is definite, dated, counted, or names who or where. */
    private boolean specific(int noun) {
        for (int child : graph.children(noun)) {
            String lemma = graph.lemma(child);
            if (graph.is(child, "det")) {
                if (Set.of("any", "no", "every", "such", "some", "all").contains(lemma)) {
                    return false;
                }
                if (DEFINITE.contains(lemma)) {
                    return true;
                }
            }
            if (graph.is(child, "nmod:poss") || graph.is(child, "nummod")) {
                return true;
            }
            boolean modifier = graph.is(child, "nmod") || graph.is(child, "compound") || graph.is(child, "amod");
            if (modifier && parties.coded(child)) {
                return true;
            }
        }
        return false;
    }

    private boolean rest(Frame frame, int trigger) {
        for (String word : frame.rest()) {
            if (graph.childWithLemma(trigger, word) == SentenceGraph.NONE && !graph.hasOblique(trigger, word)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Frame frame, int trigger, int depth) {
        for (AnyOf need : frame.needs()) {
            boolean any = false;
            boolean negated = false;
            for (Condition condition : need.alternatives()) {
                any |= holds(condition, trigger, depth);
                negated |= condition.negated();
            }
            if (any == negated) {
                return false;
            }
        }
        return true;
    }

    /** Whether the condition holds, were it not negated. */
    private boolean holds(Condition condition, int trigger, int depth) {
        return switch (condition.slot()) {
            case "passive" -> graph.passive(trigger);
            case "pred" -> graph.predicative(trigger);
            case "neg" -> negated(trigger);
            case "future" -> auxiliary(trigger, WILL);
            case "progressive" -> graph.token(trigger).xpos().equals("VBG") || auxiliary(trigger, Set.of("continue"));
            case "plural" -> plural(trigger);
            case "quoted" -> parties.quoted(trigger) || FIRST_PERSON.contains(lemma(graph.subject(clause(trigger))));
            case "case" -> condition.words().contains(graph.preposition(trigger));
            case "sentence" -> anywhere(condition.words());
            case "subj-of" -> {
                int head = graph.head(trigger);
                yield head != SentenceGraph.NONE
                        && graph.is(trigger, "nsubj")
                        && condition.words().contains(graph.lemma(head));
            }
            case "mod" ->
                condition.kind().isEmpty()
                        ? modifier(trigger, condition.words())
                        : parties.modifier(trigger) != SentenceGraph.NONE;
            default -> filled(condition, trigger, depth);
        };
    }

    private boolean filled(Condition condition, int trigger, int depth) {
        int filler = filler(condition.slot(), trigger);
        if (filler == SentenceGraph.NONE) {
            return false;
        }
        if (!condition.words().isEmpty()) {
            for (int member : graph.members(filler)) {
                if (condition.words().contains(graph.lemma(member)) || modifier(member, condition.words())) {
                    return true;
                }
            }
            return false;
        }
        return switch (condition.kind()) {
            case "" -> true;
            case "party" -> parties.named(filler);
            case "armed" -> parties.armed(filler);
            case "place" -> parties.located(filler);
            case "menace" -> announces(filler, "THREATEN", depth - 1);
            case "promise" -> announces(filler, "AGREE", depth - 1);
            default -> throw new AssertionError(condition.kind());
        };
    }

    /** What fills a slot of the trigger's clause; {@link SentenceGraph#NONE} if nothing does. */
    int filler(String slot, int trigger) {
        return switch (slot) {
            case "subj" -> {
                int clause = clause(trigger);
                yield graph.token(clause).upos().equals("ADJ") ? graph.surface(clause) : graph.subject(clause);
            }
            case "obj" -> graph.object(trigger);
            case "iobj" -> graph.child(trigger, "iobj");
            case "comp" -> graph.complement(trigger);
            case "xcomp" -> graph.child(trigger, "xcomp");
            case "ccomp" -> graph.child(trigger, "ccomp");
            case "poss" -> graph.child(trigger, "nmod:poss");
            case "light" -> {
                int light = lightVerb(trigger);
                yield light == SentenceGraph.NONE ? light : graph.subject(light);
            }
            default -> {
                int found = graph.argument(trigger, slot);
                int light =
                        found == SentenceGraph.NONE && graph.noun(trigger) ? lightVerb(trigger) : SentenceGraph.NONE;
                yield light == SentenceGraph.NONE ? found : graph.argument(light, slot);
            }
        };
    }

    /** The predicate whose subject counts: an auxiliary's main verb, else the trigger. */
    int clause(int trigger) {
        return graph.is(trigger, "aux") && graph.head(trigger) != SentenceGraph.NONE ? graph.head(trigger) : trigger;
    }

    /** Whether the clause's own act, if announced, would be of that type. */
    private boolean announces(int predicate, String type, int depth) {
        int act = predicate;
        for (int step = 0; step < DEPTH && act != SentenceGraph.NONE; step++) {
            Optional<Match> match = at(act, depth);
            if (match.isEmpty()) {
                int object = graph.child(act, "obj");
                match = object == SentenceGraph.NONE ? match : at(object, depth).filter(noun -> !noun.nominal());
            }
            if (match.isPresent()) {
                return ontology.announced(match.get().frame().type())
                        .type()
                        .name()
                        .equals(type);
            }
            if (type.equals("THREATEN") && table.lists("hostile", graph.lemma(act))) {
                return true;
            }
            act = graph.child(act, "xcomp");
        }
        return false;
    }

    private boolean modifier(int token, Set<String> words) {
        for (int child : graph.children(token)) {
            if ((graph.is(child, "amod") || graph.is(child, "compound") || graph.is(child, "nmod"))
                    && words.contains(graph.lemma(child))
                    && !(graph.is(child, "nmod") && !graph.preposition(child).equals("of"))) {
                return true;
            }
        }
        return false;
    }

    private boolean negated(int trigger) {
        int clause = clause(trigger);
        for (int child : graph.children(clause)) {
            if (Set.of("not", "n't", "never").contains(graph.lemma(child))
                    || (graph.lemma(child).equals("no") && graph.is(child, "advmod"))) {
                return true;
            }
        }
        int object = graph.child(clause, "obj");
        return object != SentenceGraph.NONE && graph.childWithLemma(object, "no") != SentenceGraph.NONE;
    }

    private boolean auxiliary(int trigger, Set<String> lemmas) {
        for (int child : graph.children(trigger)) {
            if (graph.is(child, "aux") && lemmas.contains(graph.lemma(child))) {
                return true;
            }
        }
        int head = graph.head(trigger);
        return graph.is(trigger, "xcomp") && lemmas.contains(lemma(head));
    }

    private boolean plural(int trigger) {
        int subject = graph.noun(trigger) ? trigger : graph.subject(trigger);
        return subject != SentenceGraph.NONE
                && (graph.members(subject).size() > 1
                        || graph.token(subject).xpos().endsWith("S"));
    }

    private boolean anywhere(Set<String> words) {
        for (int i = 0; i < graph.size(); i++) {
            if (words.contains(graph.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    private String lemma(int token) {
        return token == SentenceGraph.NONE ? "" : graph.lemma(token);
    }
}
