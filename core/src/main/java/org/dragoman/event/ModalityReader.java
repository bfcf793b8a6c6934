package org.dragoman.event;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.table.Table;

/**
 * Reads from auxiliaries, negation, conditions and embedding words whether an act happened. The words stand in {@code
 * embedding.tsv}. Immutable.
 */
final class ModalityReader {
    private static final Set<String> WILL = Set.of("will", "shall", "'ll", "wo");
    private static final Set<String> MAY =
            Set.of("may", "might", "can", "could", "would", "should", "must", "ought", "ca");
    private static final Set<String> NOT =
            Set.of("not", "n't", "never", "neither", "nor", "hardly", "barely", "without");
    private static final Set<String> IF = Set.of("if", "unless", "whether", "until", "lest", "before", "should");
    private static final Set<String> OBLIQUE = Set.of("of", "from", "for", "against", "about", "in");
    private static final Set<String> DECADES = Set.of("decade", "century");

    private final Map<String, Embedding> embeddings = new HashMap<>();

    private enum Effect {
        FACT,
        HYPOTHETICAL,
        NEGATED,
        FUTURE,
        UNSAID
    }

    private record Embedding(Effect clause, Effect noun) {}

    private ModalityReader() {}

    /** @throws IllegalStateException if the shipped table is damaged: file and line named */
    static ModalityReader open() {
        ModalityReader reader = new ModalityReader();
        for (Table.Row row : Table.rows(ModalityReader.class, "embedding.tsv", 3)) {
            reader.embeddings.put(row.cell(0), new Embedding(effect(row, 1), effect(row, 2)));
        }
        return reader;
    }

    private static Effect effect(Table.Row row, int column) {
        return switch (row.cell(column)) {
            case "" -> Effect.UNSAID;
            case "fact" -> Effect.FACT;
            case "hypothetical" -> Effect.HYPOTHETICAL;
            case "negated" -> Effect.NEGATED;
            case "future" -> Effect.FUTURE;
            default -> throw row.problem("unknown effect " + row.cell(column));
        };
    }

    /**
     * How the act stands to the facts.
     *
     * @param anchor the verb that says it, or the noun that names it alone
     * @param nominal whether it is such a noun
     */
    EnumSet<Modality> read(SentenceGraph graph, int anchor, boolean nominal) {
        EnumSet<Modality> found = EnumSet.noneOf(Modality.class);
        int i = graph.is(anchor, "aux") && graph.head(anchor) != SentenceGraph.NONE ? graph.head(anchor) : anchor;
        if (nominal) {
            noun(graph, i, found);
        } else {
            clause(graph, i, found);
        }
        if (historical(graph, i)) {
            found.add(Modality.HISTORICAL);
        }
        return found;
    }

    /** A noun for an act is what its governor makes of it: "the threat of attack", "to prevent an attack". */
    private void noun(SentenceGraph graph, int noun, Set<Modality> found) {
        int i = noun;
        for (int head = graph.head(i); head != SentenceGraph.NONE; head = graph.head(i)) {
            boolean argument = graph.is(i, "nmod")
                    || graph.is(i, "obj")
                    || graph.is(i, "obl")
                    || graph.is(i, "nsubj:pass")
                    || graph.is(i, "conj");
            if (!argument) {
                break;
            }
            apply(embedding(graph, head).noun, found);
            if (graph.verb(head)) {
                break;
            }
            i = head;
        }
        if (graph.childWithLemma(noun, "no") != SentenceGraph.NONE) {
            found.add(Modality.NEGATED);
        }
    }

    private void clause(SentenceGraph graph, int anchor, Set<Modality> found) {
        int i = anchor;
        boolean direct = true;
        for (int head = graph.head(i); ; head = graph.head(i)) {
            own(graph, i, found);
            if (head == SentenceGraph.NONE) {
                return;
            }
            Embedding embedding = embedding(graph, head);
            boolean infinitive = graph.marked(i, "to");
            if (graph.is(i, "csubj") && graph.token(i).xpos().equals("VBG") && !past(graph, head)) {
                found.add(Modality.HYPOTHETICAL); // "defeating them will take time"
                return;
            }
            if (graph.is(i, "xcomp") || graph.is(i, "ccomp") || graph.is(i, "csubj")) {
                boolean open = graph.is(i, "xcomp")
                        && (infinitive || !graph.token(i).xpos().equals("VBG"));
                apply(
                        embedding.clause != Effect.UNSAID ? embedding.clause : open ? Effect.HYPOTHETICAL : Effect.FACT,
                        found);
                boolean told =
                        graph.is(i, "ccomp") && (embedding.clause == Effect.UNSAID || embedding.clause == Effect.FACT);
                if (told || embedding.clause == Effect.HYPOTHETICAL) {
                    return;
                }
            } else if (graph.is(i, "advcl")) {
                if (infinitive) {
                    apply(embedding.clause == Effect.FACT ? Effect.FACT : Effect.HYPOTHETICAL, found);
                    return;
                }
                if (graph.child(i, "mark") != SentenceGraph.NONE) {
                    if (OBLIQUE.contains(graph.lemma(graph.child(i, "mark")))) {
                        apply(embedding.clause, found);
                    }
                    return;
                }
            } else if (graph.is(i, "acl")) {
                if (infinitive) {
                    apply(embedding.clause == Effect.FACT ? Effect.FACT : Effect.HYPOTHETICAL, found);
                } else if (!graph.is(i, "acl:relcl")) {
                    apply(embedding.noun, found);
                    noun(graph, head, found);
                }
                return;
            } else if (graph.is(i, "conj") && (graph.verb(head) || graph.predicative(head))) {
                if (graph.child(i, "aux") != SentenceGraph.NONE || graph.child(i, "nsubj") != SentenceGraph.NONE) {
                    direct = false;
                }
            } else {
                return;
            }
            if (!direct) {
                return;
            }
            i = head;
        }
    }

