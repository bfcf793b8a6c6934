package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    /** Everything that comes from content, in a fixed order: equal for equal archives. */
    private static final List<String> CONTENT = List.of(
            "SELECT * EXCLUDE (run) FROM pages ORDER BY id",
            "SELECT * FROM articles ORDER BY id",
            "SELECT * FROM sentences ORDER BY ALL",
            "SELECT * FROM entities ORDER BY ALL",
            "SELECT * FROM toponyms ORDER BY ALL",
            "SELECT * FROM statements ORDER BY id",
            "SELECT * FROM reports ORDER BY id",
            "SELECT * FROM events ORDER BY id");

    @TempDir
    private Path folder;

    private static List<Object> content(Archive archive) {
        Query query = new Query(archive);
        List<Object> content = new ArrayList<>();
        CONTENT.forEach(question -> content.add(query.sql(question, 1_000_000)));
        return content;
    }

    private static long count(Archive archive, String from) {
        return (Long) new Query(archive)
                .sql("SELECT count(*) FROM " + from, 1)
                .rows()
                .get(0)
                .get(0);
    }

    @Test
    void keepsEverythingRead() {
        int events = Samples.pages().stream()
                .flatMap(page -> page.readings().stream())
                .mapToInt(reading -> reading.events().size())
                .sum();
        try (Archive archive = Archive.open(folder)) {
            assertThat(archive.add(Samples.pages())).isEqualTo(13);
            assertThat(count(archive, "reports")).isEqualTo(events);
            assertThat(count(archive, "events WHERE best_report NOT IN (SELECT id FROM reports)"))
                    .isZero();
            assertThat(count(archive, "(SELECT id FROM reports GROUP BY id HAVING count(*) > 1)"))
                    .isZero();
            assertThat(count(archive, "(SELECT id FROM statements GROUP BY id HAVING count(*) > 1)"))
                    .isZero();
        }
    }

    @Test
    void offsetsPointToTheWords() {
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages());
            assertThat(count(archive, """
                    reports r JOIN articles a ON a.id = r.article
                    WHERE substr(a.text, r.sentence_span[1] + 1, r.sentence_span[2] - r.sentence_span[1]) <> r.sentence
                       OR substr(a.text, r.trigger_span[1] + 1, r.trigger_span[2] - r.trigger_span[1]) <> r.trigger""")).isZero();
            assertThat(count(archive, """
                    statements s JOIN articles a ON a.id = s.article
                    WHERE NOT starts_with(s.content, substr(a.text, s.content_spans[1] + 1, s.content_spans[2] - s.content_spans[1]))""")).isZero();
        }
    }

    @Test
    void takingInTheSameAgainChangesNothing() {
        List<Object> once;
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages());
            once = content(archive);
            assertThat(archive.add(Samples.pages())).isZero();
            assertThat(content(archive)).isEqualTo(once);
        }
        try (Archive archive = Archive.open(folder)) {
            assertThat(archive.knows(Samples.pages().get(0).page())).isTrue();
            assertThat(archive.add(Samples.pages())).isZero();
            assertThat(content(archive)).isEqualTo(once);
        }
    }

    @Test
    void batchesMakeNoDifference() {
        List<Object> together;
        try (Archive archive = Archive.open(folder.resolve("together"))) {
            archive.add(Samples.pages());
            together = content(archive);
        }
        try (Archive archive = Archive.open(folder.resolve("apart"))) {
            Samples.pages().forEach(page -> archive.add(List.of(page)));
            assertThat(content(archive)).isEqualTo(together);
        }
    }

    @Test
    void forgetsAPageAndAllThatCameOfIt() {
        ReadPage retracted = Samples.pages().get(4);
        List<ReadPage> rest = new ArrayList<>(Samples.pages());
        rest.remove(retracted);
        try (Archive archive = Archive.open(folder.resolve("a"));
                Archive without = Archive.open(folder.resolve("b"))) {
            archive.add(Samples.pages());
            assertThat(archive.forget("no such page")).isZero();
            assertThat(archive.forget(retracted.page().url()))
                    .isEqualTo(retracted.readings().size());
            assertThat(archive.knows(retracted.page())).isFalse();
            without.add(rest);
            assertThat(new Query(archive).sql("SELECT * FROM events ORDER BY id", 10_000))
                    .isEqualTo(new Query(without).sql("SELECT * FROM events ORDER BY id", 10_000));
            assertThat(count(archive, "statements")).isEqualTo(count(without, "statements"));
        }
    }

    @Test
    void rowsOfAnotherVersionAreReadAgainOnRequest() throws SQLException {
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages());
        }
        execute("UPDATE versions SET model = 'en-0'");
        try (Archive archive = Archive.open(folder)) {
            ReadPage page = Samples.pages().get(0);
            assertThat(archive.outdatedPages()).isEqualTo(12);
            assertThat(archive.knows(page.page())).isTrue();
            assertThat(archive.isCurrent(page.page())).isFalse();
            long before = count(archive, "reports");
            assertThat(archive.add(List.of(page))).isEqualTo(page.readings().size());
            assertThat(archive.outdatedPages()).isEqualTo(11);
            assertThat(count(archive, "reports")).isEqualTo(before);
            assertThat(count(archive, "articles")).isEqualTo(13);
        }
    }

    @Test
    void notesWhatCannotBeReadOnce() {
        try (Archive archive = Archive.open(folder)) {
            archive.fail(new UnreadablePageException("a.pdf", "is a PDF"));
            archive.fail(new UnreadablePageException("a.pdf", "is a PDF"));
            assertThat(count(archive, "failures")).isEqualTo(1);
        }
    }

    @Test
    void aFailedBatchLeavesNothing() {
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages().subList(0, 3));
            List<Object> before = content(archive);
            List<ReadPage> broken = Samples.pages().subList(3, 6);
            try (Connection connection = archive.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE toponyms RENAME TO hidden");
                assertThatThrownBy(() -> archive.add(broken)).isInstanceOf(ArchiveException.class);
                statement.execute("ALTER TABLE hidden RENAME TO toponyms");
            } catch (SQLException refused) {
                throw new AssertionError(refused);
            }
            assertThat(content(archive)).isEqualTo(before);
            assertThat(archive.add(broken)).isPositive();
        }
    }

    @Test
    void readersSeeOnlyAnArchive() throws IOException, SQLException {
        assertThatThrownBy(() -> Archive.openToRead(folder.resolve("none")))
                .hasMessageContaining("no archive in")
                .hasMessageContaining("read --archive");
        try (Connection other = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("archive.duckdb"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE mine (x INTEGER)");
        }
        assertThatThrownBy(() -> Archive.openToRead(folder)).hasMessageContaining("no archive of Dragoman");
        assertThatThrownBy(() -> Archive.open(folder)).hasMessageContaining("no archive of Dragoman");
    }

    @Test
    void refusesANewerLayout() throws SQLException {
        Archive.open(folder).close();
        execute("INSERT INTO schema_version VALUES (" + (Schema.VERSION + 1) + ", now()::TIMESTAMP)");
        assertThatThrownBy(() -> Archive.open(folder)).hasMessageContaining("newer Dragoman");
        assertThatThrownBy(() -> Archive.openToRead(folder)).hasMessageContaining("newer Dragoman");
    }

    @Test
    void refusesADamagedFileAndLeavesIt() throws IOException {
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages());
        }
        Path database = folder.resolve("archive.duckdb");
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[8_000]), 0);
        }
        byte[] damaged = Files.readAllBytes(database);
        assertThatThrownBy(() -> Archive.open(folder))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("nothing was deleted");
        assertThat(Files.readAllBytes(database)).isEqualTo(damaged);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.3, 0.6})
    void refusesACutFileAndLeavesIt(double share) throws IOException {
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages());
        }
        Path database = folder.resolve("archive.duckdb");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(database), (int) (share * Files.size(database)));
        Files.write(database, cut);
        assertThatThrownBy(() -> {
                    try (Archive archive = Archive.openToRead(folder)) {
                        content(archive);
                    }
                })
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("bring archive.duckdb back from a copy");
        assertThat(Files.readAllBytes(database)).isEqualTo(cut);
    }

    @Test
    void sweepsOnlyOldLibraries() throws IOException {
        Path old = Files.createFile(folder.resolve("libduckdb_java1.so"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(1_000)));
        Path young = Files.createFile(folder.resolve("libduckdb_java2.so"));
        Path other = Files.createFile(folder.resolve("notes.txt"));
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(1_000)));
        NativeLibrary.sweep(folder, Instant.now().minusSeconds(500));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }

    @Test
    void clearsAwayWhatEndedProcessesUnpacked() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("native"));
        Path running = Files.createDirectory(
                cache.resolve(Long.toString(ProcessHandle.current().pid())));
        Path ended = Files.createDirectory(cache.resolve("999999999"));
        Files.createFile(ended.resolve("libduckdb_java1.so"));
        Path other = Files.createDirectory(cache.resolve("notes"));
        NativeLibrary.clear(cache, Instant.now().minusSeconds(500));
        assertThat(ended).as("too young").exists();
        NativeLibrary.clear(cache, Instant.now().plusSeconds(5));
        assertThat(ended).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("archive.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
