package org.dragoman.quote;

import java.util.List;
import java.util.Optional;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Linked parts of one statement, its speaker not yet looked up.
 *
 * @param sourceHead the head of the noun phrase for who says it, also where {@code source} is empty; empty if unknown
 * @param source as in {@link Statement}
 * @param cueHead the cue's verb or noun; empty where punctuation is the cue
 * @param cue as in {@link Statement}
 * @param content as in {@link Statement}, in text order
 * @param negated as in {@link Statement}
 * @param confidence 0 to 1
 * @param rule what linked the parts
 */
record Attribution(
        Optional<Token> sourceHead,
        List<Span> source,
        Optional<Token> cueHead,
        List<Span> cue,
        List<Span> content,
        boolean negated,
        double confidence,
        String rule) {
    Attribution {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
    }

    /** The same saying {@code pieces}. */
    Attribution withContent(List<Span> pieces) {
        return new Attribution(sourceHead, source, cueHead, cue, pieces, negated, confidence, rule);
    }

    /** The same said by another. */
    Attribution withSource(Optional<Token> head, List<Span> words) {
        return new Attribution(head, words, cueHead, cue, content, negated, confidence, rule);
    }

    /** Where its first word stands, of whichever part. */
    int start() {
        int start = content.get(0).start();
        start = cue.isEmpty() ? start : Math.min(start, cue.get(0).start());
        return source.isEmpty() ? start : Math.min(start, source.get(0).start());
    }
}
