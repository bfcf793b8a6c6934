package org.dragoman.quote;

import org.dragoman.nlp.AttributionPart.Role;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * A part of an attribution as the model tagged it, its edges mended.
 *
 * @param from its first word, see {@link Words}
 * @param to the word after its last
 * @param sentence number of its first word's sentence
 * @param lastSentence number of its last word's sentence
 * @param head the word of its first sentence that governs the others
 */
record TaggedPart(
        Role role, Span span, double probability, int from, int to, int sentence, int lastSentence, Token head) {

    static TaggedPart of(Role role, double probability, int from, int to, Words words) {
        return new TaggedPart(
                role,
                words.span(from, to),
                probability,
                from,
                to,
                words.sentenceOf(from),
                words.sentenceOf(to - 1),
                words.head(from, to));
    }

    /** This part and a later one as one. */
    TaggedPart with(TaggedPart next) {
        double sure = Math.max(probability, next.probability);
        return new TaggedPart(role, span.union(next.span), sure, from, next.to, sentence, next.lastSentence, head);
    }

    boolean isAccordingTo() {
        return role == Role.CUE && head.form().equalsIgnoreCase("according");
    }
}
