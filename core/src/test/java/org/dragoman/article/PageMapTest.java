package org.dragoman.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.page.Page;
import org.dragoman.page.PageText;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.text.Span;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageMapTest {
    static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        try (var files = Files.list(Path.of("..", "samples"))) {
            files.filter(file -> !file.toString().endsWith(".md")).sorted().forEach(samples::add);
        }
        return samples;
    }

    /** Every paragraph of every sample, and every word of it, stands on the page where the map says. */
    @ParameterizedTest
    @MethodSource("samples")
    void findsEveryWord(Path sample) throws IOException, UnreadablePageException {
        Page page = Page.of(sample.toString(), Files.readAllBytes(sample));
        String source = PageText.of(page).text();
        for (Article article : new ArticleExtractor().extract(page)) {
            PageMap map = PageMap.of(page, article);
            String text = article.text();
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\n') {
                    Span word = new Span(start, i);
                    if (i > start) {
                        String found = map.find(word).orElseThrow().in(source);
                        assertThat(shown(found)).isEqualTo(word.in(text));
                    }
                    start = i + 1;
                }
            }
        }
    }

    @Test
    void spansTagsAndEntities() throws UnreadablePageException {
        String source = "<html><title>A &amp; B agree on it today</title><body><h1>A &amp; B agree on it today</h1>"
                + "<p>The ministers of&nbsp;A&#32;<a href=x>&amp; B</a> agreed on Tuesday to reopen the harbour &#128512;.</p>"
                + "<p>Ships are expected to return within two weeks, R&D said, &c and so on it goes.</p></body></html>";
        Page page = Page.of("it", source.getBytes(UTF_8));
        Article article = new ArticleExtractor().extract(page).get(0);
        PageMap map = PageMap.of(page, article);
        assertThat(found(map, article, source, "of A & B agreed"))
                .isEqualTo("of&nbsp;A&#32;<a href=x>&amp; B</a> agreed");
        assertThat(found(map, article, source, "\ud83d\ude00.")).isEqualTo("&#128512;.");
        assertThat(found(map, article, source, "R&D said, &c and")).isEqualTo("R&D said, &c and");
    }

    @Test
    void whatThePageDoesNotShowIsNowhere() throws UnreadablePageException {
        String told = "The ministers of both countries agreed on Tuesday to reopen the harbour. "
                .repeat(5)
                .strip();
        Page page = Page.of(
                "it",
                ("<html><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"" + told
                                + "\"}</script><body><h1>Ministers agree</h1></body></html>")
                        .getBytes(UTF_8));
        Article article = new ArticleExtractor().extract(page).get(0);
        int body = article.text().indexOf(told);
        assertThat(PageMap.of(page, article).find(new Span(body, body + 10))).isEmpty();
    }

    private static String found(PageMap map, Article article, String source, String words) {
        int start = article.text().indexOf(words);
        return map.find(new Span(start, start + words.length())).orElseThrow().in(source);
    }

    private static String shown(String source) {
        return Jsoup.parse(source)
                .wholeText()
                .replace("\u00ad", "")
                .replace("\u200b", "")
                .strip();
    }
}
