package org.dragoman.article;

/** What running text looks like, in any script. */
final class Prose {
    /** A character of a script written without spaces tells about as much as this many letters. */
    private static final int LETTERS_PER_IDEOGRAPH = 3;

    private static final int SHORTEST = 60;
    private static final int LONG = 250;
    private static final int LONGEST_TITLE = 250;
    private static final String SENTENCE_ENDS = ".!?…。！？।۔؟";
    private static final String CLOSERS = "\"'”’»›)]」』“";

    private Prose() {}

    /** Length in letters of alphabetic writing, so that scripts compare. */
    static int length(CharSequence text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            length += character >= 0x3040 && character <= 0xd7a3 ? LETTERS_PER_IDEOGRAPH : 1;
        }
        return length;
    }

    /** Does the text end as a sentence does, quotes and brackets aside? */
    static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && SENTENCE_ENDS.indexOf(text.charAt(end - 1)) >= 0;
    }

    /** A paragraph of running text, not a headline, label or list of links. */
    static boolean isParagraph(String text) {
        int length = length(text);
        return length >= LONG || (length >= SHORTEST && endsSentence(text));
    }

    /** Could be a headline: short, more than a word or two, not ending in a full stop. */
    static boolean isTitleLike(String text) {
        int length = length(text);
        return length >= 8
                && length <= LONGEST_TITLE
                && !(text.endsWith(".") && !text.endsWith("...") && length > 80)
                && !text.endsWith(":");
    }
}
