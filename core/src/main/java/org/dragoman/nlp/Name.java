package org.dragoman.nlp;

import org.dragoman.text.Span;

/**
 * A name as the model tagged it.
 *
 * @param span the name's words, without article or title
 * @param type what it names
 * @param probability the model's, 0 to 1
 */
public record Name(Span span, Type type, double probability) {
    /** What a name names; GROUP is a nationality, religion or political group ("Iraqi", "Kurds"). */
    public enum Type {
        PERSON,
        ORGANISATION,
        LOCATION,
        GROUP
    }
}
