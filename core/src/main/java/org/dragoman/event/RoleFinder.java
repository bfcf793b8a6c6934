package org.dragoman.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dragoman.event.Frame.Flag;
import org.dragoman.event.FrameMatcher.Match;
import org.dragoman.nlp.Trigger;
import org.dragoman.nlp.Trigger.Role;
import org.dragoman.text.Span;

/** Finds who did it and to whom: the coded parties in the slots of a frame that fired. Made for one sentence. */
final class RoleFinder {
    private static final Set<String> WHERE =
            Set.of("in", "at", "near", "on", "across", "around", "inside", "outside", "over");
    /** Relations of words to the head of their own noun phrase. */
    private static final Set<String> INSIDE = Set.of("det", "amod", "compound", "flat", "nummod", "nmod:desc", "fixed");

    private static final String REBELS = "REB";

    /** From here on the model's participant fills a role that the frame leaves empty. */
    private static final double LIKELY = 0.6;

    private final FrameMatcher matcher;
    private final SentenceGraph graph;
    private final Parties parties;
    private final Triggers triggers;

    RoleFinder(FrameMatcher matcher, SentenceGraph graph, Parties parties, Triggers triggers) {
        this.triggers = triggers;
        this.matcher = matcher;
        this.graph = graph;
        this.parties = parties;
    }

    /** Who did it: by the frame's slots, or whom the model sees where they name nobody. */
    List<Participant> actors(Match match) {
        List<Participant> byFrame = participants(match, match.frame().who());
        return byFrame.isEmpty() && !sufferer(match) ? seen(match, Trigger::actor) : byFrame;
    }

    /** Whether the model takes for the actor whom the verb, or the one it is coordinated with, is done to: "killed one soldier". */
    private boolean sufferer(Match match) {
        int head = triggers.at(match)
                .map(Trigger::actor)
                .flatMap(Role::word)
                .map(this::phrase)
                .orElse(SentenceGraph.NONE);
        int verb = head == SentenceGraph.NONE ? head : graph.head(head);
        int anchor = match.anchor();
        return verb != SentenceGraph.NONE
                && (graph.is(head, "obj") || graph.is(head, "nsubj:pass"))
                && (verb == anchor || (graph.is(anchor, "conj") && verb == graph.head(anchor)))
                && !match.frame().type().name().equals("MOBILIZE"); // who is deployed acts
    }

    private List<Participant> seen(Match match, Function<Trigger, Role> role) {
        return triggers.at(match)
                .map(role)
                .filter(seen -> seen.probability() >= LIKELY)
                .flatMap(Role::word)
                .map(this::phrase)
                .filter(head -> !speaks(head, match))
                .map(head -> members(head, match))
                .orElse(List.of());
    }

    /** Whether somebody only speaks of an act that a noun names: "Israel condemned the attack". */
    private boolean speaks(int head, Match match) {
        int verb = match.nominal() ? graph.head(match.trigger()) : SentenceGraph.NONE;
        return verb != SentenceGraph.NONE
                && graph.verb(verb)
                && graph.subject(verb) == head
                && matcher.at(verb)
                        .filter(speech -> speech.frame().type().quad() % 2 == 1)
                        .isPresent();
    }

    /** The head of the noun phrase that a word belongs to. */
    private int phrase(Span word) {
        int token = graph.sentence().tokensIn(word).get(0).index();
        while (INSIDE.contains(graph.sentence().token(token).dependency().relation())
                && graph.noun(graph.head(token))) {
            token = graph.head(token);
        }
        return token;
    }

