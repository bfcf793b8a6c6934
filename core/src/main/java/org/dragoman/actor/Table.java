package org.dragoman.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads this package's tables: UTF-8, columns separated by tabs, lines that begin with "#" for people. */
final class Table {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BAR = Pattern.compile("\\|");

    private Table() {}

    /**
     * Hands each row to {@code reader}.
     *
     * @param columns how many a row must have
     * @throws IllegalStateException naming file and line, if the table is missing or a row is refused
     */
    static void read(String file, int columns, RowReader reader) {
        InputStream resource = Table.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException("no table " + file + " on the class path");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && line.charAt(0) != '#') {
                    List<String> cells = List.of(TAB.split(line, -1));
                    if (cells.size() != columns) {
                        throw new IllegalStateException(
                                file + ":" + number + ": expected " + columns + " columns, found " + cells.size());
                    }
                    try {
                        reader.row(cells);
                    } catch (RuntimeException refused) {
                        throw new IllegalStateException(file + ":" + number + ": " + refused.getMessage(), refused);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The alternatives in a cell; none if it is empty. */
    static List<String> alternatives(String cell) {
        return cell.isEmpty() ? List.of() : List.of(BAR.split(cell, -1));
    }

    /** Takes one row. */
    interface RowReader {
        void row(List<String> cells);
    }
}
