package org.dragoman.nlp;

import java.util.Optional;
import org.dragoman.text.Span;

/**
 * A word that the model takes for the head of an expression reporting a political event. Not yet an event: who did it to
 * whom, and whether it really happened, is for the event coder.
 *
 * @param span the word
 * @param type the likeliest PLOVER type, such as {@code ACCUSE}
 * @param probability that the word reports an event of any type, 0 to 1
 * @param actor where the model sees who did it
 * @param recipient where the model sees to whom it was done
 */
public record Trigger(Span span, String type, double probability, Role actor, Role recipient) {
    /**
     * A participant as the model sees it.
     *
     * @param word the likeliest word of the phrase that names it; empty if no word of the sentence does
     * @param probability that it is this phrase (or none), 0 to 1
     */
    public record Role(Optional<Span> word, double probability) {}
}
