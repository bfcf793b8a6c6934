package org.dragoman.event;

import org.dragoman.actor.Actor;
import org.dragoman.text.Span;

/**
 * One side of an event.
 *
 * @param span the words in the event's sentence that name it; empty if it is known from outside the sentence, or implied
 * @param actor the coded party
 */
public record Participant(Span span, Actor actor) {
    /** The same party where no words name it. */
    Participant unnamed(int position) {
        return new Participant(new Span(position, position), actor);
    }

    Participant withActor(Actor other) {
        return new Participant(span, other);
    }
}
