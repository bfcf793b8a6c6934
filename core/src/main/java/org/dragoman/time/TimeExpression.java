package org.dragoman.time;

import java.time.LocalDate;
import org.dragoman.text.Span;

/**
 * Words for a time and the calendar days they mean.
 *
 * @param span the words
 * @param first first day meant
 * @param last last day meant, {@code first} itself for a single day
 */
public record TimeExpression(Span span, LocalDate first, LocalDate last) {
    public TimeExpression {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("ends before it begins: " + first + " to " + last);
        }
    }
}
