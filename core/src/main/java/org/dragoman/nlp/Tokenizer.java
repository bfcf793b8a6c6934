package org.dragoman.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dragoman.text.Span;

/**
 * Cuts sentences into words by the conventions of the English Web Treebank: "didn't" is {@code did} and {@code n't}, "U.S."
 * is one word, "15-year" three, "non-lethal" one, "$3bn" {@code $}, {@code 3} and {@code bn}. One pass over the characters,
 * no limits on the input. Immutable.
 */
final class Tokenizer {
    private static final WordTable WORDS = WordTable.english();
    private static final Set<String> PREFIXES = WORDS.of("prefix");
    private static final Set<String> UNITS = WORDS.of("unit");
    private static final Set<String> ELISIONS = WORDS.of("elision");
    private static final Set<String> CONTRACTIONS = WORDS.of("contraction");

    /**
     * The words of one sentence.
     *
     * @return spans of {@code text} in order, not empty, not overlapping, that cover every character of {@code sentence}
     *     that isn't blank
     */
    List<Span> words(String text, Span sentence) {
        List<Span> words = new ArrayList<>();
        int at = sentence.start();
        while (at < sentence.end()) {
            if (Letters.isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < sentence.end() && !Letters.isBlank(text.charAt(end))) {
                end++;
            }
            new Chunk(text, at, end, words).cut();
            at = end;
        }
        return words;
    }

    /** What stands between two blanks. */
    private static final class Chunk {
        private final String text;
        private final int start;
        private final int end;
        private final List<Span> words;

        Chunk(String text, int start, int end, List<Span> words) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.words = words;
        }

        void cut() {
            int at = start;
            while (at < end) {
                int point = pointAt(at);
                int to = webEnd(at);
                if (to > at) {
                    words.add(new Span(at, to));
                } else if (Letters.isWordPart(point)) {
                    to = word(at);
                } else {
                    to = markEnd(at, point);
                    words.add(new Span(at, to));
                }
                at = to;
            }
        }

