package org.dragoman.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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
