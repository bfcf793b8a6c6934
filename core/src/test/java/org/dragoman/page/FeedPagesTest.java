package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedPagesTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Example News</title><link>https://example.org</link><description>News</description>
            <language>en-gb</language>
            <item><title>Ministers agree</title><link>https://example.org/1</link><dc:creator>Jane Doe</dc:creator>
            <pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>They agreed.</p>]]></content:encoded></item>
            <item><title>Farmers block the road</title><description>Farmers &amp;amp; others blocked it.</description></item>
            <item><title>Nothing more</title><link>https://example.org/3</link></item>
            </channel></rss>
            """;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void readsRss() {
        read(RSS);
        assertThat(pages).extracting(Page::url).containsExactly("https://example.org/1", "it#2");
        assertThat(pages)
                .extracting(page -> new String(page.content(), UTF_8).replace("\n", ""))
                .containsExactly(
                        "<html><body><p>They agreed.</p></body></html>",
                        "<html><body>Farmers &amp; others blocked it.</body></html>");
        assertThat(pages.get(0).listing())
                .isEqualTo(new Listing(
                        "Ministers agree", List.of("Jane Doe"), "2024-05-14T10:00:00Z", "Example News", "en-gb"));
        assertThat(failures).containsExactly("https://example.org/3: is an entry without text");
    }

    @Test
    void readsAtom() {
        read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><id>x</id><updated>2024-05-14T10:00:00Z</updated>
                <entry><title>Ministers agree</title><id>urn:1</id><link href="https://example.org/1"/>
                <updated>2024-05-14T10:00:00Z</updated><author><name>Jane Doe</name></author>
                <content type="html">&lt;p>They agreed.&lt;/p></content></entry></feed>
                """);
        assertThat(failures).isEmpty();
        assertThat(pages).extracting(Page::url).containsExactly("https://example.org/1");
        assertThat(pages.get(0).listing().authors()).containsExactly("Jane Doe");
        assertThat(pages.get(0).listing().published()).isEqualTo("2024-05-14T10:00:00Z");
    }

    @Test
    void readsNoEntities() {
        read("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<rss version=\"2.0\"><channel><title>&a;</title></channel></rss>");
        assertThat(pages).isEmpty();
        assertThat(failures).containsExactly("it: is a news feed that is broken or declares a document type");
    }

    @Test
    void brokenAndDeepFeedsAreOneFailure() {
        read(RSS.substring(0, 600));
        read("<rss version=\"2.0\"><channel>" + "<a>".repeat(100_000));
        read("<rss version=\"2.0\"><channel>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</channel></rss>");
        assertThat(pages).isEmpty();
        assertThat(failures).hasSize(3);
    }

    @Test
    void aSitemapHoldsNoPages() {
        read("<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset>");
        assertThat(failures).containsExactly("it: is a sitemap: it names pages and holds none");
    }

    /** A sitemap holds no text, but what it says goes with the pages that come after it. */
    @Test
    void whatASitemapSaysGoesWithItsPages() {
        Receiver receiver = new Receiver(pages::add, failure -> failures.add(failure.getMessage()));
        assertThatCode(() -> Sitemap.read(new ByteArrayInputStream("""
                                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                                xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                                <url><loc>https://example.org/1</loc><news:news><news:publication><news:name>Example News</news:name>
                                <news:language>en</news:language></news:publication>
                                <news:publication_date>2024-05-14</news:publication_date>
                                <news:title>Ministers &amp; farmers agree</news:title></news:news></url>
                                <url><loc>https://example.org/2</loc><lastmod>2024-05-15</lastmod></url></urlset>
                                """.getBytes(UTF_8)), "it", receiver))
                .doesNotThrowAnyException();
        receiver.page(Page.of("https://example.org/1", new byte[1]));
        receiver.page(Page.of("https://example.org/2", new byte[1]));
        assertThat(failures).isEmpty();
        assertThat(pages)
                .extracting(Page::listing)
                .containsExactly(
                        new Listing("Ministers & farmers agree", List.of(), "2024-05-14", "Example News", "en"),
                        Listing.NONE);
    }

    @Test
    void aBrokenSitemapAndOneWithEntitiesAreFailures() {
        read("<urlset><url><loc>https://example.org/1");
        read("<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<urlset><url><loc>&a;</loc></url></urlset>");
        assertThat(pages).isEmpty();
        assertThat(failures).hasSize(2).allMatch(failure -> failure.startsWith("it: is a sitemap"));
    }

    private void read(String feed) {
        new PageReader()
                .read(
                        new ByteArrayInputStream(feed.getBytes(UTF_8)),
                        "it",
                        pages::add,
                        failure -> failures.add(failure.getMessage()));
    }
}