        /** End of the web or e-mail address that begins here, or {@code at}. */
        private int webEnd(int at) {
            if (at != start && Letters.isWordPart(text.codePointBefore(at))) {
                return at;
            }
            boolean address = starts(at, "http://") || starts(at, "https://") || starts(at, "www.");
            if (!address) {
                char first = text.charAt(at);
                if (first == '@' || first == '#') {
                    return handleEnd(at);
                }
                if (!Letters.isWordPart(pointAt(at))) {
                    return at;
                }
                int sign = text.indexOf('@', at);
                address = sign > at && sign < end - 1 && text.indexOf('.', sign) < end && text.indexOf('.', sign) > 0;
                address &= address && plain(at, sign);
            }
            if (!address) {
                return at;
            }
            int to = at;
            while (to < end && "<>\"\u201C\u201D".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            while (to > at && ".,;:!?)]}'\u2019*".indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            return to;
        }

        /** End of an "@name" or "#topic" with a letter after the sign. */
        private int handleEnd(int at) {
            int to = at + 1;
            if (to < end && !Character.isLetter(pointAt(to))) {
                return at;
            }
            while (to < end && (Letters.isWordPart(pointAt(to)) || text.charAt(to) == '_')) {
                to += Character.charCount(pointAt(to));
            }
            return to > at + 1 ? to : at;
        }

        private boolean plain(int from, int to) {
            for (int i = from; i < to; i++) {
                if (!Letters.isWordPart(text.charAt(i)) && "._-+".indexOf(text.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        /** Adds the word that begins at {@code from}, as one or more syntactic words; returns its end. */
        private int word(int from) {
            int at = from;
            int part = from;
            while (at < end) {
                int point = pointAt(at);
                if (Letters.isWordPart(point) || point == '_') {
                    at += Character.charCount(point);
                } else if (joins(from, part, at)) {
                    at++;
                    part = at;
                } else {
                    break;
                }
            }
            if (at < end && text.charAt(at) == '.' && keepsStop(from, at)) {
                at++;
            } else if (at - from <= 3
                    && at + 1 < end
                    && starts(at, "$")
                    && isDigit(text.charAt(at + 1))
                    && allUpper(from, at)) {
                at++;
            }
            int unit = unitStart(from, at);
            if (unit > from) {
                words.add(new Span(from, unit));
                words.add(new Span(unit, at));
            } else {
                addWithoutClitics(from, at);
            }
            return at;
        }

        /** Whether the mark at {@code at} holds together the word around it; {@code part} is the last such mark's end. */
        private boolean joins(int from, int part, int at) {
            if (at + 1 >= end || at == part) {
                return false;
            }
            char before = text.charAt(at - 1);
            int after = pointAt(at + 1);
            if (!Letters.isWordPart(after)) {
                return false;
            }
            boolean digits = isDigit(before) && isDigit(after);
            return switch (text.charAt(at)) {
                case '\'', '\u2019' -> Character.isLetterOrDigit(before) && Character.isLetter(after);
                case '.' -> digits || joinsByStop(part, at, after);
                case ',' -> digits && digitsFrom(at + 1) == 3 && at - part <= 3;
                case ':' -> digits && digitsFrom(at + 1) <= 2 && at - part <= 2;
                case '/' -> digits && isDate(from, at);
                case '-' -> digits ? isTelephoneOrDate(from, part, at) : joinsByHyphen(part, at, after);
                case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
                case '*' -> Character.isLetter(before) && Character.isLowerCase(after);
                case '@' -> Character.isLetter(before) && Character.isLetter(after);
                default -> false;
            };
        }

        /** "U.S", "Ph.D", "Amazon.com", "e.g", but not "end.Then". */
        private boolean joinsByStop(int part, int at, int after) {
            boolean single = at - part == 1;
            boolean nextSingle = at + 2 >= end || !Letters.isWordPart(pointAt(at + 2));
            boolean degree = at - part == 2 && Character.isUpperCase(text.charAt(part)) && starts(at + 2, ".");
            if (nextSingle && (single || degree)) {
                return true;
            }
            if (Character.isLowerCase(after)) {
                return true;
            }
            return single ? Character.isDigit(after) : allUpper(part, at) && allUpper(at + 1, Math.min(at + 3, end));
        }

        private boolean joinsByHyphen(int part, int at, int after) {
            return Character.isLetterOrDigit(after)
                    && at - part <= 7
                    && PREFIXES.contains(text.substring(part, at).toLowerCase(Locale.ROOT));
        }

        /** "9/11" and "28/10/2004", but not "3/4" or "2001/02". */
        private boolean isDate(int from, int at) {
            int before = at - from;
            int after = digitsFrom(at + 1);
            boolean more = at + 1 + after < end && text.charAt(at + 1 + after) == '/';
            if (more || text.lastIndexOf('/', at - 1) >= from) {
                return true;
            }
            if (before > 2 || after > 2 || digitsFrom(from) != before) {
                return false;
            }
            int month = Integer.parseInt(text, from, at, 10);
            int day = Integer.parseInt(text, at + 1, at + 1 + after, 10);
            return month <= 12 && day <= 31 && !(month < day && day <= 4);
        }

        /** "555-1234", "202-555-1234", "2004-11-17", but not "1969-1970". */
        private boolean isTelephoneOrDate(int from, int part, int at) {
            int before = at - part;
            int after = digitsFrom(at + 1);
            boolean inside = part > from && text.charAt(part - 1) == '-';
            boolean more = at + 1 + after < end && text.charAt(at + 1 + after) == '-';
            if (inside || (before == 3 && (after == 4 || (after == 3 && more)))) {
                return true;
            }
            return more && ((before == 4 && after == 2) || (before == 1 && after == 3));
        }

        private int digitsFrom(int at) {
            int to = at;
            while (to < end && isDigit(text.charAt(to))) {
                to++;
            }
            return to - at;
        }

        /** Whether the full stop after the word belongs to it: "Mr.", "U.S.", "J." */
        private boolean keepsStop(int from, int at) {
            if (at + 1 < end && text.charAt(at + 1) == '.') {
                return false;
            }
            return Abbreviations.keepsStop(text.substring(from, at + 1), at + 1 == end);
        }

        /** Where the unit begins in "10am" or "50km", or {@code from}. */
        private int unitStart(int from, int to) {
            if (!isDigit(text.charAt(from))) {
                return from;
            }
            int at = from;
            while (at < to && (isDigit(text.charAt(at)) || ".,:".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            boolean unit = at < to && UNITS.contains(text.substring(at, to).toLowerCase(Locale.ROOT));
            return unit ? at : from;
        }

        private void addWithoutClitics(int from, int to) {
            int stem = to;
            int cut = cliticStart(from, stem);
            if (cut == from) {
                cut = contractionCut(from, to);
            }
            List<Span> clitics = new ArrayList<>(1);
            while (cut > from) {
                clitics.add(0, new Span(cut, stem));
                stem = cut;
                cut = cliticStart(from, stem);
            }
            words.add(new Span(from, stem));
            words.addAll(clitics);
        }

        /** Where the clitic at the end of the word begins, or {@code from} if it has none. */
        private int cliticStart(int from, int to) {
            int length = to - from;
            if (length > 3
                    && Letters.isApostrophe(text.charAt(to - 2))
                    && isLetter(to - 1, 't')
                    && isLetter(to - 3, 'n')) {
                return to - 3;
            }
            for (int size = 2; size <= 3 && size < length; size++) {
                int at = to - size;
                if (Letters.isApostrophe(text.charAt(at))) {
                    boolean number = isDigit(text.charAt(at - 1));
                    return !number && isClitic(at, to) ? at : from;
                }
            }
            return from;
        }

        private boolean isClitic(int at, int to) {
            return switch (text.substring(at + 1, to).toLowerCase(Locale.ROOT)) {
                case "s", "m", "d", "re", "ve", "ll" -> true;
                default -> false;
            };
        }

        private int contractionCut(int from, int to) {
            int length = to - from;
            if (length < 4 || length > 8) {
                return from;
            }
            String lower = text.substring(from, to).toLowerCase(Locale.ROOT);
            for (int cut = 2; cut <= length - 2; cut++) {
                if (CONTRACTIONS.contains(lower.substring(0, cut) + '_' + lower.substring(cut))) {
                    return from + cut;
                }
            }
            return from;
        }

        /** End of the mark that begins here: a run of the same signs, a clitic after a full stop, or one character. */
        private int markEnd(int at, int point) {
            int next = at + Character.charCount(point);
            if (Letters.isApostrophe(point)) {
                int apostrophe = apostropheEnd(at);
                if (apostrophe > at) {
                    return apostrophe;
                }
            }
            if (point == '!' || point == '?') {
                return runEnd(at, "!?");
            }
            if (".-=*_~#+`\u2013\u2014".indexOf(point) >= 0) {
                return runEnd(at, text.substring(at, next));
            }
            if (isRegional(point) && next < end && isRegional(pointAt(next))) {
                return next + 2;
            }
            while (next < end && Letters.isAttached(pointAt(next))) {
                boolean joiner = text.charAt(next) == '\u200D';
                next += Character.charCount(pointAt(next));
                if (joiner && next < end && !Letters.isWordPart(pointAt(next))) {
                    next += Character.charCount(pointAt(next));
                }
            }
            return next;
        }

        /** "'s" behind "U.S.", "'90s", "'em", or two marks that make a quotation mark; else {@code at}. */
        private int apostropheEnd(int at) {
            int to = at + 1;
            if (to < end && text.charAt(to) == text.charAt(at)) {
                return to + 1;
            }
            while (to < end && Letters.isWordPart(pointAt(to))) {
                to += Character.charCount(pointAt(to));
            }
            if (to == at + 1) {
                return at;
            }
            boolean apart = to == end || !Letters.isApostrophe(text.charAt(to));
            if (isClitic(at, to) && apart) {
                return to;
            }
            boolean years = isDigit(text.charAt(at + 1)) && digitsFrom(at + 1) == 2 && to - at <= 4;
            String word = '\'' + text.substring(at + 1, to).toLowerCase(Locale.ROOT);
            return apart && (years || ELISIONS.contains(word)) ? to : at;
        }

        private int runEnd(int at, String signs) {
            int to = at;
            while (to < end && signs.indexOf(text.charAt(to)) >= 0) {
                to++;
            }
            return to;
        }

        private boolean allUpper(int from, int to) {
            for (int i = from; i < to; i++) {
                if (!Character.isUpperCase(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isLetter(int at, char lower) {
            return Character.toLowerCase(text.charAt(at)) == lower;
        }

        private boolean starts(int at, String prefix) {
            return at + prefix.length() <= end && text.regionMatches(true, at, prefix, 0, prefix.length());
        }

        private static boolean isDigit(int c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isRegional(int point) {
            return point >= 0x1F1E6 && point <= 0x1F1FF;
        }

        private int pointAt(int at) {
            return text.codePointAt(at);
        }
    }
}
