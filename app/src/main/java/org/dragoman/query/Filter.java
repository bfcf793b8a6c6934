package org.dragoman.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which records are meant. Written as text like this (docs/filter.md has all of it):
 *
 * <pre>{@code
 * type:ASSAULT,COERCE country:SYR date:2014-06..2014-12 -source:"State News" (modality:fact or confidence:0.9..) "car bomb"
 * }</pre>
 *
 * <p>Immutable. {@code toString()} gives text that {@link #parse} reads as the same filter.
 */
public sealed interface Filter {
    /** What every record meets. */
    static Filter everything() {
        return new All(List.of());
    }

    /**
     * Reads a filter's text form.
     *
     * @throws IllegalArgumentException if it isn't one: the message says where and why
     */
    static Filter parse(String text) {
        return new FilterParser(text).parse();
    }

    /** Whether some part of it asks for {@code field}. */
    boolean asks(Field field);

    /** Adds its condition on records of a target. */
    void write(Condition condition);

    /** This and that. */
    default Filter and(Filter other) {
        return other.equals(everything()) ? this : equals(everything()) ? other : new All(List.of(this, other));
    }

    /** Leaves out what is negated or hypothetical, unless the filter itself says something on modality. */
    default Filter factualUnlessAsked() {
        return asks(Field.MODALITY) ? this : and(new Term(Field.MODALITY, List.of("fact")));
    }

    /** Every part is met; all records if there is none. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean asks(Field field) {
            return parts.stream().anyMatch(part -> part.asks(field));
        }

        @Override
        public void write(Condition condition) {
            condition.join(parts, " AND ", "true");
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Any || part instanceof All ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(" "));
        }
    }

    /** At least one part is met. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("\"or\" needs two sides: " + parts);
            }
        }

        @Override
        public boolean asks(Field field) {
            return parts.stream().anyMatch(part -> part.asks(field));
        }

        @Override
        public void write(Condition condition) {
            condition.join(parts, " OR ", "false");
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Any || part.equals(everything()) ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(" or "));
        }
    }

    /** The part is not met, or the record has no such detail. */
    record Not(Filter part) implements Filter {
        @Override
        public boolean asks(Field field) {
            return part.asks(field);
        }

        @Override
        public void write(Condition condition) {
            condition.not(part);
        }

        @Override
        public String toString() {
            return part instanceof Term || part instanceof Words ? "-" + part : "-(" + part + ")";
        }
    }

    /**
     * A detail has one of some values.
     *
     * @param values at least one, as {@link Field} wants them
     */
    record Term(Field field, List<String> values) implements Filter {
        private static final Pattern PLAIN = Pattern.compile("[^\\s\"(),:-][^\\s\"(),]*");

        /** @throws IllegalArgumentException if a value isn't one of the field */
        public Term {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException(field.text() + ": needs a value");
            }
            values = values.stream().map(field::check).toList();
        }

        @Override
        public boolean asks(Field asked) {
            return asked == field;
        }

        @Override
        public void write(Condition condition) {
            condition.term(field, values);
        }

        @Override
        public String toString() {
            return field.text() + ":" + values.stream().map(Term::quoted).collect(Collectors.joining(","));
        }

        private static String quoted(String value) {
            return PLAIN.matcher(value).matches() ? value : FilterParser.quote(value);
        }
    }

    /** The article's text has these words, inflected or not: a phrase if there are several. */
    record Words(String text) implements Filter {
        public Words {
            if (text.isBlank()) {
                throw new IllegalArgumentException("an empty text is in every article: leave \"\" out");
            }
        }

        @Override
        public boolean asks(Field field) {
            return field == Field.TEXT;
        }

        @Override
        public void write(Condition condition) {
            condition.words(text);
        }

        @Override
        public String toString() {
            return FilterParser.quote(text);
        }
    }
}
