package org.dragoman.cli;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;

/**
 * How much one reader reads in a given time. The same pages come round and round, so that each measurement has the same mixture
 * however fast the machine is.
 */
final class Throughput {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Dragoman dragoman;
    private final List<Page> pages;

    /**
     * What was read.
     *
     * @param pages read, unreadable ones too
     * @param sentences in their articles
     * @param seconds by the clock
     * @param cpuSeconds for which processors worked, on whatever thread of this process
     * @param allocated bytes that the reading threads took from the heap
     */
    record Result(int pages, int sentences, double seconds, double cpuSeconds, long allocated) {
        double sentencesASecond() {
            return sentences / seconds;
        }
    }

    /** What one thread read. */
    private record Share(int pages, int sentences, long allocated) {}

    /** @param pages at least one */
    Throughput(Dragoman dragoman, List<Page> pages) {
        this.dragoman = dragoman;
        this.pages = List.copyOf(pages);
    }

    /** Reads one page. */
    void readFirst() {
        sentences(pages.get(0));
    }

    /** Reads for a number of seconds; pages begun by then are read to their end, and that time counts. */
    Result measure(int threads, int seconds) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try {
            List<Future<Share>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(readers.submit(() -> read(next, end)));
            }
            int read = 0;
            int sentences = 0;
            long allocated = 0;
            for (Future<Share> reader : running) {
                Share share = reader.get();
                read += share.pages();
                sentences += share.sentences();
                allocated += share.allocated();
            }
            return new Result(
                    read,
                    sentences,
                    (System.nanoTime() - start) / 1e9,
                    (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                    allocated);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            readers.shutdownNow();
        }
    }

    private Share read(AtomicInteger next, long end) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        int read = 0;
        int sentences = 0;
        while (System.nanoTime() < end) {
            sentences += sentences(pages.get(Math.floorMod(next.getAndIncrement(), pages.size())));
            read++;
        }
        return new Share(read, sentences, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    private int sentences(Page page) {
        int sentences = 0;
        try {
            for (Reading reading : dragoman.readings(page)) {
                sentences += reading.analysis().sentences().size();
            }
        } catch (UnreadablePageException unreadable) {
            // That, too, takes the time it takes.
        }
        return sentences;
    }
}
