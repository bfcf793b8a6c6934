package org.dragoman.job;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.dragoman.page.Page;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a task, one after the other, as an iterator: Spark pulls where {@link PageReader} pushes. A thread of its own
 * reads ahead by a few pages; memory holds no more, however large the file. Used by one thread.
 */
final class PageStream implements Iterator<PageStream.Item>, AutoCloseable {
    private static final int AHEAD = 4;
    private static final Item END = new Item(new InputFile(-1, "", "", 0), -1, Optional.empty(), Optional.empty());

    private final PageReader reader = new PageReader();
    private final Configuration configuration;
    private final boolean lastTry;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile @Nullable Throwable broken;
    private @Nullable Item next;

    /**
     * A page or what can't be read, exactly one of both.
     *
     * @param position among all that the file holds, from 0
     */
    record Item(InputFile file, long position, Optional<Page> page, Optional<UnreadablePageException> failure) {}

    /**
     * Begins to read.
     *
     * @param lastTry what to do where the file system fails: write it down as a failure, or else give the task up, so that
     *     Spark tries it again
     */
    PageStream(List<Share> shares, Configuration configuration, boolean lastTry) {
        this.configuration = configuration;
        this.lastTry = lastTry;
        thread = new Thread(() -> readAll(shares), "dragoman-pages");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = queue.take();
            } catch (InterruptedException killed) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the task was killed");
            }
        }
        boolean ended = next.position() < 0;
        if (ended && broken != null) {
            throw new IllegalStateException("can't read on: " + broken, broken);
        }
        return !ended;
    }

    @Override
    public Item next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Item item = next;
        next = null;
        return item;
    }

    /** Stops reading. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void readAll(List<Share> shares) {
        try {
            for (Share share : shares) {
                read(share);
            }
        } catch (CancellationException closed) {
            return;
        } catch (IOException | RuntimeException | Error problem) {
            broken = problem;
        }
        try {
            queue.put(END);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Share share) throws IOException {
        InputFile file = share.file();
        Receiver receiver = new Receiver(share);
        Path path = new Path(file.uri());
        try (InputStream stream = new Storage(open(path))) {
            reader.read(stream, file.name(), receiver::page, receiver::failure);
        } catch (IOException | UncheckedIOException refused) {
            boolean forGood = refused instanceof FileNotFoundException; // gone, or closed to us
            if (!lastTry && !forGood) {
                throw refused;
            }
            receiver.failure(new UnreadablePageException(file.name(), "can't be read: " + refused.getMessage()));
        }
    }

    private InputStream open(Path file) throws IOException {
        return ParquetLines.isMeant(file.getName())
                ? new ParquetLines(file, configuration)
                : file.getFileSystem(configuration).open(file);
    }

    /** Counts what comes and keeps what is of its share. */
    private final class Receiver {
        private final Share share;
        private long position;

        Receiver(Share share) {
            this.share = share;
        }

        void page(Page page) {
            put(Optional.of(page), Optional.empty());
        }

        void failure(UnreadablePageException failure) {
            put(Optional.empty(), Optional.of(failure));
        }

        private void put(Optional<Page> page, Optional<UnreadablePageException> failure) {
            if (share.holds(position)) {
                try {
                    queue.put(new Item(share.file(), position, page, failure));
                } catch (InterruptedException closed) {
                    throw new CancellationException();
                }
            }
            position++;
        }
    }

    /** A file's bytes. What goes wrong below is the storage's fault, not the file's: it must not pass for a damaged file. */
    private static final class Storage extends FilterInputStream {
        Storage(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
