package org.dragoman.predict;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Text files with one word a line, as CoNLL-U and IOB2 are: plain or gzipped, whatever their name. */
public final class ColumnFile {
    private static final int GZIP_MAGIC = 0x8b1f;

    private ColumnFile() {}

    /**
     * All lines of a file.
     *
     * @throws IOException if it can't be read or isn't UTF-8
     */
    public static List<String> lines(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean zipped = (in.read() | in.read() << 8) == GZIP_MAGIC;
            in.reset();
            InputStream plain = zipped ? new GZIPInputStream(in) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    /**
     * The columns of one word's line.
     *
     * @param number of the line, from 1
     * @throws IOException if there are fewer than {@code least}; the message names file and line
     */
    public static String[] columns(String line, int least, Path file, int number) throws IOException {
        String[] columns = line.split("\t", -1);
        if (columns.length < least) {
            throw new IOException(file + ":" + number + ": expected " + least + " columns, found " + columns.length);
        }
        return columns;
    }
}
