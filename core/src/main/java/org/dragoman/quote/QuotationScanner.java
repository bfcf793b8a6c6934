package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/**
 * Finds quotations by their marks: straight, curly, mixed, doubled single ({@code ''}) and British single ones, nested
 * ones inside their outermost, and speeches over several paragraphs that reopen without having closed. Needs no model.
 *
 * <p>Marks are read paragraph by paragraph, so that a missing one spoils no more than its own. A mark opens or closes by
 * what stands beside it; an apostrophe is none of both. One pass over the text, and a bounded look ahead at the end of a
 * paragraph with an open quotation.
 */
final class QuotationScanner {
    /** How many paragraphs a speech may go on without any mark before it closes. */
    private static final int LONGEST_GAP = 6;

    /** How many code units may stand between single marks. */
    private static final int LONGEST_SINGLE = 1_000;

    /** How often a paragraph is read again from a mark that was never closed. */
    private static final int MOST_READINGS = 4;

    private final String text;
    private final List<Quotation> found = new ArrayList<>();
    private boolean goingOn;

    private QuotationScanner(String text) {
        this.text = text;
    }

    /** The quotations of {@code text} in text order, not overlapping, none of them empty. */
    static List<Quotation> scan(String text) {
        QuotationScanner scanner = new QuotationScanner(text);
        for (int start = 0; start < text.length(); ) {
            int end = scanner.paragraphEnd(start);
            int from = start;
            for (int readings = 0; from >= 0 && readings < MOST_READINGS; readings++) {
                from = scanner.paragraph(from, end);
            }
            start = end + 1;
        }
        return List.copyOf(scanner.found);
    }

    private int paragraphEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /**
     * Reads one paragraph's marks and adds what stands between them.
     *
     * @return where to read again, because the mark before was never closed; negative if all is read
     */
    private int paragraph(int start, int end) {
        boolean inherited = goingOn;
        goingOn = false;
        int open = inherited && !isBlank(start, end) ? start : -1;
        boolean goesOn = open >= 0;
        int depth = goesOn ? 1 : 0;
        int firstNested = -1;
        boolean single = false;
        int plural = -1;
        if (inherited && open < 0) {
            goingOn = true;
        }
        for (int at = start; at < end; ) {
            int width = markWidth(at, end);
            if (width == 0) {
                plural = plural < 0 && single && depth == 1 && endsPlural(at) ? at : plural;
                at++;
                continue;
            }
            boolean isSingle = isSingle(at, width);
            if (depth == 0) {
                if (opens(at, width, start, end, false) && (!isSingle || closesAhead(at + width, end))) {
                    open = at;
                    depth = 1;
                    single = isSingle;
                    firstNested = -1;
                    plural = -1;
                }
            } else if (isSingle == single) {
                if (goesOn && depth == 1 && at == firstMark(start, end) && opens(at, width, start, end, false)) {
                    // the speech reopens at this paragraph's head, without having closed
                    open = at;
                } else if (opens(at, width, start, end, true)) {
                    firstNested = firstNested < 0 ? at : firstNested;
                    depth++;
                } else if (--depth == 0) {
                    add(open, at + width, goesOn);
                    goesOn = false;
                }
            }
            at += width;
        }
        if (depth == 1 && single && plural >= 0) {
            // 'ready for talks' with Iran: what looked like an apostrophe closes
            add(open, plural + 1, goesOn);
            return plural + 1;
        }
        return depth > 0 && !unclosed(open, start, end, goesOn, firstNested) ? firstNested : -1;
    }

    /** Keeps what the paragraph's end leaves open; false if its marks make more sense without the first. */
    private boolean unclosed(int open, int start, int end, boolean goesOn, int nested) {
        boolean speech = nested < 0 || goesOn || text.substring(start, open).isBlank();
        if (!speech) {
            return false;
        }
        goingOn = reopens(end) || closesLater(end);
        add(open, end, goesOn);
        return true;
    }

