package org.dragoman.nlp;

import org.dragoman.text.Span;

/**
 * A word that the model takes for the head of an expression reporting a political event. Not yet an event: who did it to
 * whom, and whether it really happened, is for the event coder.
 *
 * @param span the word
 * @param type the likeliest PLOVER type, such as {@code ACCUSE}
 * @param probability that the word reports an event of any type, 0 to 1
 */
public record Trigger(Span span, String type, double probability) {}
