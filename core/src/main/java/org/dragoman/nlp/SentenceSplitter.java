package org.dragoman.nlp;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/**
 * Finds where sentences begin and end. A line break always ends one; within a line it is {@code . ! ? …} with the quotation
 * marks and brackets closed behind it, unless the stop is an abbreviation's or the text goes on in lower case. Immutable.
 */
final class SentenceSplitter {
    /**
     * The sentences of a text.
     *
     * @return spans in order, without blanks at their edges, that hold every character that isn't blank
     */
    List<Span> split(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = -1;
        int last = -1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Letters.isBlank(c)) {
                if (start >= 0 && Letters.isLineBreak(c)) {
                    sentences.add(new Span(start, last));
                    start = -1;
                }
                at++;
                continue;
            }
            int end = chunkEnd(text, at);
            if (start >= 0 && endsSentence(text, start, last, at, end)) {
                sentences.add(new Span(start, last));
                start = -1;
            }
            if (start < 0) {
                start = at;
            }
            last = end;
            at = end;
        }
        if (start >= 0) {
            sentences.add(new Span(start, last));
        }
        return sentences;
    }

    private static int chunkEnd(String text, int at) {
        int end = at + 1;
        while (end < text.length() && !Letters.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether the sentence from {@code start} ends at {@code last}, before the chunk from {@code next} to {@code end}. */
    private static boolean endsSentence(String text, int start, int last, int next, int end) {
        int stop = last;
        while (stop > start && Letters.isCloser(text.charAt(stop - 1))) {
            stop--;
        }
        if (stop == start || !isStop(text.charAt(stop - 1))) {
            return false;
        }
        if (isClosing(text, next, end)) {
            return false;
        }
        int first = next;
        while (first < end && Letters.isOpener(text.charAt(first))) {
            first++;
        }
        if (first == end) {
            return true;
        }
        if (Character.isLowerCase(text.codePointAt(first))) {
            return stop == last && endsBeforeLowerCase(text, start, stop);
        }
        if (text.charAt(stop - 1) != '.' || (stop - 2 >= start && text.charAt(stop - 2) == '.')) {
            return true;
        }
        int word = stop - 1;
        while (word > start && isAbbreviationPart(text.charAt(word - 1))) {
            word--;
        }
        if (word == stop - 1) {
            return true;
        }
        if (word == start && isNumber(text, word, stop - 1)) {
            return false;
        }
        int to = first;
        while (to < end && Letters.isWordPart(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return Abbreviations.endsSentence(text.substring(word, stop), text.substring(first, Math.max(to, first + 1)));
    }

    /**
     * Whether the mark before {@code stop} ends a sentence though lower case follows: "al-Sadr", "iPhone" and hasty writers
     * begin sentences that way. It does after a plain word, but "Yahoo! said" and "(approx. five)" go on.
     */
    private static boolean endsBeforeLowerCase(String text, int start, int stop) {
        int word = stop - 1;
        while (word > start && Character.isLowerCase(text.charAt(word - 1))) {
            word--;
        }
        boolean plain = stop - 1 - word >= 3 && (word == start || Letters.isBlank(text.charAt(word - 1)));
        boolean whole = text.charAt(stop - 1) != '.' || !Abbreviations.keepsStop(text.substring(word, stop), true);
        return plain && whole && text.charAt(stop - 1) != '\u2026';
    }

    /** Whether the chunk holds nothing but marks: after a blank they still belong to what they close. */
    private static boolean isClosing(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Letters.isCloser(text.charAt(i)) && !isStop(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStop(char c) {
        return ".!?\u2026".indexOf(c) >= 0;
    }

    private static boolean isAbbreviationPart(char c) {
        return c == '.' || Character.isLetterOrDigit(c);
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
