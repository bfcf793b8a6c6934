package org.dragoman.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must stand, or must not stand, around a frame's trigger: a slot, perhaps with certain words in it.
 *
 * @param slot an argument ({@code obj}, a preposition) or a property of the clause ({@code passive})
 * @param words lemmas of which one must head what fills the slot; empty if any will do
 * @param kind what the filler must be ({@code party}, {@code armed}, {@code place}, {@code menace}, {@code promise}); empty if anything
 * @param negated whether the condition must fail
 */
record Condition(String slot, Set<String> words, String kind, boolean negated) {
    private static final String WORDS = "=";
    private static final String KIND = ":";

    private static final Set<String> KINDS = Set.of("", "party", "armed", "place", "menace", "promise");

    Condition {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("unknown kind of filler :" + kind);
        }
        words = Set.copyOf(words);
    }

    /** Conditions of which one must hold; one alone may be negated. */
    record AnyOf(List<Condition> alternatives) {
        AnyOf {
            alternatives = List.copyOf(alternatives);
        }

        /**
         * Reads {@code obj=@aid|money}, {@code with|against}, {@code obj:party|obj=@place|base}, {@code !passive}: a piece
         * without {@code =} or {@code :} is one more word of the words before it, else one more slot.
         *
         * @param lists word lists by name
         * @throws IllegalArgumentException if a list or kind is unknown
         */
        static AnyOf parse(String term, Map<String, Set<String>> lists) {
            boolean negated = term.startsWith("!");
            List<Condition> alternatives = new ArrayList<>();
            String slot = "";
            Set<String> words = new HashSet<>();
            for (String piece : (negated ? term.substring(1) : term).split("\\|", -1)) {
                if (piece.contains(WORDS)) {
                    flush(slot, words, negated, alternatives);
                    slot = piece.substring(0, piece.indexOf(WORDS));
                    addWord(piece.substring(piece.indexOf(WORDS) + 1), lists, words);
                } else if (piece.contains(KIND)) {
                    flush(slot, words, negated, alternatives);
                    slot = "";
                    int colon = piece.indexOf(KIND);
                    alternatives.add(
                            new Condition(piece.substring(0, colon), Set.of(), piece.substring(colon + 1), negated));
                } else if (slot.isEmpty()) {
                    alternatives.add(new Condition(piece, Set.of(), "", negated));
                } else {
                    addWord(piece, lists, words);
                }
            }
            flush(slot, words, negated, alternatives);
            return new AnyOf(alternatives);
        }

        private static void flush(String slot, Set<String> words, boolean negated, List<Condition> alternatives) {
            if (!slot.isEmpty()) {
                alternatives.add(new Condition(slot, words, "", negated));
                words.clear();
            }
        }

        private static void addWord(String word, Map<String, Set<String>> lists, Set<String> words) {
            if (word.startsWith("@")) {
                Set<String> list = lists.get(word.substring(1));
                if (list == null) {
                    throw new IllegalArgumentException("unknown list " + word);
                }
                words.addAll(list);
            } else {
                words.add(word);
            }
        }
    }
}
