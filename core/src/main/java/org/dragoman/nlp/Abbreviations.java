package org.dragoman.nlp;

import java.util.Set;

/** Which full stops belong to the word before them, and which of these may end a sentence all the same. */
final class Abbreviations {
    private static final WordTable WORDS = WordTable.english();
    private static final Set<String> TITLES = WORDS.of("title");
    private static final Set<String> MAY_END = WORDS.of("abbreviation");
    private static final Set<String> BEFORE_NUMBER = WORDS.of("before-number");
    private static final Set<String> STARTERS = WORDS.of("starter");

    private Abbreviations() {}

    /**
     * Whether the stop at the end of {@code word} is part of it.
     *
     * @param free whether a blank follows
     */
    static boolean keepsStop(String word, boolean free) {
        if (isInitials(word) || TITLES.contains(word) || MAY_END.contains(word)) {
            return true;
        }
        return free && BEFORE_NUMBER.contains(word) && !word.equals("No.");
    }

    /**
     * Whether a sentence ends after a word with a full stop.
     *
     * @param word letters and digits before the stop, and the stop
     * @param next first word of what follows, without quotation marks
     */
    static boolean endsSentence(String word, String next) {
        if (TITLES.contains(word)) {
            return false;
        }
        if (BEFORE_NUMBER.contains(word)) {
            return !Character.isDigit(next.charAt(0))
                    && (word.equals("No.") || word.equals("Art.") || STARTERS.contains(next));
        }
        if (word.length() == 2 && Character.isUpperCase(word.charAt(0))) {
            return word.equals("I.") || (STARTERS.contains(next) && !next.equals("A"));
        }
        if (isInitials(word) || MAY_END.contains(word)) {
            return STARTERS.contains(next);
        }
        return true;
    }

    /** "J.", "U.S.", "a.m.", "Ph.D.": no more than two letters between stops. */
    private static boolean isInitials(String word) {
        int letters = 0;
        int stops = 0;
        for (int i = 0; i < word.length() - 1; i++) {
            char c = word.charAt(i);
            if (c == '.') {
                stops++;
                letters = 0;
            } else if (!Character.isLetter(c) || ++letters > 2) {
                return false;
            }
        }
        return stops > 0 || (word.length() == 2 && Character.isUpperCase(word.charAt(0)) && word.charAt(0) != 'I');
    }
}
