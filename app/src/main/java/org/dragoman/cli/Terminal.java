package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.dragoman.output.Style;

/**
 * What the launcher found out about the terminal, which Java can't: it sets the system properties {@code
 * dragoman.terminal} ("out", "err", both or none) and {@code dragoman.columns}.
 */
final class Terminal {
    private static final String CONNECTED = System.getProperty("dragoman.terminal", "");
    private static final int DEFAULT_COLUMNS = 100;
    private static final int WIDEST = 120;

    private Terminal() {}

    /** Colour only on a terminal, and not where NO_COLOR is set; lines no longer than is good to read. */
    static Style style() {
        boolean colour = CONNECTED.contains("out") && System.getenv("NO_COLOR") == null;
        return new Style(Math.min(WIDEST, Integer.getInteger("dragoman.columns", DEFAULT_COLUMNS)), colour);
    }

    /** @throws IOException if standard output takes no more */
    static void flush(PrintWriter out) throws IOException {
        if (out.checkError()) { // flushes, too
            throw new IOException("standard output takes no more: is the disk full or the pipe closed?");
        }
    }

    static boolean showsProgress() {
        return CONNECTED.contains("err");
    }
}