    private void add(int from, int to, boolean goesOn) {
        int start = from;
        int end = to;
        while (start < end && (isMark(start) || Character.isWhitespace(text.charAt(start)))) {
            start++;
        }
        while (start < end && (isMark(end - 1) || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        if (start < end) {
            while (to > end && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            found.add(new Quotation(new Span(from, to), new Span(start, end), goesOn));
        }
    }

    private int firstMark(int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether the next paragraph with words begins by opening a quotation. */
    private boolean reopens(int end) {
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int to = at < text.length() ? paragraphEnd(at) : at;
        int width = at < to ? markWidth(at, to) : 0;
        return width > 0 && !isSingle(at, width) && opens(at, width, at, to, false);
    }

    /** Whether one of the next paragraphs closes a quotation that it didn't open. */
    private boolean closesLater(int end) {
        int paragraphs = 0;
        for (int at = end; at < text.length() && paragraphs <= LONGEST_GAP; at++) {
            if (text.charAt(at) == '\n') {
                paragraphs++;
                continue;
            }
            int to = paragraphEnd(at);
            int width = markWidth(at, to);
            if (width > 0 && !isSingle(at, width)) {
                return !opens(at, width, at, to, false) || closesLikeCurly(at);
            }
        }
        return false;
    }

    private boolean closesLikeCurly(int at) {
        return text.charAt(at) == '”';
    }

    /** Whether a single mark after {@code from} closes what a single mark opened: most are apostrophes. */
    private boolean closesAhead(int from, int end) {
        for (int at = from; at < Math.min(end, from + LONGEST_SINGLE); at++) {
            char mark = text.charAt(at);
            if ((mark == '’' || mark == '\'') && !isWordAt(at + 1) && at > from) {
                return true;
            }
            if (mark == '"' || mark == '“' || mark == '”') {
                return false;
            }
        }
        return false;
    }

    /** The length of the mark at {@code at}: 0 if there is none, or an apostrophe. */
    private int markWidth(int at, int end) {
        char mark = text.charAt(at);
        switch (mark) {
            case '"', '“', '”', '„', '«', '»' -> {
                return 1;
            }
            case '\'', '`', '’', '‘' -> {
                if (at + 1 < end && text.charAt(at + 1) == mark) {
                    return 2;
                }
                if (mark == '`') {
                    return 0;
                }
                boolean wordBefore = isWordAt(at - 1);
                boolean wordAfter = isWordAt(at + 1);
                if (wordBefore && wordAfter) {
                    return 0;
                }
                // "the workers' party", "'90s", "’cause": no quotation unless punctuation or a blank says so
                boolean mayOpen = !wordBefore && wordAfter && mark != '’' && !Character.isDigit(text.charAt(at + 1));
                boolean mayClose = at > 0
                        && !wordAfter
                        && !Character.isWhitespace(text.charAt(at - 1))
                        && !(wordBefore && text.charAt(at - 1) == 's' && at + 2 < end && isWordAt(at + 2));
                return mayOpen || mayClose ? 1 : 0;
            }
            default -> {
                return 0;
            }
        }
    }

    /** Whether a single mark after an "s" may be an apostrophe or close: "workers' party". */
    private boolean endsPlural(int at) {
        char mark = text.charAt(at);
        return (mark == '\'' || mark == '’') && at > 0 && text.charAt(at - 1) == 's' && !isWordAt(at + 1);
    }

    private boolean isSingle(int at, int width) {
        char mark = text.charAt(at);
        return width == 1 && (mark == '\'' || mark == '’' || mark == '‘');
    }

    private boolean isMark(int at) {
        return "\"“”„«»'`’‘".indexOf(text.charAt(at)) >= 0;
    }

    private boolean isWordAt(int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** Whether the mark at {@code at} opens a quotation, by its form and its neighbours. */
    private boolean opens(int at, int width, int start, int end, boolean insideQuotation) {
        char mark = text.charAt(at);
        boolean blankAfter = at + width >= end || Character.isWhitespace(text.charAt(at + width));
        switch (mark) {
            case '“', '„', '«', '‘' -> {
                return !blankAfter || !insideQuotation;
            }
            case '”', '»' -> {
                // some keyboards close where they should open
                return !insideQuotation && !blankAfter && (at == start || isBlankOrOpening(text.charAt(at - 1)));
            }
            default -> {
                boolean freeBefore = at == start || isBlankOrOpening(text.charAt(at - 1));
                return insideQuotation ? freeBefore && !blankAfter : freeBefore || (!blankAfter && !isWordAt(at - 1));
            }
        }
    }

    private static boolean isBlankOrOpening(char before) {
        return Character.isWhitespace(before) || "([{—–-/\u00a0“‘\"'".indexOf(before) >= 0;
    }

    private boolean isBlank(int start, int end) {
        for (int at = start; at < end; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
