package org.dragoman.text;

import java.util.Comparator;

/**
 * A half-open range {@code [start, end)} of UTF-16 code units in some text. Ordered by start, then by end.
 *
 * @param start offset of the first code unit, 0 or more
 * @param end offset just after the last code unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> ORDER =
            Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    /** @throws IllegalArgumentException if {@code start} is negative or after {@code end} */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }

    /** Number of code units; 0 for an empty span. */
    public int length() {
        return end - start;
    }

    /** Whether {@code other} lies inside this span, edges included. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the code unit at {@code offset} belongs to this span. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Whether the two spans share at least one code unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The smallest span that covers both. */
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The same range, {@code distance} code units further on (or back, if negative). */
    public Span shift(int distance) {
        return new Span(start + distance, end + distance);
    }

    /**
     * The words of {@code text} in this span.
     *
     * @throws IndexOutOfBoundsException if the span reaches outside {@code text}
     */
    public String in(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
