package org.dragoman.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.event.Count.Kind;
import org.dragoman.event.FrameMatcher.Match;
import org.dragoman.event.Quantities.Quantity;
import org.dragoman.event.SizeWords.Part;

/**
 * How many people the acts of one sentence struck or brought together, and by what means: each number and weapon belongs to the act nearest
 * to it in the graph. Only material conflict has a size. Made for one sentence, not shared between threads.
 */
final class Sizes {
    private static final int MATERIAL_CONFLICT = 4;
    /** Relations by which an act hangs under the clause that tells what became of people: "30 died when rebels attacked". */
    private static final List<String> UNDER = List.of("nsubj", "nsubj:pass", "obl", "nmod", "advcl");

    private static final Set<String> OTHER_CLAUSE = Set.of("ccomp", "parataxis", "csubj");
    private static final Set<String> MEANS = Set.of("with", "by", "using", "from", "via", "through");
    private static final Set<String> SHOWER =
            Set.of("barrage", "volley", "salvo", "hail", "use", "firing", "launch", "launching", "wave", "series");
    private static final int DEPTH = 6;

    private final SentenceGraph graph;
    private final SizeWords words;
    private final FrameTable frames;
    private final ModalityReader modality;
    private final Quantities quantities;
    private final Map<Integer, Match> acts = new HashMap<>();
    private final Map<Match, Size> sizes = new HashMap<>();

    /** @param matches those that events are told of */
    Sizes(
            SentenceGraph graph,
            SizeWords words,
            FrameTable frames,
            ModalityReader modality,
            Quantities quantities,
            List<Match> matches) {
        this.graph = graph;
        this.words = words;
        this.frames = frames;
        this.modality = modality;
        this.quantities = quantities;
        for (Match match : matches) {
            if (match.frame().type().quad() == MATERIAL_CONFLICT) {
                acts.putIfAbsent(match.trigger(), match);
                acts.putIfAbsent(match.anchor(), match);
            }
        }
        if (acts.isEmpty()) {
            return;
        }
        for (int i = 0; i < graph.size(); i++) {
            fate(i);
            weapon(i);
        }
        for (Match match : Set.copyOf(acts.values())) {
            participants(match)
                    .flatMap(people -> quantities.all(people, false))
                    .ifPresent(quantity -> add(match, Kind.PARTICIPANTS, quantity));
        }
    }

    /** What the sentence states of an act; nothing of an act that is no material conflict. */
    Size of(Match match) {
        return sizes.getOrDefault(match, Size.UNKNOWN);
    }

    private void add(Match match, Kind kind, Quantity quantity) {
        Count count = new Count(kind, quantity.number(), quantity.stated(), quantity.words());
        sizes.merge(match, new Size(List.of(count), List.of()), Size::and);
    }

    /** What a word tells of people's fate goes to the act that did it, unless it didn't happen. */
    private void fate(int word) {
        for (Part part : Part.values()) {
            Optional<Kind> kind = kind(part, word);
            if (kind.isPresent()) {
                Optional<Match> act = act(word);
                if (act.isPresent() && (acts.containsKey(word) || happened(word))) {
                    people(part, word).ifPresent(quantity -> add(act.get(), kind.get(), quantity));
                }
                return;
            }
        }
    }

    private Optional<Kind> kind(Part part, int word) {
        boolean fits =
                switch (part) {
                    case VERB, SUBJECT -> graph.verb(word);
                    case ADJECTIVE -> true;
                    case TOLL -> graph.noun(word) && graph.childWithLemma(word, "death") != SentenceGraph.NONE;
                    case NOUN -> graph.noun(word);
                };
        if (!fits) {
            return Optional.empty();
        }
        Optional<Kind> own = words.fate(part, graph.lemma(word));
        if (own.isEmpty() && part == Part.VERB) {
            for (int child : graph.children(word)) {
                own = own.or(() -> words.fate(part, graph.lemma(word) + "_" + graph.lemma(child)));
            }
        }
        return own;
    }

    private boolean happened(int word) {
        return modality.read(graph, word, graph.noun(word)).stream().allMatch(Modality.HISTORICAL::equals);
    }

    private Optional<Quantity> people(Part part, int word) {
        return switch (part) {
            case VERB -> all(graph.object(word));
            case SUBJECT -> all(graph.subject(word));
            case ADJECTIVE -> described(word);
            case TOLL -> {
                int verb = graph.head(word);
                yield verb == SentenceGraph.NONE || !graph.is(word, "nsubj") ? Optional.empty() : reached(verb);
            }
            case NOUN -> {
                Optional<Quantity> own = quantities.all(word, false);
                yield own.isPresent() ? own : all(graph.argument(word, "of")).or(() -> all(graph.argument(word, "to")));
            }
        };
    }

    /** "rose to 47", "stood at 47", "reached 47", "is 47". */
    private Optional<Quantity> reached(int verb) {
        if (quantities.number(verb)) {
            return quantities.all(verb, false);
        }
        return all(graph.argument(verb, "to"))
                .or(() -> all(graph.argument(verb, "at")))
                .or(() -> all(graph.object(verb)));
    }

