package org.dragoman.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dragoman.text.Span;

/**
 * An article found by its words.
 *
 * @param article its id
 * @param score how well it fits, above 0; comparable within one search only
 * @param published day of publication, if known
 * @param passages where the words stand, in text order; none if the filter has no words
 */
public record Hit(
        long article,
        double score,
        String url,
        String title,
        String source,
        Optional<LocalDate> published,
        List<Passage> passages) {
    public Hit {
        passages = List.copyOf(passages);
    }

    /**
     * Some sentences of the article.
     *
     * @param text the words
     * @param marks what was searched for, in order: spans of {@code text}
     */
    public record Passage(String text, List<Span> marks) {
        public Passage {
            marks = List.copyOf(marks);
        }
    }
}
