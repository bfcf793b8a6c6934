package org.dragoman.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleExtractorTest {
    private static final String HTML = """
            <html lang="en"><head><title>Ministers agree to reopen the harbour | The Daily Example</title>
            <meta property="og:site_name" content="The Daily Example">
            <meta property="article:published_time" content="2024-05-14T23:30:00+02:00">
            <script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "By Jane Doe"}}</script></head>
            <body class="has-sidebar"><nav><a href="/">Home</a> <a href="/world">World</a></nav>
            <div id="main"><h1>Ministers agree to reopen the harbour</h1><div class="share-bar">Share this story</div>
            <div class="text">
            <p>The ministers of both countries agreed on Tuesday to reopen the harbour that was closed in the spring.</p>
            <figure><img src="x.jpg"><figcaption>The harbour in May</figcaption></figure>
            <h2>What comes next</h2>
            <p>Ships are expected to return within two weeks, according to a statement by the port authority.</p>
            <div class="related"><p>Farmers block the northern road in a protest against fuel prices and new taxes.</p></div>
            <p>"Soon," he said.</p></div></div>
            <footer><p>All rights reserved by the publisher, who may be asked for leave to print any of this.</p></footer>
            </body></html>
            """;

    @Test
    void takesTheArticleOutOfAnHtmlPage() throws UnreadablePageException {
        Article article = extract(HTML).get(0);
        assertThat(article.title()).isEqualTo("Ministers agree to reopen the harbour");
        assertThat(article.authors()).containsExactly("Jane Doe");
        assertThat(article.published()).contains(LocalDate.of(2024, 5, 14));
        assertThat(article.source()).contains("The Daily Example");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.captions()).containsExactly("The harbour in May");
        assertThat(article.body().split("\n"))
                .hasSize(4)
                .endsWith("\"Soon,\" he said.")
                .contains("What comes next")
                .doesNotContain("The harbour in May");
    }

    @Test
    void namesOnEveryParagraphSayNothing() throws UnreadablePageException {
        String page = HTML.replace("<p>", "<p class=\"card\">");
        assertThat(extract(page).get(0).body()).isEqualTo(extract(HTML).get(0).body());
    }

    @Test
    void takesTheTextThatAScriptWouldShow() throws UnreadablePageException {
        String told = "The ministers of both countries agreed on Tuesday to reopen the harbour. "
                .repeat(5)
                .strip();
        Article article = extract(
                        "<html><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \""
                                + told
                                + "\"}</script><body><h1>Ministers agree to reopen the harbour</h1></body></html>")
                .get(0);
        assertThat(article.body()).isEqualTo(told);
    }

    @Test
    void partsWhatIsAppendedForEndlessScrolling() throws UnreadablePageException {
        String paragraph = "<p>The ministers of both countries agreed on Tuesday to reopen the harbour, part %d.</p>";
        StringBuilder page = new StringBuilder("<html><body><div><h1>Ministers agree to reopen the harbour</h1>");
        for (int i = 1; i <= 8; i++) {
            page.append(String.format(Locale.ROOT, paragraph, i));
            if (i == 4) {
                page.append("<h1>Farmers block the northern road</h1><p>By John Roe</p><p>14 May 2024</p>");
            }
        }
        List<Article> articles = extract(page.toString());
        assertThat(articles)
                .extracting(Article::title)
                .containsExactly("Ministers agree to reopen the harbour", "Farmers block the northern road");
        assertThat(articles.get(0).body().split("\n")).hasSize(4);
        assertThat(articles.get(1).body().split("\n")).hasSize(4);
        assertThat(articles.get(1).authors()).containsExactly("John Roe");
        assertThat(articles.get(1).published()).contains(LocalDate.of(2024, 5, 14));
    }

    @Test
    void splitsTheStoriesOfAPlainTextPage() throws UnreadablePageException, IOException {
        List<Article> stories = extract(resource("two-stories.txt"));
        assertThat(stories)
                .extracting(Article::title)
                .containsExactly("Ministers Agree to Reopen the Harbour", "Farmers Block the Northern Road");
        assertThat(stories.get(0).body().split("\n")).hasSize(4).contains("What comes next");
        assertThat(stories.get(0).captions())
                .containsExactly("The harbour seen from the old fort in May 2023 [Jane Doe/Agency]");
        assertThat(stories.get(1).body().split("\n")).hasSize(2);
    }

    @Test
    void readsDateAndBylineAboveAPlainText() throws UnreadablePageException {
        Article article = extract("""
                        Ministers agree to reopen the harbour
                        By Jane Doe and John Roe
                        Published: Tuesday 14 May 2024

                        The ministers of both countries agreed on Tuesday to reopen the harbour.
                        """).get(0);
        assertThat(article.title()).isEqualTo("Ministers agree to reopen the harbour");
        assertThat(article.authors()).containsExactly("Jane Doe", "John Roe");
        assertThat(article.published()).contains(LocalDate.of(2024, 5, 14));
        assertThat(article.body())
                .isEqualTo("The ministers of both countries agreed on Tuesday to reopen the harbour.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONDON, May 14, 2024 (Agency) - The ministers of both countries agreed to reopen the harbour.",
                "14.5.2024 - The ministers of both countries agreed to reopen the harbour.",
                "The ministers of both countries agreed to reopen the harbour.\n\nPublished 14 May 2024",
            })
    void readsDatelineAndDateBelow(String text) throws UnreadablePageException {
        assertThat(extract("Ministers agree to reopen the harbour\n\n" + text)
                        .get(0)
                        .published())
                .contains(LocalDate.of(2024, 5, 14));
    }

    /** What a page shows beside its headline goes before a vague word of its head, and a day elsewhere must be labelled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name=date content=2024-05-20><h1>T</h1><time datetime=2024-05-14>Tuesday</time>%s",
                "<link rel=canonical href=https://example.org/2024/05/14/harbour><h1>Title</h1>%s",
                "<link rel=canonical href=https://example.org/news/20240514/harbour><h1>Title</h1>%s",
                "<link rel=canonical href=https://example.org/2021-22/harbour><h1>T</h1>%s<div>Erschienen am: 14.05.2024</div>",
                "<h1>Title</h1>%s<div class=comments><time datetime=2024-06-01></time></div><p>Posted on May 14, 2024, in World</p>",
                "<link rel=canonical href=https://example.org/2024/05/14/x><meta property=article:published_time"
                        + " content=2024-05-15T01:00:00Z><h1>Title</h1>%s",
                // Greenwich's night is still the evening that readers see.
                "<meta property=article:published_time content=2024-05-15T01:00:00Z><title>Title of it</title>"
                        + "<h1>Title of it</h1><div>May 14, 2024</div>%s",
                "<h1>Title</h1>%s<div>Other news</div><div class=x>14.05.2024</div>",
                "<script>page = {\"publish_date\": \"2024-05-14T10:00\"}</script><h1>Title</h1>%s",
                "<div class=with-sidebar><h1>Title</h1><time datetime=2024-05-14>Tuesday</time>%s</div>",
            })
    void findsTheDay(String page) throws UnreadablePageException {
        String body = "<p>The ministers of both countries agreed on Tuesday to reopen the harbour for good.</p>"
                + "<p>Ships are expected to return within two weeks, according to a statement by the port authority.</p>";
        assertThat(extract("<html>" + String.format(Locale.ROOT, page, body))
                        .get(0)
                        .published())
                .contains(LocalDate.of(2024, 5, 14));
    }

    @Test
    void tellsWhatElseTheHeadSays() throws UnreadablePageException {
        String head = """
                <link rel="canonical" href="https://example.org/harbour"><meta property="og:image" content="https://example.org/x.jpg">
                <meta property="article:section" content="World"><meta name="keywords" content="harbour, trade">
                <meta property="article:tag" content="Trade"><meta property="article:modified_time" content="2024-05-16">
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False"}</script>
                """;
        ArticleDetails details =
                extract(HTML.replace("<head>", "<head>" + head)).get(0).details();
        assertThat(details)
                .isEqualTo(new ArticleDetails(
                        Optional.of("https://example.org/harbour"),
                        Optional.of(LocalDate.of(2024, 5, 16)),
                        Optional.of("World"),
                        List.of("Trade", "harbour"),
                        Optional.of("https://example.org/x.jpg"),
                        List.of(),
                        true));
        assertThat(extract(HTML).get(0).details()).isEqualTo(ArticleDetails.NONE);
    }

    @Test
    void cutsNothingOffAHeadlineThatReadersSeeWhole() throws UnreadablePageException {
        String title = "Ministers agree to reopen the harbour in the north of the country - and more";
        assertThat(extract(
                                "<html><title>" + title + "</title><meta property=og:title content='" + title + "'><h1>"
                                        + title
                                        + "</h1><p>The ministers of both countries agreed on Tuesday to reopen the harbour.</p>")
                        .get(0)
                        .title())
                .isEqualTo(title);
    }

    /** What readers see as the headline is the headline, whatever the head makes of it; a site's name in a link isn't. */
    @Test
    void takesTheHeadingThatNoOtherWitnessKnows() throws UnreadablePageException {
        String page = "<html><title>Harbour: what happens now | The Example</title>%s"
                + "<p>The ministers of both countries agreed on Tuesday to reopen the harbour.</p>";
        assertThat(extract(page.formatted("<h1>Ministers agree to open it</h1>"))
                        .get(0)
                        .title())
                .isEqualTo("Ministers agree to open it");
        assertThat(extract(page.formatted("<h1><a href=/>The Example of Today</a></h1>"))
                        .get(0)
                        .title())
                .isEqualTo("Harbour: what happens now");
    }

    @Test
    void readsTextThatAScriptPutsInPlace() throws UnreadablePageException {
        String text =
                "<p>The ministers of both countries agreed on Tuesday to reopen the harbour for good, they said.</p>";
        assertThat(extract("<html><body><h1>Title of it</h1><script type='text/template'>"
                                + text.repeat(4).replace("good", "good and all") + text + "</script></body></html>")
                        .get(0)
                        .body())
                .contains("for good, they said.");
    }

    /** What an interview asks everybody stays; a doubled paragraph goes; a sentence of links is one. */
    @Test
    void keepsWhatRecursInProse() throws UnreadablePageException {
        String asked = "<p>What do you expect of it?</p>";
        String answer = "<p>\"I expect that ships return within %s weeks, as the port authority has announced.\"</p>";
        String links = "<p><a href=/a>Jane Doe and John Roe</a> have been seen near the <a href=/b>harbour</a>.</p>";
        assertThat(extract("<html><h1>Two questions</h1>" + asked + answer.formatted("two") + asked
                                + answer.formatted("three") + answer.formatted("three") + links)
                        .get(0)
                        .body()
                        .split("\n"))
                .hasSize(5)
                .endsWith("Jane Doe and John Roe have been seen near the harbour.");
    }

    @Test
    void aDateInTheTextIsNotThePagesDate() throws UnreadablePageException {
        assertThat(extract("The ministers agreed on 14 May 2024 to reopen the harbour - and the market beside it.")
                        .get(0)
                        .published())
                .isEmpty();
    }

    @Test
    void joinsLinesBrokenAtAFixedWidth() throws UnreadablePageException {
        Article article = extract("""
                        Ministers agree to reopen the harbour

                        The ministers of both countries agreed on Tuesday to reopen the
                        harbour that was closed in the spring after the storms had broken
                        two of its walls.

                        Ships are expected to return within two weeks, according to a
                        statement by the port authority, which had asked for the works to
                        start as early as possible.
                        """).get(0);
        assertThat(article.body().split("\n")).hasSize(2);
        assertThat(article.title()).isEqualTo("Ministers agree to reopen the harbour");
    }

    @Test
    void aTextWithoutAHeadlineIsAStory() throws UnreadablePageException {
        Article article = extract("The ministers of both countries agreed on Tuesday to reopen the harbour.")
                .get(0);
        assertThat(article.title()).isEmpty();
        assertThat(article.body()).startsWith("The ministers");
    }

    @Test
    void refusesOtherLanguagesByName() {
        String arabic =
                "أعلن رئيس الوزراء العراقي يوم الثلاثاء أن الحكومة سوف تتعاون مع المجتمع الدولي في محاربة الإرهاب. "
                        .repeat(5);
        assertThatThrownBy(() -> extract(arabic))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessage("it: is in Arabic (ar); only English is read");
    }

    @Test
    void deepAndLongPagesStayBounded() throws UnreadablePageException {
        String deep = "<html><body>" + "<div><span>".repeat(100_000) + "<p>The end of it was reached by nobody.</p>";
        String longLine = "The ministers agreed on it. ".repeat(400_000);
        // The thread's own time: a busy machine is no slow extractor.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        extract(deep);
        extract(longLine);
        extract("<html><body><p>" + longLine);
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    private static List<Article> extract(String content) throws UnreadablePageException {
        return new ArticleExtractor().extract(Page.of("it", content.getBytes(UTF_8)));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ArticleExtractorTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