    private Optional<Quantity> all(int people) {
        return people == SentenceGraph.NONE ? Optional.empty() : quantities.all(people, true);
    }

    /** "12 people dead", "left 12 people dead", "12 are dead", "12 dead". */
    private Optional<Quantity> described(int adjective) {
        int head = graph.head(adjective);
        int subject = graph.child(adjective, "nsubj");
        if (subject != SentenceGraph.NONE) {
            return all(subject);
        }
        if (graph.is(adjective, "amod") || graph.is(adjective, "acl")) {
            return all(head);
        }
        if (graph.is(adjective, "xcomp") && head != SentenceGraph.NONE) {
            return all(graph.object(head));
        }
        return quantities.all(adjective, false);
    }

    /** The act that a word belongs to: itself, the first above it, or one under a clause above it. */
    private Optional<Match> act(int word) {
        int i = word;
        for (int step = 0; step < DEPTH && i != SentenceGraph.NONE; step++) {
            Match own = acts.get(i);
            if (own != null) {
                return Optional.of(own);
            }
            for (int child : graph.children(i)) {
                Match under = acts.get(child);
                if (under != null
                        && UNDER.contains(graph.token(child).dependency().relation())) {
                    return Optional.of(under);
                }
            }
            if (OTHER_CLAUSE.contains(graph.token(i).dependency().relation())) {
                return Optional.empty();
            }
            i = graph.head(i);
        }
        return Optional.empty();
    }

    /** Who acts, as far as people can be counted. */
    private Optional<Integer> participants(Match match) {
        List<Integer> sides = new ArrayList<>();
        String type = match.frame().type().name();
        if (type.equals("MOBILIZE")) {
            sides.add(graph.object(match.anchor()));
        }
        if (match.nominal()) {
            sides.add(graph.argument(match.trigger(), "by"));
            sides.add(graph.argument(match.trigger(), "of"));
            int verb = graph.head(match.trigger());
            if (verb != SentenceGraph.NONE && graph.is(match.trigger(), "nsubj") && words.gathers(graph.lemma(verb))) {
                sides.add(0, graph.object(verb));
            }
        } else {
            sides.add(graph.subject(match.anchor()));
        }
        return sides.stream()
                .filter(people -> people != SentenceGraph.NONE)
                .filter(people -> type.equals("PROTEST") || people(people))
                .findFirst();
    }

    /** Whether a noun, or what "dozens" are of, names people. */
    private boolean people(int noun) {
        int of = quantities.number(noun) ? graph.argument(noun, "of") : SentenceGraph.NONE;
        String lemma = graph.lemma(of == SentenceGraph.NONE ? noun : of);
        return frames.lists("person", lemma) || (frames.lists("troops", lemma) && !frames.lists("vehicle", lemma));
    }

    private void weapon(int noun) {
        Optional<String> kind = weaponKind(noun);
        if (kind.isPresent() && (acts.containsKey(noun) || used(noun, DEPTH))) {
            Size.Weapon weapon = new Size.Weapon(kind.get(), graph.token(noun).span());
            act(noun).ifPresent(match -> sizes.merge(match, new Size(List.of(), List.of(weapon)), Size::and));
        }
    }

    private Optional<String> weaponKind(int noun) {
        if (!graph.noun(noun)) {
            return Optional.empty();
        }
        for (int child : graph.children(noun)) {
            if (graph.is(child, "compound") || graph.is(child, "amod")) {
                Optional<String> two = words.weapon(graph.lemma(child) + "_" + graph.lemma(noun));
                if (two.isPresent()) {
                    return two;
                }
            }
        }
        return words.weapon(graph.lemma(noun));
    }

    /** Whether something is what an act is done with rather than done to: "with rockets", "a rocket attack", "fired rockets". */
    private boolean used(int noun, int depth) {
        int head = graph.head(noun);
        if (head == SentenceGraph.NONE || depth == 0) {
            return false;
        }
        return switch (graph.token(noun).dependency().relation()) {
            case "conj" -> graph.noun(head) && used(head, depth - 1);
            case "compound", "amod" -> acts.containsKey(head) || (method(head) && used(head, depth - 1));
            case "obl", "obl:agent" ->
                MEANS.contains(graph.preposition(noun))
                        || (graph.preposition(noun).equals("in") && frames.lists("attack", graph.lemma(noun)));
            case "nmod" ->
                (graph.preposition(noun).equals("of") && SHOWER.contains(graph.lemma(head)))
                        || MEANS.contains(graph.preposition(noun));
            case "nsubj" -> !graph.passive(head);
            case "obj", "nsubj:pass" -> words.hurled(graph.lemma(head));
            default -> false;
        };
    }

    private boolean method(int noun) {
        return frames.lists("attack", graph.lemma(noun)) || weaponKind(noun).isPresent();
    }
}
