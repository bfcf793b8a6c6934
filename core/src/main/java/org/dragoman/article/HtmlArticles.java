package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.page.Page;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The article of an HTML page, on one parse. */
final class HtmlArticles {
    /** Browsers nest no deeper either; what is deeper becomes a sibling. */
    private static final int DEEPEST = 500;

    private HtmlArticles() {}

    /** Body, captions and metadata; the language is what the page says, empty if it says nothing. */
    static Article read(Page page, String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        Metadata metadata = new Metadata(document, page.url());
        String title = metadata.title();
        BodyFinder.Body body = BodyFinder.find(HtmlBlocks.of(document.body()), title);
        List<String> paragraphs = new ArrayList<>(body.paragraphs());
        return new Article(
                page.url(),
                title,
                metadata.authors(),
                metadata.published(),
                metadata.source(),
                metadata.language(),
                String.join("\n", paragraphs),
                body.captions());
    }
}
