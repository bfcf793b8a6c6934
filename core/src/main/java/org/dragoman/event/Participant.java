package org.dragoman.event;

import org.dragoman.actor.Actor;
import org.dragoman.text.Span;

/**
 * One side of an event.
 *
 * @param span the words in the event's sentence that name it
 * @param actor the coded party
 */
public record Participant(Span span, Actor actor) {}
