package org.dragoman.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.dragoman.page.Page;
import org.dragoman.page.PageText;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.text.Span;

/** What holds for the articles of any page, however broken. */
class ArticleLawsTest {
    private static final List<String> PIECES = List.of(
            "</div>", "<table><td>", "<script>", "<!--", "&#x110000;", "&", "<a href=", "<p>", "\u0000", "</body>");

    /** A page with a piece cut out and another put in. */
    @Property(tries = 60, seed = "45")
    void brokenPagesAreReadOrRefused(
            @ForAll @IntRange(max = 8) int sample,
            @ForAll @IntRange(max = 9) int piece,
            @ForAll @IntRange(max = 1_000) int from,
            @ForAll @IntRange(max = 100) int cut,
            @ForAll @StringLength(max = 20) String junk)
            throws IOException {
        String whole = Files.readString(PageMapTest.samples().get(sample));
        int start = whole.length() * from / 1_000;
        int end = Math.min(whole.length(), start + cut);
        String broken = whole.substring(0, start) + PIECES.get(piece) + junk + whole.substring(end);
        Page page = Page.of("it", broken.getBytes(UTF_8));
        try {
            for (Article article : new ArticleExtractor().withAnyLanguage().extract(page)) {
                check(page, article);
            }
            assertThat(new ArticleExtractor().withAnyLanguage().extract(page))
                    .isEqualTo(new ArticleExtractor().withAnyLanguage().extract(page));
        } catch (UnreadablePageException refused) {
            assertThat(refused).hasMessageStartingWith("it: ");
        }
    }

    private static void check(Page page, Article article) throws UnreadablePageException {
        assertThat(article.body()).isNotBlank().doesNotContain("\n\n");
        assertThat(article.title()).doesNotContain("\n");
        String source = PageText.of(page).text();
        PageMap.of(page, article).find(new Span(0, article.text().length())).ifPresent(span -> assertThat(span.end())
                .isLessThanOrEqualTo(source.length()));
    }
}
