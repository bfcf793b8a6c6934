package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

class WarcPagesTest {
    private static final Instant FETCHED = Instant.parse("2024-05-14T10:00:00Z");
    private static final MediaType LATIN = MediaType.parse("text/html; charset=ISO-8859-7");

    private final List<Page> pages = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = WarcCompression.class,
            names = {"NONE", "GZIP"})
    void readsResponsesResourcesAndConversions(WarcCompression compression) throws IOException {
        read(archive(compression));
        assertThat(failures).isEmpty();
        assertThat(pages)
                .extracting(Page::url)
                .containsExactly(
                        "https://example.org/a",
                        "https://example.org/packed",
                        "https://example.org/saved",
                        "https://example.org/wet");
        assertThat(pages)
                .extracting(page -> new String(page.content(), UTF_8))
                .contains("<p>packed</p>", "plain words");
        assertThat(pages.get(0).charset()).contains(Charset.forName("ISO-8859-7"));
        assertThat(pages).allSatisfy(page -> assertThat(page.fetched()).contains(FETCHED));
    }

    @Property(tries = 60, seed = "43")
    void aCutFileGivesWhatIsBeforeTheCut(@ForAll @IntRange(min = 1, max = 10_000) int share, @ForAll boolean packed)
            throws IOException {
        byte[] whole = archive(packed ? WarcCompression.GZIP : WarcCompression.NONE);
        List<Page> all = new ArrayList<>();
        read(whole, all, failures);
        pages.clear();
        failures.clear();
        byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * share / 10_000));
        read(cut, pages, failures);
        assertThat(pages.size() + failures.size()).isPositive();
        assertThat(failures.size()).isLessThanOrEqualTo(1);
        for (int i = 0; i < pages.size() && cut.length > 20; i++) {
            assertThat(pages.get(i).content()).isEqualTo(all.get(i).content());
        }
    }

    @Test
    void saysWhereAFileIsCut() throws IOException {
        byte[] whole = archive(WarcCompression.GZIP);
        read(Arrays.copyOf(whole, whole.length - 40));
        assertThat(pages).hasSize(3);
        assertThat(failures).containsExactly("news.warc: is cut or damaged after 6 records");
    }

    @Test
    void aBombInARecordCostsThatRecord() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), WarcCompression.NONE)) {
            writer.write(response("https://example.org/bomb", gzip(new byte[30_000_000]), "gzip", MediaType.HTML));
            writer.write(response("https://example.org/broken", "no gzip".getBytes(UTF_8), "gzip", MediaType.HTML));
            writer.write(response("https://example.org/good", "good".getBytes(UTF_8), "", MediaType.HTML));
        }
        read(file.toByteArray());
        assertThat(pages).extracting(Page::url).containsExactly("https://example.org/good");
        assertThat(failures)
                .containsExactly(
                        "https://example.org/bomb: is larger than 20 MB a page may have",
                        "https://example.org/broken: is damaged");
    }

    @Test
    void saysThatAFileHoldsNoPages() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), WarcCompression.NONE)) {
            writer.write(new Warcinfo.Builder()
                    .fields(java.util.Map.of("software", List.of("test")))
                    .build());
        }
        read(file.toByteArray());
        assertThat(failures).containsExactly("news.warc: holds no pages");
    }

    /** Feeds, JSON and sitemaps among the records; what holds no texts is passed over. */
    @Test
    void readsWhatHoldsPagesItself() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MediaType xml = MediaType.parse("text/xml; charset=utf-8");
        MediaType json = MediaType.parse("application/json");
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), WarcCompression.GZIP)) {
            writer.write(response("https://example.org/settings", "{\"a\": {}}".getBytes(UTF_8), "", json));
            writer.write(response(
                    "https://example.org/feed",
                    ("<rss version=\"2.0\"><channel><title>Example</title><item><title>One</title><link>https://example.org/1"
                                    + "</link><description>They agreed.</description></item></channel></rss>")
                            .getBytes(UTF_8),
                    "",
                    MediaType.parse("application/rss+xml")));
            writer.write(response(
                    "https://example.org/api",
                    "{\"articles\": [{\"title\": \"Two\", \"url\": \"https://example.org/2\", \"text\": \"It rains.\"}]}"
                            .getBytes(UTF_8),
                    "",
                    json));
            writer.write(response(
                    "https://example.org/sitemap",
                    ("<urlset><url><loc>https://example.org/3</loc><news><title>Three</title></news></url></urlset>")
                            .getBytes(UTF_8),
                    "",
                    xml));
            writer.write(response("https://example.org/3", "<p>It snows.</p>".getBytes(UTF_8), "", MediaType.HTML));
        }
        read(file.toByteArray());
        assertThat(failures).isEmpty();
        assertThat(pages)
                .extracting(Page::url)
                .containsExactly("https://example.org/1", "https://example.org/2", "https://example.org/3");
        assertThat(pages).extracting(page -> page.listing().title()).containsExactly("One", "Two", "Three");
    }

    /** A pipe has nothing available between two members. */
    @Test
    void readsAllMembersFromASlowStream() throws IOException {
        InputStream slow = new ByteArrayInputStream(archive(WarcCompression.GZIP)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 7));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        new PageReader().read(slow, "news.warc", pages::add, failure -> failures.add(failure.getMessage()));
        assertThat(pages).hasSize(4);
        assertThat(failures).isEmpty();
    }

    private void read(byte[] file) {
        read(file, pages, failures);
    }

    private static void read(byte[] file, List<Page> pages, List<String> failures) {
        new PageReader()
                .read(
                        new ByteArrayInputStream(file),
                        "news.warc",
                        pages::add,
                        failure -> failures.add(failure.getMessage()));
    }

    private static byte[] archive(WarcCompression compression) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), compression)) {
            writer.write(response("https://example.org/a", "<p>a</p>".getBytes(UTF_8), "", LATIN));
            writer.write(response("https://example.org/picture", new byte[100], "", MediaType.parse("image/png")));
            writer.write(new WarcResponse.Builder(URI.create("https://example.org/missing"))
                    .date(FETCHED)
                    .body(new HttpResponse.Builder(404, "Not Found")
                            .body(MediaType.HTML, "<p>Not found</p>".getBytes(UTF_8))
                            .build())
                    .build());
            writer.write(response(
                    "https://example.org/packed", gzip("<p>packed</p>".getBytes(UTF_8)), "gzip", MediaType.HTML));
            writer.write(new WarcResource.Builder(URI.create("https://example.org/style"))
                    .date(FETCHED)
                    .body(MediaType.parse("text/css"), "p {}".getBytes(UTF_8))
                    .build());
            writer.write(new WarcResource.Builder(URI.create("https://example.org/saved"))
                    .date(FETCHED)
                    .body(MediaType.HTML, "<p>saved</p>".getBytes(UTF_8))
                    .build());
            writer.write(new WarcConversion.Builder()
                    .addHeader("WARC-Target-URI", "https://example.org/wet")
                    .date(FETCHED)
                    .body(MediaType.PLAIN_TEXT, "plain words".getBytes(UTF_8))
                    .build());
        }
        return file.toByteArray();
    }

    private static WarcResponse response(String url, byte[] content, String encoding, MediaType type)
            throws IOException {
        HttpResponse.Builder http = new HttpResponse.Builder(200, "OK");
        if (!encoding.isEmpty()) {
            http.addHeader("Content-Encoding", encoding);
        }
        return new WarcResponse.Builder(URI.create(url))
                .date(FETCHED)
                .body(http.body(type, content).build())
                .build();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
