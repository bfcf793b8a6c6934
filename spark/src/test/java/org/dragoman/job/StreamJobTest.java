package org.dragoman.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamJobTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    private static Path folder;

    private final SparkSession spark = Sessions.local(folder);
    private final Store store = new Store(spark, folder.resolve("store").toString());
    private final Path arriving = folder.resolve("arriving");

    @Test
    void readsEachFileOnceEvenWhereTheDriverDiesBeforeItSaysSo()
            throws IOException, TimeoutException, StreamingQueryException {
        Files.createDirectory(arriving);
        arrive("centcom-mosul-talks.txt");
        run();
        arrive("centcom-raqqah-advance.txt");
        arrive("uk-barrel-bombs.txt");
        run();
        assertThat(urls()).hasSize(3);
        // As after a kill between the last table and the note that the batch is done.
        Files.delete(folder.resolve("store/checkpoint/commits/1"));
        Files.deleteIfExists(folder.resolve("store/checkpoint/commits/.1.crc"));
        run();
        assertThat(urls())
                .containsExactlyInAnyOrder(
                        arriving + "/centcom-mosul-talks.txt",
                        arriving + "/centcom-raqqah-advance.txt",
                        arriving + "/uk-barrel-bombs.txt");
    }

    /** A few files, for time; {@code -Ddragoman.files=300} has more arrive. */
    @Test
    void aDriverKilledWhileFilesArriveReadsEachOnceWhenItIsStartedAgain()
            throws IOException, InterruptedException, SQLException {
        int files = Integer.getInteger("dragoman.files", 24);
        int together = Math.min(20, files / 3);
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path kept = folder.resolve("kept");
        Process driver = driver(kept, inbox, together, "--every", "1");
        int arrived = 0;
        while (!Files.exists(kept.resolve("checkpoint/offsets/1"))) {
            assertThat(driver.isAlive()).as("see driver.log").isTrue();
            if (arrived < files * 2 / 3) {
                send(inbox, arrived++);
            }
            Thread.sleep(20);
        }
        // Somewhere in the second batch, while more arrive.
        send(inbox, arrived++);
        Thread.sleep(new Random(files).nextInt(1_000));
        driver.destroyForcibly().waitFor();
        while (arrived < files) {
            send(inbox, arrived++);
        }
        Process again = driver(kept, inbox, together, "--once");
        assertThat(again.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).isZero();
        for (String table : List.of("pages", "articles")) {
            assertThat(counts(kept.resolve(table))).as(table).isEqualTo(List.of(files, files));
        }
    }

    /** How many rows a table has, and how many addresses. */
    private static List<Integer> counts(Path table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT url) FROM read_parquet('" + table + "/**/*.parquet')")) {
            counts.next();
            return List.of(counts.getInt(1), counts.getInt(2));
        }
    }

    private static void send(Path inbox, int number) throws IOException {
        Path whole = folder.resolve(number + ".txt");
        Files.writeString(
                whole,
                "Visit number " + number + "\n\nIraq's foreign minister met " + number
                        + " diplomats from Norway in Oslo on Monday and thanked them for their help.\n");
        Files.move(whole, inbox.resolve(number + ".txt"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The job in a process of its own, with Java's options of this one. */
    private static Process driver(Path kept, Path inbox, int together, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=localhost",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.sql.shuffle.partitions=1",
                "-Dspark.sql.codegen.wholeStage=false",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "stream",
                kept.toString(),
                inbox.toString(),
                "--files",
                Integer.toString(together)));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("driver.log").toFile())
                .start();
    }

    private void arrive(String name) throws IOException {
        Path whole = Files.copy(SAMPLES.resolve(name), folder.resolve(name));
        Files.move(whole, arriving.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run() throws IOException, TimeoutException, StreamingQueryException {
        new StreamJob(spark, store, 10)
                .start(arriving.toString(), Trigger.AvailableNow())
                .awaitTermination();
    }

    private List<String> urls() {
        return store.table("pages").select("url").as(Encoders.STRING()).collectAsList();
    }
}
