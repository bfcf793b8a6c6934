package org.dragoman.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.Reading;
import org.dragoman.actor.ActorMemory;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ReadPage;
import org.dragoman.output.StoryWriter;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;

/** Where a run's results go, in page order, from one thread. */
interface ReadSink extends AutoCloseable {
    /** Takes what was read on a page. */
    void write(Page page, List<Reading> readings) throws IOException;

    /** Whether a page need not be read. */
    default boolean knows(Page page) {
        return false;
    }

    /** Takes note of a page that can't be read. */
    default void failure(UnreadablePageException failure) {}

    /** Brings home what is still under way. */
    default void finish() throws IOException {}

    /** What earlier runs told of persons. */
    default ActorMemory memory() {
        return ActorMemory.NONE;
    }

    /** The run has come to its end. */
    default void complete() {}

    @Override
    default void close() {}

    /** Writes stories and keeps nothing. */
    static ReadSink writing(StoryWriter writer) {
        return (page, readings) -> {
            for (Reading reading : readings) {
                writer.write(reading.extraction());
            }
        };
    }

    /**
     * Keeps pages in an archive, which it closes, in batches; also writes stories.
     *
     * @param again whether pages that another version read are read again
     */
    static ReadSink archiving(Archive archive, boolean again, StoryWriter writer) {
        return new Archiving(archive, again, writing(writer));
    }

    /** A batch is what a killed run may lose: some seconds' work. */
    final class Archiving implements ReadSink {
        private static final int BATCH = 50;

        private final Archive archive;
        private final boolean again;
        private final ReadSink writing;
        private final List<ReadPage> batch = new ArrayList<>();

        private Archiving(Archive archive, boolean again, ReadSink writing) {
            this.archive = archive;
            this.again = again;
            this.writing = writing;
        }

        @Override
        public boolean knows(Page page) {
            return again ? archive.isCurrent(page) : archive.knows(page);
        }

        @Override
        public void write(Page page, List<Reading> readings) throws IOException {
            batch.add(new ReadPage(page, readings));
            if (batch.size() >= BATCH) {
                finish();
            }
            writing.write(page, readings);
        }

        @Override
        public void failure(UnreadablePageException failure) {
            archive.fail(failure);
        }

        @Override
        public void finish() throws IOException {
            archive.add(batch);
            batch.clear();
        }

        @Override
        public ActorMemory memory() {
            return archive.memory();
        }

        @Override
        public void complete() {
            archive.remember();
        }

        @Override
        public void close() {
            archive.close();
        }
    }
}
