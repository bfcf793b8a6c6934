package org.dragoman.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.query.Filter.All;
import org.dragoman.query.Filter.Any;
import org.dragoman.query.Filter.Not;
import org.dragoman.query.Filter.Term;
import org.dragoman.query.Filter.Words;

/** Reads the text form of a {@link Filter}: parts side by side, {@code or}, {@code -}, brackets, {@code field:value,value}. */
final class FilterParser {
    /** Deep enough for people, shallow enough for the stack. */
    private static final int DEEPEST = 100;

    private static final int LONGEST = 20_000;
    private static final String ENDS_VALUE = "\"(),";

    private final String text;
    private int at;
    private int depth;

    FilterParser(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a filter of " + text.length() + " characters: at most " + LONGEST);
        }
        this.text = text;
    }

    static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    Filter parse() {
        Filter filter = any();
        if (at < text.length()) {
            throw problem("a bracket is closed that was not opened");
        }
        return filter;
    }

    private Filter any() {
        if (++depth > DEEPEST) {
            throw problem("brackets nest too deep");
        }
        List<Filter> sides = new ArrayList<>();
        do {
            Filter side = all();
            if (side.equals(Filter.everything()) && (!sides.isEmpty() || peekOr())) {
                throw problem("\"or\" needs something on both sides");
            }
            sides.add(side);
        } while (takeOr());
        depth--;
        return sides.size() == 1 ? sides.get(0) : new Any(sides);
    }

    private Filter all() {
        List<Filter> parts = new ArrayList<>();
        for (skipBlanks(); at < text.length() && text.charAt(at) != ')' && !peekOr(); skipBlanks()) {
            parts.add(part());
        }
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private Filter part() {
        boolean negated = text.charAt(at) == '-';
        if (negated) {
            at++;
        }
        if (at == text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '-') {
            throw problem("\"-\" needs something right behind it");
        }
        Filter part = text.charAt(at) == '(' ? bracket() : simple();
        return negated ? new Not(part) : part;
    }

    private Filter bracket() {
        at++;
        Filter inside = any();
        if (at == text.length()) {
            throw problem("a bracket is not closed");
        }
        at++;
        return inside;
    }

    private Filter simple() {
        if (text.charAt(at) == '"') {
            return new Words(quoted());
        }
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at == text.length() || text.charAt(at) != ':') {
            at = start;
            return new Words(word());
        }
        Field field = Field.named(text.substring(start, at));
        List<String> values = new ArrayList<>();
        do {
            at++;
            values.add(at < text.length() && text.charAt(at) == '"' ? quoted() : word());
        } while (at < text.length() && text.charAt(at) == ',');
        if (field == Field.TEXT) {
            List<Filter> words = values.stream().<Filter>map(Words::new).toList();
            return words.size() == 1 ? words.get(0) : new Any(words);
        }
        return new Term(field, values);
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && ENDS_VALUE.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw problem("a value is missing");
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        if (at >= text.length()) {
            at = start;
            throw problem("a quotation mark is not closed");
        }
        at++;
        return value.toString();
    }

    private boolean takeOr() {
        skipBlanks();
        if (peekOr()) {
            at += 2;
            return true;
        }
        return false;
    }

    /** Whether the word "or" stands here by itself. */
    private boolean peekOr() {
        return text.regionMatches(true, at, "or", 0, 2)
                && (at + 2 == text.length() || " \t\r\n(\"".indexOf(text.charAt(at + 2)) >= 0);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "filter, at character %d: %s: %s", at + 1, what, text));
    }
}
