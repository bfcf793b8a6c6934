package org.dragoman.nlp;

import java.util.List;
import java.util.Optional;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;

/**
 * What the analyser found in one article's text.
 *
 * @param text the text analysed; all spans refer to it
 * @param sentences in text order, not overlapping
 * @param names names found, in text order, not overlapping, each inside one sentence
 * @param attributionParts words tagged as source, cue or content of an attribution, in text order, not overlapping; not
 *     yet linked to each other
 * @param triggers words that may report an event, in text order; none if the analyser doesn't look for them
 */
public record Analysis(
        String text,
        List<Sentence> sentences,
        List<Name> names,
        List<AttributionPart> attributionParts,
        List<Trigger> triggers) {
    public Analysis {
        sentences = List.copyOf(sentences);
        names = List.copyOf(names);
        attributionParts = List.copyOf(attributionParts);
        triggers = List.copyOf(triggers);
    }

    /** An analysis without a look at events. */
    public Analysis(String text, List<Sentence> sentences, List<Name> names, List<AttributionPart> attributionParts) {
        this(text, sentences, names, attributionParts, List.of());
    }

    /** The sentence in which the code unit at {@code offset} lies. */
    public Optional<Sentence> sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = sentences.get(middle).span();
            if (span.contains(offset)) {
                return Optional.of(sentences.get(middle));
            }
            if (offset < span.start()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }
}
