package org.dragoman.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * The letter shape of each word of a sentence. The encoder reads lower-cased pieces; this is how it learns that "US" is
 * not "us", and that a capital says little in a headline. The ids and their rules are the model's: training computes the
 * same.
 */
final class LetterShape {
    private static final int LOWER = 1;
    private static final int CAPITALIZED = 2;
    private static final int UPPER = 3;
    private static final int ONE_CAPITAL = 4;
    private static final int MIXED = 5;
    private static final int DIGITS = 6;
    private static final int LETTERS_AND_DIGITS = 7;
    private static final int OTHER = 8;
    private static final int CAPITALIZED_FIRST = 9;
    private static final int UPPER_AMONG_UPPER = 10;
    private static final int CAPITALIZED_IN_TITLE_CASE = 11;

    /** What a word is made of. */
    private record Letters(int upper, int lower, int letters, int digits, boolean capital) {
        static Letters of(String form) {
            int upper = 0;
            int lower = 0;
            int letters = 0;
            int digits = 0;
            int point;
            for (int i = 0; i < form.length(); i += Character.charCount(point)) {
                point = form.codePointAt(i);
                upper += Character.isUpperCase(point) ? 1 : 0;
                lower += Character.isLowerCase(point) ? 1 : 0;
                letters += Character.isLetter(point) ? 1 : 0;
                digits += Character.isDigit(point) ? 1 : 0;
            }
            boolean capital = !form.isEmpty() && Character.isUpperCase(form.codePointAt(0));
            return new Letters(upper, lower, letters, digits, capital);
        }
    }

    private LetterShape() {}

    /** Shape ids of a sentence's words, in order. */
    static List<Integer> of(List<String> forms) {
        List<Letters> words = forms.stream().map(Letters::of).toList();
        int letters = 0;
        int upper = 0;
        int longWords = 0;
        int longCapitalized = 0;
        for (Letters word : words) {
            letters += word.letters;
            upper += word.letters > 0 ? word.upper : 0;
            if (word.letters >= 4) {
                longWords++;
                longCapitalized += word.capital ? 1 : 0;
            }
        }
        boolean titled = longWords >= 3 && longCapitalized >= .7 * longWords;
        boolean shouted = letters >= 4 && upper >= .6 * letters;
        List<Integer> shapes = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            shapes.add(of(words.get(i), i == 0, titled, shouted));
        }
        return shapes;
    }

    private static int of(Letters word, boolean first, boolean titled, boolean shouted) {
        if (word.letters == 0) {
            return word.digits > 0 ? DIGITS : OTHER;
        }
        if (word.digits > 0) {
            return LETTERS_AND_DIGITS;
        }
        if (word.upper == 0) {
            return LOWER;
        }
        if (word.upper >= 2 && word.lower == 0) {
            return shouted ? UPPER_AMONG_UPPER : UPPER;
        }
        if (word.upper == 1 && word.letters == 1) {
            return ONE_CAPITAL;
        }
        if (word.capital && word.upper == 1) {
            return first ? CAPITALIZED_FIRST : titled ? CAPITALIZED_IN_TITLE_CASE : CAPITALIZED;
        }
        return MIXED;
    }
}
