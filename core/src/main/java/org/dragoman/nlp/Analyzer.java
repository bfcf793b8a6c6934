package org.dragoman.nlp;

import java.util.List;
import org.dragoman.text.Span;

/**
 * Turns text into its grammatical analysis. Implementations are immutable after construction and safe to share between
 * threads; a text's result depends on nothing but the text.
 *
 * <p>The seam for other languages and engines: everything after this interface reads {@link Analysis} alone.
 */
public interface Analyzer {
    /**
     * Analyses a whole article. A line break always ends a sentence and a paragraph.
     *
     * @param text any text, also empty
     * @return an analysis whose spans all lie inside {@code text}
     */
    Analysis analyze(String text);

    /**
     * Analyses a text whose sentences are known.
     *
     * @param sentences non-overlapping, in text order; words outside of them are ignored
     */
    Analysis analyze(String text, List<Span> sentences);

    /**
     * Analyses a text whose words are known.
     *
     * @param sentences for each sentence its words' spans, in text order, not empty
     */
    Analysis analyzeWords(String text, List<List<Span>> sentences);
}
