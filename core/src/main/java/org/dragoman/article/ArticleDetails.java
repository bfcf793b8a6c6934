package org.dragoman.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a page's head says of an article beyond title, author and date.
 *
 * @param address the article's own address, where the page names one: absolute, http or https
 * @param modified day of the last change as the page tells it
 * @param section of the publication, such as {@code World}
 * @param tags keywords in page order, each once
 * @param picture address of the lead picture
 * @param entries of a live blog, in page order; none for other articles
 * @param stub whether the body is only the start of an article that is sold
 */
public record ArticleDetails(
        Optional<String> address,
        Optional<LocalDate> modified,
        Optional<String> section,
        List<String> tags,
        Optional<String> picture,
        List<LiveEntry> entries,
        boolean stub) {
    /** Nothing is known. */
    public static final ArticleDetails NONE = new ArticleDetails(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), false);

    public ArticleDetails {
        tags = List.copyOf(tags);
        entries = List.copyOf(entries);
    }
}
