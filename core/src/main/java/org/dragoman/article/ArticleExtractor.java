package org.dragoman.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.page.Listing;
import org.dragoman.page.Page;
import org.dragoman.page.PageText;
import org.dragoman.page.UnreadablePageException;

/**
 * Finds the articles on a page. Immutable, safe to share between threads.
 *
 * <pre>{@code
 * for (Article article : new ArticleExtractor().extract(Page.of("story.html", bytes))) {
 *     System.out.println(article.title());
 * }
 * }</pre>
 */
public final class ArticleExtractor {
    private final boolean anyLanguage;

    /** An extractor of English articles; other languages can't be analysed yet. */
    public ArticleExtractor() {
        this(false);
    }

    private ArticleExtractor(boolean anyLanguage) {
        this.anyLanguage = anyLanguage;
    }

    /** The same for articles in any language: extraction itself reads none. */
    public ArticleExtractor withAnyLanguage() {
        return new ArticleExtractor(true);
    }

    /**
     * The stories on {@code page}, in page order; none if it holds no article.
     *
     * @throws UnreadablePageException if the bytes are no page, or no language we read
     */
    public List<Article> extract(Page page) throws UnreadablePageException {
        PageText text = PageText.of(page);
        List<Article> found =
                switch (text.kind()) {
                    case HTML -> HtmlArticles.read(page, text.text());
                    case PLAIN -> plain(page, text.text());
                };
        found = listed(found, page.listing());
        List<Article> articles = new ArrayList<>();
        String foreign = "";
        for (Article article : found) {
            if (article.body().isBlank()) {
                continue;
            }
            String language = LanguageGate.language(article.body(), article.language());
            if (anyLanguage || language.equals(LanguageGate.ENGLISH)) {
                articles.add(inLanguage(article, language));
            } else {
                foreign = language;
            }
        }
        if (articles.isEmpty() && !foreign.isEmpty()) {
            throw new UnreadablePageException(
                    page.url(), "is in " + LanguageGate.name(foreign) + "; only English is read");
        }
        return List.copyOf(articles);
    }

    private static List<Article> plain(Page page, String text) {
        List<Article> articles = new ArrayList<>();
        String title = Metadata.fold(page.listing().title());
        List<Story> stories = title.isEmpty() ? TextStories.split(text) : List.of(TextStories.only(text, title));
        for (Story story : stories) {
            List<String> authors = new ArrayList<>();
            Optional<LocalDate> published = Optional.empty();
            for (String note : story.notes()) {
                if (Credits.isByline(note)) {
                    authors.addAll(Credits.names(note));
                }
                published = published.isPresent() ? published : Dates.find(note);
            }
            if (published.isEmpty() && !story.paragraphs().isEmpty()) {
                published = Dates.inDateline(story.paragraphs().get(0));
            }
            articles.add(new Article(
                    page.url(),
                    story.title(),
                    authors,
                    published,
                    Optional.empty(),
                    "",
                    String.join("\n", story.paragraphs()),
                    story.captions()));
        }
        return articles;
    }

    /** What the listing says goes before what the page seems to say of its own article, which comes first. */
    private static List<Article> listed(List<Article> found, Listing listing) {
        if (listing.equals(Listing.NONE) || found.isEmpty()) {
            return found;
        }
        List<Article> articles = new ArrayList<>(found);
        articles.set(0, listed(found.get(0), listing));
        return articles;
    }

    private static Article listed(Article article, Listing listing) {
        List<String> authors = new ArrayList<>();
        listing.authors().forEach(author -> authors.addAll(Credits.names(author)));
        String language = listing.language().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return new Article(
                article.url(),
                article.title(),
                authors.isEmpty() ? article.authors() : authors,
                Dates.find(listing.published()).or(article::published),
                listing.source().isEmpty() ? article.source() : Optional.of(listing.source()),
                language.length() == 2 ? language : article.language(),
                article.body(),
                article.captions(),
                article.details());
    }

    private static Article inLanguage(Article article, String language) {
        return new Article(
                article.url(),
                article.title(),
                article.authors(),
                article.published(),
                article.source(),
                language,
                article.body(),
                article.captions(),
                article.details());
    }
}
