package org.dragoman.page;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Streams unpacked where they are gzipped, whatever the number of members. */
final class Gzip {
    private static final int MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private Gzip() {}

    /** The content of {@code stream}, which stays open; the result can be marked. */
    static BufferedInputStream unpacked(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
        buffered.mark(2);
        boolean gzipped = (buffered.read() << 8 | buffered.read()) == MAGIC;
        buffered.reset();
        return gzipped ? new BufferedInputStream(new GZIPInputStream(new Awaited(buffered), BUFFER), BUFFER) : buffered;
    }

    /**
     * A stream that says it has more until its end is reached. GZIPInputStream takes a stream with nothing available for
     * ended after a member, and a pipe often has nothing available yet.
     */
    private static final class Awaited extends FilterInputStream {
        Awaited(BufferedInputStream stream) {
            super(stream);
        }

        @Override
        public int available() throws IOException {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0 ? 0 : 1;
        }
    }
}
