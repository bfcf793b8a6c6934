package org.dragoman.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dragoman.page.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The article of an HTML page, on one parse. */
final class HtmlArticles {
    /** Browsers nest no deeper either; what is deeper becomes a sibling. */
    static final int DEEPEST = 500;

    private static final int FEWEST_LETTERS = 250;

    private HtmlArticles() {}

    /**
     * The page's own article, with body, captions and metadata, then those put below it; languages are what the page says,
     * empty if it says nothing.
     */
    static List<Article> read(Page page, String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        Metadata head = new Metadata(document, page.url());
        String listed = Metadata.fold(page.listing().title());
        String title = listed.isEmpty() ? TitleVote.title(head) : listed;
        HtmlBlocks blocks = HtmlBlocks.of(document.body());
        List<BodyFinder.Body> bodies = BodyFinder.find(blocks, title);
        if (length(bodies.get(0).paragraphs()) < FEWEST_LETTERS && unfold(document)) {
            blocks = HtmlBlocks.of(document.body());
            bodies = BodyFinder.find(blocks, title);
        }
        BodyFinder.Body body = bodies.get(0);
        StructuredData data = head.data();
        List<String> paragraphs = paragraphs(body.paragraphs(), data.body().isEmpty() ? data.updated() : data.body());
        if (paragraphs.isEmpty() && !listed.isEmpty()) {
            // A feed's summary need not look like prose.
            paragraphs = blocks.blocks().stream().map(HtmlBlocks.Block::text).toList();
        }
        String text = String.join("\n", paragraphs);
        List<LiveEntry> entries =
                paragraphs.equals(body.paragraphs()) ? LiveBlog.shown(body, text, blocks.times()) : List.of();
        List<Article> articles = new ArrayList<>();
        articles.add(new Article(
                page.url(),
                title,
                AuthorFinder.find(head, blocks.blocks(), body.headline(), body.from(), body.to()),
                PublicationDate.find(head, blocks.blocks(), body.headline(), body.from(), body.to()),
                head.source(),
                head.language(),
                text,
                body.captions(),
                DetailFinder.find(
                        head, text.length(), entries.isEmpty() ? LiveBlog.told(data.updates(), text) : entries)));
        for (BodyFinder.Body below : bodies.subList(1, bodies.size())) {
            if (length(below.paragraphs()) >= FEWEST_LETTERS) {
                articles.add(below(page, head, blocks.blocks(), below));
            }
        }
        return articles;
    }

    /** An article put below the page's own: the page's head says nothing of it. */
    private static Article below(Page page, Metadata head, List<HtmlBlocks.Block> blocks, BodyFinder.Body body) {
        return new Article(
                page.url(),
                blocks.get(body.headline()).text(),
                AuthorFinder.inLines(blocks, body.headline(), body.from(), body.to()),
                PublicationDate.near(blocks, body.headline(), body.from(), body.to()),
                head.source(),
                head.language(),
                String.join("\n", body.paragraphs()),
                body.captions());
    }

    /** What the page shows, unless it tells a machine much more: then its text is built by a script. */
    private static List<String> paragraphs(List<String> shown, String told) {
        if (told.length() < FEWEST_LETTERS || length(shown) * 2 > told.length()) {
            return shown;
        }
        String text = told.indexOf('<') >= 0
                ? Parser.htmlParser().parseInput(told, "").wholeText()
                : told;
        return Arrays.stream(text.split("\\n+", -1))
                .map(Metadata::fold)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static int length(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }

    /** Some pages carry their text as a template that a script puts in place: does the same. */
    private static boolean unfold(Document document) {
        boolean found = false;
        for (Element template : document.body().select("script[type=text/template], script[type=text/html]")) {
            if (template.data().length() >= FEWEST_LETTERS) {
                template.after(template.data());
                found = true;
            }
        }
        return found;
    }
}
