package org.dragoman.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.junit.jupiter.api.Test;

class LiveBlogTest {
    private static final String ENTRY = """
            <div class="entry"><time datetime="2024-05-%s:00Z">at</time><h3>%s</h3>
            <p>The ministers of both countries agreed on point %s, according to a statement by the port authority.</p></div>
            """;

    @Test
    void timesAboveTheEntriesDivideThePage() throws UnreadablePageException {
        Article article =
                extract("<html><h1>Harbour live</h1><p>What is known so far about the harbour of the north.</p>"
                        + ENTRY.formatted("15T00:05", "They leave", "three")
                        + ENTRY.formatted("14T21:40", "They go on", "two")
                        + ENTRY.formatted("14T20:10", "They meet", "one"));
        assertThat(article.details().entries())
                .extracting(LiveEntry::day)
                .containsExactly(LocalDate.of(2024, 5, 15), LocalDate.of(2024, 5, 14), LocalDate.of(2024, 5, 14));
        assertThat(article.details().entries())
                .extracting(entry -> entry.span().in(article.body()).split("\n")[0])
                .containsExactly("They leave", "They go on", "They meet");
        assertThat(article.details().entries().get(1).time()).isEqualTo(Optional.of(LocalTime.of(21, 40)));
    }

    @Test
    void anArticleWithTimesIsNoLiveBlog() throws UnreadablePageException {
        String posts =
                "<p>\"We agreed\" <time datetime=2024-05-14T10:00>at ten</time>, he wrote to all of his friends there.</p>";
        String text = "<p>The ministers of both countries agreed on Tuesday to open the harbour for good and all.</p>";
        assertThat(extract("<html><h1>Harbour</h1>" + text.repeat(1) + posts + text.replace("good", "ever"))
                        .details()
                        .entries())
                .isEmpty();
    }

    @Test
    void takesEntriesThatOnlyMachinesAreTold() throws UnreadablePageException {
        String update =
                "{\"@type\":\"BlogPosting\",\"datePublished\":\"2024-05-14T1%d:00:00+02:00\",\"headline\":\"Part %d\","
                        + "\"articleBody\":\"<p>The ministers of both countries agreed on point %d, according to the port authority.</p>"
                        + "<p>Nobody else said anything of it, neither at the harbour nor in the town above.</p>\"}";
        Article article = extract("<html><h1>Harbour live</h1><script type=application/ld+json>"
                + "{\"@type\":\"LiveBlogPosting\",\"headline\":\"Harbour live\",\"liveBlogUpdate\":["
                + String.join(",", update.formatted(2, 2, 2), update.formatted(1, 1, 1)) + "]}</script>");
        assertThat(article.details().entries())
                .extracting(entry -> entry.time().orElseThrow())
                .containsExactly(LocalTime.of(12, 0), LocalTime.of(11, 0));
        assertThat(article.details().entries())
                .extracting(entry -> entry.span().in(article.body()).split("\n")[0])
                .containsExactly("Part 2", "Part 1");
    }

    private static Article extract(String html) throws UnreadablePageException {
        return new ArticleExtractor()
                .extract(Page.of("it", html.getBytes(UTF_8)))
                .get(0);
    }
}