    /** Every side named in a slot, in order of the frame's slots; the first slot that names a coded party counts. */
    List<Participant> participants(Match match, List<String> slots) {
        for (String slot : slots) {
            List<Participant> found = participants(match, slot);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whether the other side is named beside the act ("with", "between") rather than in a complement. */
    boolean addresses(Match match, List<Participant> actors) {
        return match.frame().whom().stream()
                .anyMatch(slot -> !slot.equals("comp")
                        && !others(participants(match, slot), actors).isEmpty());
    }

    /**
     * Who it is done to, other than the actors: by the frame's slots, else the first other party inside what fills them or
     * the trigger's object, else whom the model sees. What is the actor's own ("its troops") counts only if there is nobody else.
     */
    List<Participant> recipients(Match match, List<Participant> actors) {
        List<Participant> byFrame = byFrame(match, actors);
        boolean silent = byFrame.isEmpty() && !agentless(match);
        return silent ? others(seen(match, Trigger::recipient), actors) : byFrame;
    }

    private List<Participant> byFrame(Match match, List<Participant> actors) {
        List<String> slots = match.frame().whom();
        String type = match.frame().type().name();
        List<Participant> own = List.of();
        for (String slot : slots) {
            List<Participant> found = others(participants(match, slot), actors);
            if (found.isEmpty()) {
                continue;
            }
            if (!possessed(slot, match)) {
                return found;
            }
            own = own.isEmpty() ? found : own;
        }
        if (agentless(match)) {
            return own;
        }
        List<Participant> found = foreign(slots, match, false);
        if (found.isEmpty() && !slots.isEmpty()) {
            int object = graph.noun(match.trigger()) ? match.trigger() : graph.child(match.trigger(), "obj");
            found = foreign(object, match, false);
            boolean deep = Set.of("ACCUSE", "SUPPORT", "AGREE", "AID").contains(type);
            if (found.isEmpty() && deep) {
                found = foreign(object, match, true);
            }
            if (found.isEmpty() && deep) {
                found = foreign(slots, match, true);
            }
        }
        if (found.isEmpty() && type.equals("THREATEN") && slots.contains("comp")) {
            found = foreign(graph.complement(match.trigger()), match, true);
        }
        found = others(found, actors);
        return found.isEmpty() ? own : found;
    }

    /** Whether an attack is condemned of which nobody says who made it. */
    private boolean agentless(Match match) {
        int object = graph.object(match.trigger());
        return match.frame().type().name().equals("ACCUSE")
                && object != SentenceGraph.NONE
                && graph.noun(object)
                && matcher.at(object)
                        .filter(act ->
                                act.nominal() && act.frame().type().name().equals("ASSAULT"))
                        .isPresent();
    }

    private static List<Participant> others(List<Participant> found, List<Participant> actors) {
        return found.stream()
                .filter(party -> actors.stream()
                        .noneMatch(actor -> actor.span().equals(party.span())
                                || actor.actor().equals(party.actor())))
                .toList();
    }

    /** Whether what fills the slot is somebody's own by a pronoun: "its troops". */
    private boolean possessed(String slot, Match match) {
        int filler = Set.of("comp", "speaker", "mod").contains(slot)
                ? SentenceGraph.NONE
                : matcher.filler(slot, match.trigger());
        int possessor = filler == SentenceGraph.NONE ? filler : graph.child(filler, "nmod:poss");
        return possessor != SentenceGraph.NONE && graph.token(possessor).upos().equals("PRON");
    }

    private List<Participant> participants(Match match, String slot) {
        int trigger = match.trigger();
        if (slot.equals("speaker")) {
            return parties.speaker(trigger).stream().toList();
        }
        if (slot.equals("mod")) {
            int modifier = parties.modifier(trigger);
            return modifier == SentenceGraph.NONE
                    ? parties.doer(trigger).stream().toList()
                    : members(modifier, match);
        }
        if (slot.equals("comp")) {
            return complement(match);
        }
        int filler = matcher.filler(slot, trigger);
        boolean purpose = filler == SentenceGraph.NONE
                && slot.equals("subj")
                && graph.is(trigger, "acl")
                && !graph.passive(trigger);
        if (purpose && graph.noun(graph.head(trigger))) {
            return parties.doer(graph.head(trigger)).stream().toList(); // "Iraqi operations to retake the city"
        }
        return filler == SentenceGraph.NONE ? List.of() : members(filler, match);
    }

    private List<Participant> members(int head, Match match) {
        // Condemning an attack is directed at who attacked.
        if (Set.of("ACCUSE", "SUPPORT").contains(match.frame().type().name()) && graph.noun(head)) {
            Optional<Match> act = matcher.at(head).filter(Match::nominal);
            if (act.isPresent()) {
                return participants(act.get(), List.of("by", "poss", "mod"));
            }
        }
        List<Participant> members = parties.all(head);
        if (members.isEmpty()
                && (match.frame().is(Flag.PERSON) || match.frame().type().quad() >= 3)) {
            return parties.anybody(head).stream().toList();
        }
        return members;
    }

    /** The party a complement clause is about: its own subject, else its own recipient, else the first party in it. */
    private List<Participant> complement(Match match) {
        int clause = graph.complement(match.trigger());
        if (clause == SentenceGraph.NONE) {
            return List.of();
        }
        int subject = graph.child(clause, "nsubj");
        if (subject == SentenceGraph.NONE) {
            subject = graph.child(clause, "nsubj:pass");
        }
        if (subject == SentenceGraph.NONE) {
            subject = strayed(match.trigger(), clause);
        }
        if (subject != SentenceGraph.NONE && parties.coded(subject)) {
            return members(subject, match);
        }
        Optional<Match> act = matcher.at(clause);
        if (act.isPresent()) {
            List<Participant> recipients =
                    participants(act.get(), act.get().frame().whom());
            if (!recipients.isEmpty()) {
                return recipients;
            }
        }
        return foreign(clause, match, false);
    }

    /** A second subject of the verb, between it and its clause, is the clause's: a slip of the parser. */
    private int strayed(int verb, int clause) {
        for (int child : graph.children(verb)) {
            if (graph.is(child, "nsubj") && child > verb && child < clause) {
                return child;
            }
        }
        return SentenceGraph.NONE;
    }

    /** The first other party inside what fills the slots, but for the complement. */
    private List<Participant> foreign(List<String> slots, Match match, boolean deep) {
        for (String slot : slots) {
            List<Participant> found =
                    slot.equals("comp") ? List.of() : foreign(matcher.filler(slot, match.trigger()), match, deep);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * The first party in the phrase or clause of {@code top} other than the actor: a recipient that no slot names.
     *
     * @param deep whether clauses inside it count
     */
    private List<Participant> foreign(int top, Match match, boolean deep) {
        if (top == SentenceGraph.NONE) {
            return List.of();
        }
        boolean words = deep || match.frame().type().quad() == 3;
        int holder = graph.subject(match.anchor());
        boolean friendly = match.frame().type().quad() < 3;
        String own = holder == SentenceGraph.NONE ? "" : side(holder);
        for (int i = top + 1; i < graph.size(); i++) {
            if (graph.noun(i) && within(top, i, deep) && !(words && place(i))) {
                String side = side(i);
                if (!side.isEmpty() && !side.equals(own) && !(friendly && side.equals(REBELS))) {
                    return members(i, match);
                }
            }
        }
        return List.of();
    }

    /** Whether a token stands in the phrase or clause of {@code top}; unless {@code deep}, not in a clause inside it. */
    private boolean within(int top, int token, boolean deep) {
        for (int i = token; i != SentenceGraph.NONE; i = graph.head(i)) {
            if (i == top) {
                return true;
            }
            boolean clause = graph.is(i, "acl") || graph.is(i, "advcl") || graph.is(i, "ccomp");
            if ((clause && !deep) || graph.is(i, "parataxis")) {
                return false;
            }
        }
        return false;
    }

    /** Where it happened rather than whom it is said of: "the attack in Paris". */
    private boolean place(int token) {
        int head = token;
        while (graph.preposition(head).isEmpty()
                && (graph.is(head, "appos") || graph.is(head, "conj"))
                && parties.located(graph.head(head))) {
            head = graph.head(head);
        }
        return WHERE.contains(graph.preposition(head)) && parties.located(token);
    }

    /** The country of a party, or {@link #REBELS} for an armed group that is no country's; empty if it is neither. */
    private String side(int token) {
        return parties.at(token)
                .map(Participant::actor)
                .map(actor -> actor.country().isEmpty() && actor.sector().equals(REBELS) ? REBELS : actor.country())
                .orElse("");
    }
}
