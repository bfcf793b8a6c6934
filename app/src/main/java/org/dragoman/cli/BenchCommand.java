package org.dragoman.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dragoman.Dragoman;
import org.dragoman.page.Page;
import org.dragoman.page.PageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast this machine reads: pages as fetched to events and statements, over and over, with one thread"
                    + " and then with one for each processor.",
            "",
            "Pages stand in memory, so that disks don't count. What is given for a CPU second counts the time that processors"
                    + " worked, garbage collector and compiler included: on a busy machine it tells more than the clock."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:there was nothing to read", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {"  dragoman bench", "  dragoman bench pages --seconds 30"})
final class BenchCommand implements Callable<Integer> {
    /** Enough not to be a few pages' figure; small beside what reading takes. */
    private static final long MOST_BYTES = 64_000_000;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            defaultValue = "samples",
            description = "What to read, as for the command read; of large input the beginning. Default: the folder"
                    + " ${DEFAULT-VALUE}.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-s", "--seconds"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each measurement takes, and warming up before. Default: ${DEFAULT-VALUE}.")
    private int seconds = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Page> pages = new ArrayList<>();
    private long bytes;
    private int leftOut;

    @Override
    public Integer call() {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds " + seconds + ": at least one");
        }
        PrintWriter messages = spec.commandLine().getErr();
        print("machine", "%s", Machine.describe());
        PageReader reader = new PageReader();
        for (Path path : paths) {
            reader.read(path, this::keep, failure -> messages.println("dragoman: " + failure.getMessage()));
        }
        if (pages.isEmpty()) {
            messages.println("dragoman: nothing to measure on");
            return 1;
        }
        print("pages", "%d, %.2f MB%s", pages.size(), bytes / 1e6, leftOut == 0 ? "" : "; left out: " + leftOut);
        long opening = System.nanoTime();
        try (Dragoman dragoman = Dragoman.open()) {
            double opened = (System.nanoTime() - opening) / 1e9;
            Throughput pipeline = new Throughput(dragoman, pages);
            pipeline.readFirst();
            print(
                    "start-up",
                    "%.2f s to the first page's events, %.2f s of it model and tables",
                    Machine.age(),
                    opened);
            pipeline.measure(1, seconds); // warms up
            Throughput.Result one = report(pipeline, 1);
            int processors = Runtime.getRuntime().availableProcessors();
            if (processors > 1) {
                print("scaling", "%.2f", report(pipeline, processors).sentencesASecond() / one.sentencesASecond());
            }
            print("allocation", "%.0f kB a sentence", one.allocated() / 1e3 / one.sentences());
            print("memory", "%s", Machine.memory());
        }
        return 0;
    }

    private void keep(Page page) {
        if (bytes + page.content().length > MOST_BYTES) {
            leftOut++;
        } else {
            pages.add(page);
            bytes += page.content().length;
        }
    }

    private Throughput.Result report(Throughput pipeline, int threads) {
        Throughput.Result result = pipeline.measure(threads, seconds);
        print(
                threads == 1 ? "1 thread" : threads + " threads",
                "%.1f pages/s, %.0f sentences/s; in a CPU second %.1f pages, %.0f sentences",
                result.pages() / result.seconds(),
                result.sentencesASecond(),
                result.pages() / result.cpuSeconds(),
                result.sentences() / result.cpuSeconds());
        return result;
    }

    private void print(String what, String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-12s%s%n", what, String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
