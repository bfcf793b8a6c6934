package org.dragoman.nlp;

import java.util.List;

/**
 * The place, day and agency before a story's first sentence: "BAGHDAD, March 3 (AFP) -". It is no part of that sentence's
 * grammar, so the parser is shown the two apart.
 */
final class Dateline {
    private static final int LONGEST = 16;

    private Dateline() {}

    /**
     * Number of words of the dateline that opens a sentence, its dash included; 0 if there is none.
     *
     * @param forms the sentence's words
     */
    static int length(List<String> forms) {
        int dash = 0;
        while (dash < forms.size() && dash < LONGEST && !isDash(forms.get(dash))) {
            dash++;
        }
        if (dash == 0 || dash >= Math.min(LONGEST, forms.size() - 2) || !opensSentence(forms.get(dash + 1))) {
            return 0;
        }
        boolean place = isShouted(forms.get(0));
        boolean agency =
                forms.get(dash - 1).equals(")") && forms.subList(0, dash).contains("(");
        if (!place && !agency) {
            return 0;
        }
        for (String form : forms.subList(0, dash)) {
            if (Character.isLowerCase(form.codePointAt(0))) {
                return 0;
            }
        }
        return dash + 1;
    }

    private static boolean isDash(String form) {
        return form.equals("-") || form.equals("--") || form.equals("\u2013") || form.equals("\u2014");
    }

    private static boolean opensSentence(String form) {
        int first = form.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first) || Letters.isOpener(form.charAt(0));
    }

    private static boolean isShouted(String form) {
        return form.codePoints().filter(Character::isLetter).count() > 2
                && form.codePoints().noneMatch(Character::isLowerCase);
    }
}
