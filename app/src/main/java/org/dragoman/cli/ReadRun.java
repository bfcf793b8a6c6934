package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.archive.ReadPage;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * One run over many pages: reads them on all cores, hands on what was read in page order, counts. The number of pages in flight
 * is bounded, so memory doesn't grow with the input. Called by one thread.
 */
final class ReadRun implements AutoCloseable {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int MOST_PENDING = 4 * THREADS;

    private final Dragoman dragoman;
    private final ReadSink sink;
    private final PrintWriter messages;
    private final @Nullable ProgressBar progress;
    private final ExecutorService readers = Executors.newFixedThreadPool(THREADS);
    private final Queue<Future<ReadPage>> pending = new ArrayDeque<>();

    private final long started = System.nanoTime();
    private int pages;
    private int known;
    private int stories;
    private int events;
    private int statements;
    private int failures;

    ReadRun(Dragoman dragoman, ReadSink sink, PrintWriter messages, boolean showProgress) {
        this.dragoman = dragoman;
        this.sink = sink;
        this.messages = messages;
        this.progress = showProgress
                ? new ProgressBarBuilder()
                        .setTaskName("reading")
                        .setUnit(" pages", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .clearDisplayOnFinish()
                        .build()
                : null;
    }

    /** Takes a page; may wait for earlier ones and write them. */
    void page(Page page) {
        if (sink.knows(page)) {
            known++;
            step();
            return;
        }
        pending.add(readers.submit(() -> ReadPage.of(dragoman, page)));
        while (pending.size() > MOST_PENDING) {
            write(pending.remove());
        }
    }

    /** Takes note of something that could not be read. */
    void failure(UnreadablePageException failure) {
        failures++;
        sink.failure(failure);
        messages.println("dragoman: " + failure.getMessage());
    }

    /** Waits for all pages taken and writes them. */
    void finish() {
        while (!pending.isEmpty()) {
            write(pending.remove());
        }
        try {
            sink.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int failures() {
        return failures;
    }

    /** One line on what was read, for the end of the run. */
    String summary() {
        double seconds = (System.nanoTime() - started) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s%s, %s, %s, %s, %s in %.1f s (%.1f pages/s)",
                count(pages, "page"),
                known == 0 ? "" : " (and " + known + " known before)",
                stories == 1 ? "1 story" : stories + " stories",
                count(events, "event"),
                count(statements, "statement"),
                count(failures, "failure"),
                seconds,
                pages / seconds);
    }

    /** "1 page", "2 pages". */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void write(Future<ReadPage> reading) {
        pages++;
        try {
            ReadPage read = reading.get();
            for (Reading story : read.readings()) {
                stories++;
                events += story.events().size();
                statements += story.statements().size();
            }
            sink.write(read.page(), read.readings());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnreadablePageException unreadable) {
                failure(unreadable);
            } else {
                throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        step();
    }

    private void step() {
        if (progress != null) {
            progress.step();
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        if (progress != null) {
            progress.close();
        }
    }
}
