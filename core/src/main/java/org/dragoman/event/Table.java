package org.dragoman.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A tab-separated table shipped beside this class: comment lines start with {@code #}, the first other line names the
 * columns.
 */
final class Table {
    private static final String EMPTY = "-";

    private Table() {}

    /** A line's cells; a lone {@code -} is read as empty. */
    record Row(String file, int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return cells.get(column);
        }

        /** The blank-separated words of a cell. */
        List<String> words(int column) {
            return cell(column).isEmpty() ? List.of() : List.of(cell(column).split(" +"));
        }

        /** What to throw when a cell can't be understood. */
        IllegalStateException problem(String message) {
            return new IllegalStateException(file + ":" + line + ": " + message);
        }
    }

    /**
     * Reads a table.
     *
     * @param file name relative to this package
     * @param columns how many columns each line has
     * @throws IllegalStateException if the table is missing or a line has another number of columns: file and line named
     */
    static List<Row> read(String file, int columns) {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no table " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            boolean header = true;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                for (String cell : line.split("\t", -1)) {
                    cells.add(cell.equals(EMPTY) ? "" : cell);
                }
                Row row = new Row(file, number, cells);
                if (cells.size() != columns) {
                    throw row.problem("expected " + columns + " columns but found " + cells.size());
                }
                if (!header) {
                    rows.add(row);
                }
                header = false;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }
}
