package org.dragoman.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads tables, those that stand beside a class and those of a user: lines that begin with {@code #} are for people, blank lines are skipped. */
public final class Table {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final String EMPTY = "-";

    private Table() {}

    /**
     * The rows of a table, in its order.
     *
     * @param owner the class beside which the table stands
     * @param file name relative to the class's package
     * @param columns how many columns each row has
     * @throws IllegalStateException if the table is missing or a row has another number of columns
     */
    public static List<Row> rows(Class<?> owner, String file, int columns) {
        try (InputStream resource = owner.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("no table " + file + " beside " + owner.getName());
            }
            return rows(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)), file, columns);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Row> rows(BufferedReader lines, String file, int columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                Row row = new Row(file, number, List.of(TAB.split(line, -1)));
                if (row.cells.size() != columns) {
                    throw row.problem("expected " + columns + " columns but found " + row.cells.size());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Hands each row of a user's own table to {@code reader}.
     *
     * @throws IOException if the file can't be read or isn't UTF-8
     * @throws IllegalStateException if a row has another number of columns, or the reader refuses it: with file and line
     */
    public static void read(Path file, int columns, Consumer<Row> reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            rows(lines, file.toString(), columns).forEach(row -> row.hand(reader));
        }
    }

    /**
     * Hands each row of a table to {@code reader}.
     *
     * @throws IllegalStateException as {@link #rows}, and where the reader refuses a row: with file and line
     */
    public static void read(Class<?> owner, String file, int columns, Consumer<Row> reader) {
        rows(owner, file, columns).forEach(row -> row.hand(reader));
    }

    /**
     * One line of a table.
     *
     * @param file the table's name
     * @param line number in the file, from 1
     * @param cells as written
     */
    public record Row(String file, int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A cell's text; a lone {@code -} stands for an empty one. */
        public String cell(int column) {
            return cells.get(column).equals(EMPTY) ? "" : cells.get(column);
        }

        /** The words of a cell, separated by blanks; none if it is empty. */
        public List<String> words(int column) {
            return cell(column).isEmpty() ? List.of() : List.of(BLANKS.split(cell(column), -1));
        }

        /** The alternatives of a cell, separated by {@code |}; none if it is empty. */
        public List<String> alternatives(int column) {
            return cell(column).isEmpty() ? List.of() : List.of(BAR.split(cell(column), -1));
        }

        private void hand(Consumer<Row> reader) {
            try {
                reader.accept(this);
            } catch (RuntimeException refused) {
                throw problem(String.valueOf(refused.getMessage()));
            }
        }

        /** What to throw where this row can't be understood. */
        public IllegalStateException problem(String message) {
            return new IllegalStateException(file + ":" + line + ": " + message);
        }
    }
}
