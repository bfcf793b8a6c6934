package org.dragoman.article;

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
        Metadata head = new Metadata(document, page.url());
        String title = TitleVote.title(head);
        HtmlBlocks blocks = HtmlBlocks.of(document.body());
        BodyFinder.Body body = BodyFinder.find(blocks, title);
        return new Article(
                page.url(),
                title,
                AuthorFinder.find(head, blocks.blocks(), body.headline(), body.from(), body.to()),
                PublicationDate.find(head, blocks.blocks(), body.headline(), body.from(), body.to()),
                head.source(),
                head.language(),
                String.join("\n", body.paragraphs()),
                body.captions());
    }
}
