package org.dragoman.job;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The entrance for {@code spark-submit}. */
@Command(
        name = "dragoman-spark.jar",
        mixinStandardHelpOptions = true,
        description = "Reads news pages on a Spark cluster into Parquet with the columns of Dragoman's archive.",
        subcommands = {
            Main.Read.class,
            Main.Dedup.class,
            Main.Merge.class,
            Main.Series.class,
            Main.Stream.class,
            HelpCommand.class
        })
public final class Main {
    static final long MEGABYTE = 1_000_000;

    private Main() {}

    /** Runs a command and exits: 0 well, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    failed.printStackTrace(command.getErr());
                    return 1;
                })
                .execute(arguments);
        // On YARN and Kubernetes an exit in good order is told by returning.
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The session that {@code spark-submit} has set up. */
    static SparkSession session(String name) {
        return SparkSession.builder()
                .appName("dragoman " + name)
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate();
    }

    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description =
                    "Reads pages (HTML, text, WARC, JSON lines, gzipped or not) into tables by day of publication.")
    static final class Read implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "STORE", description = "Folder to write the tables to.")
        private String store = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
        private List<String> paths = List.of();

        @Option(
                names = "--batch",
                paramLabel = "NAME",
                description =
                        "What to call what is read, such as the day of the crawl; a batch of this name is replaced."
                                + " Default: made from the paths.")
        private @Nullable String batch;

        @Option(
                names = "--task-mb",
                paramLabel = "N",
                defaultValue = "64",
                description = "How many megabytes of files a task reads (default: ${DEFAULT-VALUE}).")
        private int taskMegabytes;

        @Override
        public Integer call() throws IOException {
            SparkSession spark = session("read");
            String name =
                    batch == null ? Integer.toHexString(String.join("\n", paths).hashCode()) : batch;
            List<InputFile> files = InputFile.find(paths, spark.sparkContext().hadoopConfiguration());
            ReadJob job = new ReadJob(spark, new Store(spark, store), taskMegabytes * MEGABYTE);
            System.out.println("dragoman: batch " + name + ": " + job.read(files, name));
            spark.stop();
            return 0;
        }
    }

    /** A job on the tables that read wrote. */
    private abstract static class OnStore implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "STORE", description = "Folder that read wrote.")
        private String store = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        abstract void run(SparkSession spark, Store tables) throws IOException;

        @Override
        public Integer call() throws IOException {
            SparkSession spark = session(spec.name());
            run(spark, new Store(spark, store));
            spark.stop();
            return 0;
        }
    }

    @Command(
            name = "dedup",
            mixinStandardHelpOptions = true,
            description =
                    "Groups all articles of a store: copies, and stories that share text. Writes the table groups.")
    static final class Dedup extends OnStore {
        @Override
        void run(SparkSession spark, Store store) throws IOException {
            new DedupJob(spark, store).run();
        }
    }

    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description =
                    "Finds which reports tell the same real event, better if dedup has run. Writes the tables merged and events.")
    static final class Merge extends OnStore {
        @Override
        void run(SparkSession spark, Store store) {
            new MergeJob(spark, store).run();
        }
    }

    @Command(
            name = "series",
            mixinStandardHelpOptions = true,
            description =
                    "Counts reports by day, dyad and type, copies once if dedup has run. Writes the table series.")
    static final class Series extends OnStore {
        @Override
        void run(SparkSession spark, Store store) {
            new SeriesJob(store).run();
        }
    }

    @Command(
            name = "stream",
            mixinStandardHelpOptions = true,
            description =
                    "Reads files as they arrive in a folder, each once, also across restarts. Move whole files in; a file"
                            + " that changes is not read again.")
    static final class Stream implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "STORE", description = "Folder to write the tables to.")
        private String store = "";

        @Parameters(index = "1", paramLabel = "FOLDER", description = "Where files arrive.")
        private String folder = "";

        @Option(
                names = "--every",
                paramLabel = "SECONDS",
                defaultValue = "60",
                description = "How often to look (default: ${DEFAULT-VALUE}).")
        private int seconds;

        @Option(
                names = "--files",
                paramLabel = "N",
                defaultValue = "1000",
                description = "Most files read together into one batch (default: ${DEFAULT-VALUE}).")
        private int files;

        @Option(names = "--once", description = "Read what is there, then stop.")
        private boolean once;

        @Override
        public Integer call() throws TimeoutException, StreamingQueryException, IOException {
            SparkSession spark = session("stream");
            StreamJob job = new StreamJob(spark, new Store(spark, store), files);
            Trigger trigger = once ? Trigger.AvailableNow() : Trigger.ProcessingTime(seconds, TimeUnit.SECONDS);
            job.start(folder, trigger).awaitTermination();
            spark.stop();
            return 0;
        }
    }
}