    /** What a clause says about itself. */
    private void own(SentenceGraph graph, int i, Set<Modality> found) {
        for (int child : graph.children(i)) {
            String lemma = graph.lemma(child);
            if (graph.is(child, "aux")) {
                if (WILL.contains(lemma)) {
                    found.add(Modality.FUTURE);
                } else if (lemma.equals("would") && reported(graph, i)) {
                    found.add(Modality.FUTURE);
                } else if (MAY.contains(lemma)) {
                    found.add(Modality.HYPOTHETICAL);
                }
            } else if (NOT.contains(lemma) || (lemma.equals("no") && graph.is(child, "advmod"))) {
                found.add(Modality.NEGATED);
            } else if (graph.is(child, "mark") && IF.contains(lemma)) {
                found.add(Modality.HYPOTHETICAL);
            } else if (graph.is(child, "advmod") && Set.of("when", "whenever").contains(lemma) && future(graph, i)) {
                found.add(Modality.HYPOTHETICAL);
            }
        }
        for (String relation : List.of("obj", "nsubj:pass", "nsubj")) {
            int argument = graph.child(i, relation);
            if (argument != SentenceGraph.NONE
                    && (graph.lemma(argument).equals("nobody")
                            || graph.childWithLemma(argument, "no") != SentenceGraph.NONE)) {
                found.add(Modality.NEGATED);
            }
        }
    }

    /** "would" under a verb of saying is the past's "will". */
    private boolean reported(SentenceGraph graph, int i) {
        int head = graph.head(i);
        return head != SentenceGraph.NONE && (graph.is(i, "ccomp") || graph.is(i, "parataxis"));
    }

    private boolean future(SentenceGraph graph, int i) {
        int head = graph.head(i);
        if (head != SentenceGraph.NONE) {
            for (int child : graph.children(head)) {
                if (graph.is(child, "aux") && WILL.contains(graph.lemma(child))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean past(SentenceGraph graph, int i) {
        for (int child : graph.children(i)) {
            boolean finite = graph.is(child, "aux") || graph.is(child, "cop");
            if (finite && graph.token(child).xpos().equals("VBD")) {
                return true;
            }
        }
        return graph.token(i).xpos().equals("VBD");
    }

    private Embedding embedding(SentenceGraph graph, int governor) {
        return embeddings.getOrDefault(graph.lemma(governor), new Embedding(Effect.UNSAID, Effect.UNSAID));
    }

    private static void apply(Effect effect, Set<Modality> found) {
        switch (effect) {
            case HYPOTHETICAL -> found.add(Modality.HYPOTHETICAL);
            case NEGATED -> found.add(Modality.NEGATED);
            case FUTURE -> found.add(Modality.FUTURE);
            case FACT, UNSAID -> {}
        }
    }

    /** Dated by a bare year ("in 1982") or by decades: news gives the year alone only for what is long past. */
    private static boolean historical(SentenceGraph graph, int anchor) {
        for (int child : graph.children(anchor)) {
            if (!graph.is(child, "obl") && !graph.is(child, "nmod") && !graph.is(child, "advmod")) {
                continue;
            }
            if (bareYear(graph, child) || DECADES.contains(graph.lemma(child))) {
                return true;
            }
            if (graph.lemma(child).equals("ago")) {
                for (int unit : graph.children(child)) {
                    if (graph.lemma(unit).equals("year") || DECADES.contains(graph.lemma(unit))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean bareYear(SentenceGraph graph, int token) {
        String form = graph.token(token).form();
        if (form.length() != 4 || !(form.startsWith("1") || form.startsWith("20"))) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            if (!Character.isDigit(form.charAt(i))) {
                return false;
            }
        }
        return Set.of("in", "since", "during", "of", "").contains(graph.preposition(token));
    }
}
