package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
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
import org.dragoman.Extraction;
import org.dragoman.output.StoryWriter;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * One run over many pages: reads them on all cores, writes stories in page order, counts. The number of pages in flight
 * is bounded, so memory doesn't grow with the input. Called by one thread.
 */
final class ReadRun implements AutoCloseable {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int MOST_PENDING = 4 * THREADS;

    private final Dragoman dragoman;
    private final StoryWriter writer;
    private final PrintWriter messages;
    private final @Nullable ProgressBar progress;
    private final ExecutorService readers = Executors.newFixedThreadPool(THREADS);
    private final Queue<Future<List<Extraction>>> pending = new ArrayDeque<>();
    private final long started = System.nanoTime();
    private int pages;
    private int stories;
    private int events;
    private int statements;
    private int failures;

    ReadRun(Dragoman dragoman, StoryWriter writer, PrintWriter messages, boolean showProgress) {
        this.dragoman = dragoman;
        this.writer = writer;
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
        pending.add(readers.submit(() -> read(page)));
        while (pending.size() > MOST_PENDING) {
            write(pending.remove());
        }
    }

    /** Takes note of something that could not be read. */
    void failure(UnreadablePageException failure) {
        failures++;
        messages.println("dragoman: " + failure.getMessage());
    }

    /** Waits for all pages taken and writes them. */
    void finish() {
        while (!pending.isEmpty()) {
            write(pending.remove());
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
                "%s, %s, %s, %s, %s in %.1f s (%.1f pages/s)",
                count(pages, "page"),
                stories == 1 ? "1 story" : stories + " stories",
                count(events, "event"),
                count(statements, "statement"),
                count(failures, "failure"),
                seconds,
                pages / seconds);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private List<Extraction> read(Page page) throws UnreadablePageException {
        try {
            List<Extraction> found = dragoman.read(page);
            if (found.isEmpty()) {
                throw new UnreadablePageException(page.url(), "holds no article");
            }
            return found;
        } catch (RuntimeException | StackOverflowError mistake) {
            // Our own mistake must not cost the user the rest of the run.
            throw new UnreadablePageException(page.url(), "could not be read, which is a mistake of ours: " + mistake);
        }
    }

    private void write(Future<List<Extraction>> reading) {
        pages++;
        try {
            for (Extraction story : reading.get()) {
                stories++;
                events += story.events().size();
                statements += story.statements().size();
                writer.write(story);
            }
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
