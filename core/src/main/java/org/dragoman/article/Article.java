package org.dragoman.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dragoman.text.Span;

/**
 * One news story taken from a page.
 *
 * @param url the page's address
 * @param title headline, empty if there is none
 * @param authors names as in the byline, possibly none
 * @param published day of publication in the publisher's zone; empty if unknown
 * @param source name of the publisher or agency; empty if unknown
 * @param language ISO 639-1 code, such as {@code en}
 * @param body paragraphs separated by {@code \n}, without headline, captions and furniture
 * @param captions of pictures, apart from the body
 * @param details what else the page's head says
 */
public record Article(
        String url,
        String title,
        List<String> authors,
        Optional<LocalDate> published,
        Optional<String> source,
        String language,
        String body,
        List<String> captions,
        ArticleDetails details) {
    private static final String AFTER_TITLE = "\n\n";

    public Article {
        authors = List.copyOf(authors);
        captions = List.copyOf(captions);
    }

    /** An article of which no details are known. */
    public Article(
            String url,
            String title,
            List<String> authors,
            Optional<LocalDate> published,
            Optional<String> source,
            String language,
            String body,
            List<String> captions) {
        this(url, title, authors, published, source, language, body, captions, ArticleDetails.NONE);
    }

    /** Title and body as one text: what is analysed, and what every span of the article refers to. */
    public String text() {
        return title.isEmpty() ? body : title + AFTER_TITLE + body;
    }

    /** The body of the article whose {@linkplain #text() text} this is. */
    public static String bodyOf(String title, String text) {
        return title.isEmpty() ? text : text.substring(Math.min(text.length(), title.length() + AFTER_TITLE.length()));
    }

    /** Where the title stands in {@link #text()}; empty span if there is none. */
    public Span titleSpan() {
        return new Span(0, title.length());
    }
}
