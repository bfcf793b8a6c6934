package org.dragoman.quote;

import java.util.Optional;
import org.dragoman.actor.Actor;
import org.dragoman.place.Place;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/**
 * The circumstances of a statement that its own clause names; empty where it doesn't.
 *
 * @param addressee to whom it is said
 * @param medium by what means or at what event
 * @param place where it is said
 * @param time when it is said
 */
public record Occasion(
        Optional<Addressee> addressee, Optional<Medium> medium, Optional<Place> place, Optional<TimeExpression> time) {
    /** An occasion of which the text tells nothing. */
    public static final Occasion UNKNOWN =
            new Occasion(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Whom somebody speaks to.
     *
     * @param words the noun phrase
     * @param actor the party, or a description ("reporters") where it is none
     */
    public record Addressee(Span words, Actor actor) {}

    /**
     * Means or event of speaking.
     *
     * @param words the noun or verb that names it
     * @param type as {@code media.tsv} has it, such as {@code interview} or {@code social-media}
     */
    public record Medium(Span words, String type) {}
}
