package org.dragoman.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ArchiveException;
import org.dragoman.archive.ReadPage;
import org.dragoman.page.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final Politeness QUICK =
            Politeness.USUAL.withBetween(Duration.ofMillis(1)).withPrivateAddresses(true);
    /** Reads nothing on a page: what is told here is how pages come. */
    private static final Reader READER = page -> new ReadPage(page, List.of());

    @TempDir
    private Path folder;

    private final Site site = new Site();
    private final List<Note> notes = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        site.close();
    }

    private void watch(Reader reader, String... paths) throws InterruptedException {
        List<Subscription> feeds = new ArrayList<>();
        for (String path : paths) {
            feeds.add(Subscription.to(site.url(path)));
        }
        try (Archive archive = Archive.open(folder);
                Watch watch = new Watch(archive, reader, QUICK, notes::add)) {
            watch.runOnce(feeds);
        }
    }

    private List<String> ask(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Archive archive = Archive.openToRead(folder);
                Connection connection = archive.connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void readsWhatIsNewAndOnlyThat() throws InterruptedException, SQLException {
        site.feed("/feed", "/a", site.url("/b")).story("/a").story("/b").story("/c");
        watch(READER, "/feed");
        assertThat(ask("SELECT url FROM pages ORDER BY url")).containsExactly(site.url("/a"), site.url("/b"));
        site.feed("/feed", "/c", "/a", "/b");
        watch(READER, "/feed");
        assertThat(ask("SELECT url FROM pages ORDER BY url"))
                .containsExactly(site.url("/a"), site.url("/b"), site.url("/c"));
        assertThat(site.asked("/a")).isEqualTo(1);
        assertThat(notes).extracting(Note::text).contains("2 pages, 2 new", "3 pages, 1 new");
    }

    @Test
    void takesAlongWhatTheFeedSays() throws InterruptedException {
        site.feed("/feed", "/a").story("/a");
        List<Page> read = new ArrayList<>();
        watch(
                page -> {
                    read.add(page);
                    return new ReadPage(page, List.of());
                },
                "/feed");
        assertThat(read).singleElement().satisfies(page -> {
            assertThat(page.listing().title()).isEqualTo("A headline");
            assertThat(page.listing().source()).isEqualTo("News");
            assertThat(page.charset())
                    .hasValueSatisfying(charset -> assertThat(charset.name()).isEqualTo("UTF-8"));
            assertThat(page.fetched()).isPresent();
        });
    }

    @Test
    void followsSitemapsToTheirPartsAndLeavesOldPages() throws InterruptedException, SQLException {
        String now = Instant.now().toString();
        site.put("/sitemap.xml", "text/xml", """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%s</loc><lastmod>%s</lastmod></sitemap>
                <sitemap><loc>%s</loc><lastmod>2020-01-01</lastmod></sitemap>
                </sitemapindex>
                """.formatted(site.url("/news.xml"), now, site.url("/old.xml")));
        site.put("/news.xml", "text/xml", """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>%s</loc><news:news><news:publication><news:name>The Paper</news:name><news:language>en</news:language>
                </news:publication><news:publication_date>%s</news:publication_date><news:title>Told</news:title></news:news></url>
                <url><loc>%s</loc><lastmod>2020-01-01</lastmod></url>
                <url><loc>%s</loc></url>
                </urlset>
                """.formatted(site.url("/a"), now, site.url("/b"), site.url("/c")));
        site.story("/a").story("/b").story("/c");
        List<Page> read = new ArrayList<>();
        watch(
                page -> {
                    read.add(page);
                    return new ReadPage(page, List.of());
                },
                "/sitemap.xml");
        assertThat(read).singleElement().satisfies(page -> {
            assertThat(page.url()).isEqualTo(site.url("/a"));
            assertThat(page.listing().title()).isEqualTo("Told");
            assertThat(page.listing().source()).isEqualTo("The Paper");
        });
        assertThat(site.asked("/old.xml")).isZero();
        assertThat(notes).extracting(Note::text).contains("2 sitemaps, 0 pages, 0 new", "3 pages, 1 new, 2 too old");
    }

    @Test
    void goesOnWhereItWasKilled() throws InterruptedException, SQLException {
        site.put("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                Site.content("application/rss+xml", Site.rss("/a", "/b", "/c").getBytes("UTF-8"))
                        .answer(exchange);
            }
        });
        site.story("/a").story("/b").story("/c");
        assertThatThrownBy(() -> watch(
                        page -> {
                            throw new IllegalStateException("the disk is full");
                        },
                        "/feed"))
                .hasMessageContaining("the disk is full");
        assertThat(ask("SELECT url FROM pages")).isEmpty();
        watch(READER, "/feed");
        assertThat(ask("SELECT url FROM pages")).hasSize(3);
        assertThat(notes).extracting(Note::text).contains("unchanged");
    }

    @Test
    void triesAgainWhatMayGoWellAndNotesWhatCanNot() throws InterruptedException, SQLException {
        site.feed("/feed", "/gone", "/broken", "/film", "javascript:alert(1)", "file:///etc/passwd");
        site.put("/broken", Site.status(500)).put("/film", "video/mp4", "no page");
        watch(READER, "/feed");
        assertThat(ask("SELECT reason FROM failures ORDER BY url"))
                .containsExactly(
                        site.url("/film") + ": is video/mp4, which can't be read",
                        site.url("/gone") + ": the host answers 404");
        assertThat(notes)
                .filteredOn(note -> note.kind() == Note.Kind.PUT_OFF)
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("the host answers 500; again in 15 min"));
        watch(READER, "/feed");
        assertThat(site.asked("/gone")).isEqualTo(1);
        assertThat(site.asked("/broken")).as("waits its quarter of an hour").isEqualTo(1);
    }

    @Test
    void asksAFeedThatFailsLessAndLess() throws InterruptedException {
        site.put("/feed", Site.status(500));
        watch(READER, "/feed");
        watch(READER, "/feed");
        assertThat(site.asked("/feed")).as("not before its time").isEqualTo(1);
        try (Journal journal = new Journal(folder)) {
            Journal.Feed feed = journal.feed(Subscription.to(site.url("/feed")).address());
            assertThat(feed.failures()).isEqualTo(1);
            assertThat(Duration.between(Instant.now(), feed.next()))
                    .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        }
    }

    @Test
    void readsNoFileThroughAFeed() throws InterruptedException {
        Path secret = folder.resolve("secret");
        site.put("/rss", "text/xml", """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "%s">]>
                <rss version="2.0"><channel><title>&x;</title><item><link>/a</link></item></channel></rss>
                """.formatted(secret.toUri()));
        site.put("/map", "text/xml", """
                <?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "%s">]>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>%s&x;</loc></url></urlset>
                """.formatted(site.url("/external"), site.url("/a")));
        watch(READER, "/rss", "/map");
        assertThat(site.asked("/external")).isZero();
        assertThat(site.asked("/a")).isZero();
    }

    @Test
    void runsUntilItIsStopped() throws InterruptedException, SQLException {
        site.feed("/feed", "/a").story("/a").story("/b");
        try (Archive archive = Archive.open(folder);
                Watch watch = new Watch(archive, READER, QUICK.withPoll(Duration.ofMillis(50)), notes::add)) {
            Thread thread = new Thread(() -> {
                try {
                    watch.run(List.of(Subscription.to(site.url("/feed"))));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            await("/a");
            site.feed("/feed", "/b", "/a");
            await("/b");
            watch.stop();
            thread.join(5_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(ask("SELECT url FROM pages")).hasSize(2);
    }

    private void await(String path) throws InterruptedException {
        for (int i = 0; i < 500 && site.asked(path) == 0; i++) {
            Thread.sleep(10);
        }
        assertThat(site.asked(path)).isEqualTo(1);
    }

    @Test
    void bearsACutLastLineButNoDamage() throws IOException {
        Path file = folder.resolve("watch.jsonl");
        Subscription page = Subscription.to("https://example.org/a");
        try (Journal journal = new Journal(folder)) {
            journal.done(page.address());
        }
        Files.writeString(file, "{\"done\":\"12", StandardOpenOption.APPEND);
        try (Journal journal = new Journal(folder)) {
            assertThat(journal.knows(page.address())).isTrue();
        }
        Files.writeString(file, "{\"do\n{\"done\":\"12\"}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> new Journal(folder).close())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("watch.jsonl:2: is damaged");
    }

    @Test
    void readsFeedsFromOpml() throws IOException {
        Path opml = folder.resolve("feeds.opml");
        Files.writeString(opml, """
                <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <opml version="2.0"><body><outline text="World">
                <outline type="rss" text="A &amp; B &x;" xmlUrl="https://Example.org/a.xml?x=1&amp;y=2"/>
                <outline type="rss" text="Again" xmlurl="https://example.org/a.xml?x=1&amp;y=2"/></outline>
                <outline type="rss" text="C" xmlUrl="http://example.org/c.xml#top"/></body></opml>
                """);
        assertThat(Subscription.read(opml))
                .extracting(subscription -> subscription.address().toString())
                .containsExactly("https://example.org/a.xml?x=1&y=2", "http://example.org/c.xml");
        Files.writeString(opml, "<opml><body><outline xmlUrl=\"file:///etc/passwd\"/></body></opml>");
        assertThatThrownBy(() -> Subscription.read(opml))
                .hasMessageContaining("feeds.opml: file:///etc/passwd: is no http or https address");
        Files.writeString(opml, "<html></html>");
        assertThatThrownBy(() -> Subscription.read(opml)).hasMessageContaining("names no feed");
    }
}
