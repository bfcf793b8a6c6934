package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPagesTest {
    private final List<Page> pages = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void readsJsonLinesAndPassesOverBrokenOnes() {
        read("""
                {"url": "https://example.org/1", "title": "One", "maintext": "Text one.", "date_publish": "2024-05-14 10:00:00"}
                {"title": "cut

                {"title": "Two", "text": "Text two."}
                {"title": "No text"}
                """);
        assertThat(pages).extracting(Page::url).containsExactly("https://example.org/1", "it#4");
        assertThat(pages).extracting(JsonPagesTest::text).containsExactly("Text one.", "Text two.");
        assertThat(pages.get(0).listing()).isEqualTo(new Listing("One", List.of(), "2024-05-14 10:00:00", "", ""));
        assertThat(failures)
                .containsExactly(
                        "it#2: is JSON that is cut, broken or too deep",
                        "it#5: is JSON without a text under a name that is known");
    }

    /** The shapes of a news API, a JSON feed, a publishing system's interface, and plain records, over several lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"status": "ok", "articles": [
                  {"source": {"id": null, "name": "Example"}, "author": "Jane Doe", "title": "One",
                   "publishedAt": "2024-05-14T10:00:00Z", "url": "https://example.org/1", "content": "Text."}]}
                """,
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "A feed", "items": [
                  {"id": "1", "url": "https://example.org/1", "title": "One", "content_text": "Text.",
                   "date_published": "2024-05-14T10:00:00Z", "authors": [{"name": "Jane Doe"}], "publisher": "Example"}]}
                """,
                """
                [{"link": "https://example.org/1", "title": {"rendered": "One"}, "content": {"rendered": "Text."},
                  "date": "2024-05-14T10:00:00Z", "author": {"name": "Jane Doe"}, "source": "Example"}]
                """,
                """
                {
                  "url": "https://example.org/1", "headline": "One", "text": "Text.", "byline": "Jane Doe",
                  "timestamp": 3, "published": 1715680800, "language_detected": "en", "domain": "Example"
                }
                """,
            })
    void findsRecordsInDocuments(String json) {
        read(json);
        assertThat(failures).isEmpty();
        Page page = pages.get(0);
        assertThat(pages).hasSize(1);
        assertThat(page.url()).isEqualTo("https://example.org/1");
        assertThat(text(page)).isEqualTo("Text.");
        assertThat(page.listing())
                .isEqualTo(new Listing("One", List.of("Jane Doe"), "2024-05-14T10:00:00Z", "Example", ""));
    }

    @Test
    void takesOtherNamesWhenTold() {
        FieldNames names = FieldNames.USUAL.with(FieldNames.Field.TEXT, "story").with(FieldNames.Field.TITLE, "text");
        read(new PageReader().withFields(names), "{\"text\": \"One\", \"Story\": \"Text.\", \"content\": \"Other.\"}");
        assertThat(text(pages.get(0))).isEqualTo("Text.");
        assertThat(pages.get(0).listing().title()).isEqualTo("One");
    }

    @Test
    void joinsAListOfParagraphs() {
        read("{\"body\": [\"One.\", \"Two.\"]}");
        assertThat(pages).extracting(JsonPagesTest::text).containsExactly("One.\nTwo.");
    }

    @Test
    void longLinesCostThemselvesAndNoMemory() {
        PageReader reader = new PageReader(Limits.DEFAULT.withPageBytes(1_000));
        read(reader, "{\"text\": \"One.\"}\n{\"text\": \"" + "x".repeat(5_000) + "\"}\n{\"text\": \"Three.\"}");
        assertThat(pages).extracting(JsonPagesTest::text).containsExactly("One.", "Three.");
        assertThat(failures).containsExactly("it#2: is larger than 1000 bytes a page may have");
    }

    /** A hundred megabytes in one line, as records in one array, made while it is read. */
    @Test
    void streamsALongArray() {
        String record = "{\"text\": \"" + "Words. ".repeat(1_400) + "\"},";
        byte[] bytes = record.getBytes(UTF_8);
        InputStream array = new InputStream() {
            private long at = -1;

            @Override
            public int read() {
                at++;
                return at == 0 ? '[' : at <= 100_000_000 ? bytes[(int) ((at - 1) % bytes.length)] : -1;
            }
        };
        int[] read = {0};
        new PageReader().read(array, "it", page -> read[0]++, failure -> failures.add(failure.getMessage()));
        assertThat(read[0]).isEqualTo(100_000_000 / bytes.length);
        assertThat(failures).containsExactly("it: is JSON that is cut, broken or too deep at line 1");
    }

    @Test
    void deepDocumentsAreRefused() {
        read("[[".repeat(100_000));
        assertThat(failures).hasSize(1);
    }

    @Property(tries = 300, seed = "44")
    void neverThrows(@ForAll @StringLength(max = 200) String tail) {
        read("{\"" + tail);
        read("[{\"text\": \"One.\"}," + tail);
        assertThat(pages.size() + failures.size()).isPositive();
    }

    private void read(String json) {
        read(new PageReader(), json);
    }

    private void read(PageReader reader, String json) {
        reader.read(
                new ByteArrayInputStream(json.getBytes(UTF_8)),
                "it",
                pages::add,
                failure -> failures.add(failure.getMessage()));
    }

    private static String text(Page page) {
        return new String(page.content(), UTF_8);
    }
}
