package org.dragoman.nlp;

import org.dragoman.text.Span;

/**
 * A run of words the model tagged as one part of an attribution.
 *
 * @param span the words
 * @param role which part they are
 * @param probability the model's, 0 to 1
 */
public record AttributionPart(Span span, Role role, double probability) {
    /** Who says, the words that say that it is said, and what is said. */
    public enum Role {
        SOURCE,
        CUE,
        CONTENT
    }
}
