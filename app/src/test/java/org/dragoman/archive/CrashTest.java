package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dragoman.query.Filter;
import org.dragoman.query.Hit;
import org.dragoman.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that take pages in are killed at random moments: nothing that was committed is lost, nothing is doubled, and
 * the text index follows the tables. {@code -Ddragoman.crashes=200} kills more of them.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("dragoman.crashes", 20);
    private static final int PAGES = 15 * ROUNDS;
    private static final int BATCH = 7;
    private static final int LONGEST_WAIT_MILLIS = 60;
    /** Batches that a process may finish in its life, less one. */
    private static final int MOST_BATCHES = 5;

    private static final long SEED = 20140906;

    @TempDir
    private Path folder;

    /** What is killed: takes pages in and says after each batch that is new how many pages it holds. */
    static final class Writer {
        public static void main(String[] arguments) {
            try (Archive archive = Archive.open(Path.of(arguments[0]))) {
                archive.index();
                System.out.println("open");
                for (int from = 0; from < Integer.parseInt(arguments[1]); from += BATCH) {
                    if (archive.add(pages(from, Math.min(from + BATCH, Integer.parseInt(arguments[1])))) > 0) {
                        System.out.println(from + BATCH);
                    }
                }
            }
        }
    }

    private static List<ReadPage> pages(int from, int to) {
        return IntStream.range(from, to).mapToObj(MadePages::page).toList();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.resolve("archive").toString(),
                        Integer.toString(PAGES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void killedAtAnyMomentNothingIsLostOrDoubled() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        int held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process process = start();
            int committed = 0;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("open");
                if (round == 0) {
                    assertThatThrownBy(() -> Archive.open(folder.resolve("archive")))
                            .isInstanceOf(ArchiveException.class)
                            .hasMessageContaining("in use by process " + process.pid());
                }
                for (int batches = random.nextInt(MOST_BATCHES); batches > 0; batches--) {
                    String line = lines.readLine();
                    committed = line == null ? committed : Integer.parseInt(line);
                }
                Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
                process.toHandle().destroyForcibly(); // Process.destroyForcibly would close what is left to read
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    committed = Integer.parseInt(line);
                }
            }
            process.waitFor(10, TimeUnit.SECONDS);
            held = check(Math.max(held, Math.min(committed, PAGES)));
        }
        try (Archive archive = Archive.open(folder.resolve("archive"));
                Archive once = Archive.open(folder.resolve("once"))) {
            for (int from = 0; from < PAGES; from += BATCH) {
                archive.add(pages(from, Math.min(from + BATCH, PAGES)));
            }
            once.add(pages(0, PAGES));
            for (String table : List.of("articles", "reports", "events", "statements", "ties", "bands", "terms")) {
                assertThat(rows(archive, table)).as(table).isEqualTo(rows(once, table));
            }
        }
        System.out.println(ROUNDS + " processes killed; the last had " + held + " of " + PAGES + " pages");
    }

    /** Looks at what is left; returns how many pages are there. */
    private int check(int committed) {
        try (Archive archive = Archive.open(folder.resolve("archive"))) {
            int held = (int) one(archive, "SELECT count(*) FROM pages");
            assertThat(held).isGreaterThanOrEqualTo(committed);
            assertThat(pages(0, held)).allMatch(page -> archive.knows(page.page()));
            assertThat(one(archive, "SELECT count(DISTINCT id) FROM articles")).isEqualTo(held);
            assertThat(one(archive, "SELECT count(*) FROM articles")).isEqualTo(held);
            assertThat(one(archive, "SELECT count(DISTINCT id) FROM reports")).isEqualTo(3L * held);
            assertThat(one(archive, "SELECT count(*) FROM reports")).isEqualTo(3L * held);
            assertThat(one(archive, "SELECT count(*) FROM events"))
                    .isEqualTo(one(archive, "SELECT count(DISTINCT event) FROM reports"));
            assertThat(one(archive, "SELECT coalesce(sum(reports), 0)::BIGINT FROM events"))
                    .isEqualTo(3L * held);
            List<Long> indexed = new ArrayList<>();
            new Query(archive)
                    .search(Filter.everything(), 0, 100_000).best().stream()
                            .map(Hit::article)
                            .sorted()
                            .forEach(indexed::add);
            List<Object> stored = new ArrayList<>();
            new Query(archive)
                    .sql("SELECT id FROM articles ORDER BY id", 100_000)
                    .rows()
                    .forEach(row -> stored.add(row.get(0)));
            assertThat(indexed).isEqualTo(stored);
            return held;
        }
    }

    private static List<?> rows(Archive archive, String table) {
        return new Query(archive)
                .sql("SELECT * FROM " + table + " ORDER BY ALL", 1_000_000)
                .rows();
    }

    private static long one(Archive archive, String question) {
        return (Long) new Query(archive).sql(question, 1).rows().get(0).get(0);
    }
}
