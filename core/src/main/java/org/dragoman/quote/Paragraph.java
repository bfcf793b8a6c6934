package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;

/**
 * A line of an article that holds sentences.
 *
 * @param span from its first to its last word
 * @param sentences those that begin in it, at least one
 */
record Paragraph(Span span, List<Sentence> sentences) {
    /** An article's paragraphs, in text order. */
    static List<Paragraph> of(Analysis analysis) {
        String text = analysis.text();
        List<Paragraph> paragraphs = new ArrayList<>();
        int next = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            List<Sentence> inside = new ArrayList<>();
            while (next < analysis.sentences().size()
                    && analysis.sentences().get(next).span().start() < end) {
                inside.add(analysis.sentences().get(next++));
            }
            if (!inside.isEmpty()) {
                Span last = inside.get(inside.size() - 1).span();
                paragraphs.add(new Paragraph(inside.get(0).span().union(last), List.copyOf(inside)));
            }
            start = end + 1;
        }
        return paragraphs;
    }
}
