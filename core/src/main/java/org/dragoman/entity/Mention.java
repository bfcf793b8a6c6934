package org.dragoman.entity;

import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Words that refer to somebody or something.
 *
 * @param sentence where it stands
 * @param head the noun phrase's head token, of {@code sentence}
 * @param span the whole noun phrase, without relative clauses and appositions
 * @param kind how it refers
 */
public record Mention(Sentence sentence, Token head, Span span, Kind kind) {
    /** By name ("Qasim al-Araji"), by description ("the adviser"), by pronoun ("he"). */
    public enum Kind {
        NAME,
        NOMINAL,
        PRONOUN
    }
}
