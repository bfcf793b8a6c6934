package org.dragoman.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a folder of Parquet, as the Spark job writes it ({@code TABLE/batch=B/published=DAY/*.parquet}), with their rows
 * as {@link PageRows} makes them, page by page. Where two batches have a page, the first by name counts. Used by one thread.
 */
final class ParquetPages implements AutoCloseable {
    private final Path store;
    private final DuckDBConnection connection;
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final Map<Table, Cursor> cursors = new EnumMap<>(Table.class);

    /**
     * A page that was read elsewhere.
     *
     * @param rows in the order of {@link PageRows}; numbers of the run and of sequence are still to be set
     */
    record StoredPage(long id, String url, List<Row> rows) {}

    /**
     * Opens the folder.
     *
     * @param numbers gives the archive's number for what made rows
     */
    ParquetPages(Path store, ToIntFunction<Version> numbers) throws SQLException {
        this.store = store;
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet made = statement.executeQuery(
                    "SELECT DISTINCT id, coder, model, ontology, tables FROM " + files("versions"))) {
                while (made.next()) {
                    Version version =
                            new Version(made.getString(2), made.getString(3), made.getString(4), made.getString(5));
                    versions.put(made.getInt(1), numbers.applyAsInt(version));
                }
            }
            statement.execute("CREATE TABLE chosen AS SELECT id, min(batch::VARCHAR) AS batch FROM " + files("pages")
                    + " GROUP BY id");
            statement.execute("CREATE TABLE places AS SELECT t.id, t.page, t.number, c.batch FROM " + files("articles")
                    + " t JOIN chosen c ON t.page = c.id AND t.batch::VARCHAR = c.batch");
        }
        for (Table table : Table.values()) {
            if (has(table.tableName())) {
                cursors.put(table, new Cursor(table));
            }
        }
    }

    /** The next pages, at most so many; none when all have been given. */
    List<StoredPage> next(int most) throws SQLException {
        List<StoredPage> pages = new ArrayList<>();
        while (pages.size() < most && has(Table.PAGES, -1, -1)) {
            Cursor page = cursor(Table.PAGES);
            long id = page.page;
            List<Row> rows = new ArrayList<>();
            String url = page.row().textOf("url");
            rows.add(page.take());
            while (has(Table.ARTICLES, id, -1)) {
                int number = cursor(Table.ARTICLES).number;
                for (Table table : Table.values()) {
                    while (table != Table.PAGES && has(table, id, number)) {
                        rows.add(cursor(table).take());
                    }
                }
            }
            pages.add(new StoredPage(id, url, rows));
        }
        return pages;
    }

    /** Hands on what could not be read, each address once, batch by batch. */
    void eachFailure(int most, Consumer<List<Failure>> batches) throws SQLException {
        if (!has("failures")) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT url, min(reason) FROM " + files("failures")
                        + " WHERE url IS NOT NULL GROUP BY url ORDER BY url")) {
            List<Failure> batch = new ArrayList<>();
            while (rows.next()) {
                batch.add(new Failure(rows.getString(1), rows.getString(2)));
                if (batch.size() == most) {
                    batches.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
            batches.accept(List.copyOf(batch));
        }
    }

    /** What could not be read, and why. */
    record Failure(String url, String reason) {}

    private Cursor cursor(Table table) {
        Cursor cursor = cursors.get(table);
        if (cursor == null) {
            throw new AssertionError("no rows of " + table);
        }
        return cursor;
    }

    /** Whether a table's next row is of this page and article; -1 stands for any. */
    private boolean has(Table table, long page, int number) {
        Cursor cursor = cursors.get(table);
        return cursor != null
                && cursor.row != null
                && (page < 0 || cursor.page == page)
                && (number < 0 || cursor.number == number);
    }

    private String files(String table) {
        return "read_parquet('"
                + store.resolve(table).toAbsolutePath().toString().replace("'", "''")
                + "/**/*.parquet', hive_partitioning = true)";
    }

    private boolean has(String table) {
        Path folder = store.resolve(table);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Cursor cursor : cursors.values()) {
            cursor.close();
        }
        connection.close();
    }

    /** A table's rows by page and article. */
    private final class Cursor implements AutoCloseable {
        private final Table table;
        private final Connection reading;
        private final Statement statement;
        private final ResultSet rows;
        private long page;
        private int number;
        private @Nullable Row row;

        Cursor(Table table) throws SQLException {
            this.table = table;
            reading = connection.duplicate(); // a connection streams one answer at a time
            statement = reading.createStatement();
            String columns = table.columns().stream()
                    .map(Table.Column::name)
                    .map(name -> name.equals("seq") || name.equals("run") ? "0::BIGINT" : "t.\"" + name + '"')
                    .collect(Collectors.joining(", "));
            String rest = ", " + columns + " FROM " + files(table.tableName()) + " t JOIN ";
            rows = statement.executeQuery(
                    switch (table) {
                        case PAGES ->
                            "SELECT t.id, 0" + rest
                                    + "chosen c ON t.id = c.id AND t.batch::VARCHAR = c.batch ORDER BY t.id";
                        case ARTICLES ->
                            "SELECT t.page, t.number" + rest
                                    + "places p ON t.id = p.id AND t.batch::VARCHAR = p.batch ORDER BY t.page, t.number";
                        case TOPONYMS -> part(rest) + "t.start";
                        case SENTENCES, ENTITIES, STATEMENTS, REPORTS -> part(rest) + "t.number";
                    });
            advance();
        }

        private static String part(String rest) {
            return "SELECT p.page, p.number" + rest
                    + "places p ON t.article = p.id AND t.batch::VARCHAR = p.batch ORDER BY p.page, p.number, ";
        }

        Row row() {
            if (row == null) {
                throw new AssertionError("no row left of " + table);
            }
            return row;
        }

        /** Gives the row and goes on to the next. */
        Row take() throws SQLException {
            Row taken = row();
            advance();
            return taken;
        }

        private void advance() throws SQLException {
            if (!rows.next()) {
                row = null;
                return;
            }
            page = rows.getLong(1);
            number = rows.getInt(2);
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                Table.Column column = table.columns().get(i);
                Object cell = cell(rows, i + 3, column.type());
                cells.add(column.name().equals("version") ? versions.get((Integer) cell) : cell);
            }
            row = Row.of(table, cells);
        }

        @Override
        public void close() throws SQLException {
            rows.close();
            statement.close();
            reading.close();
        }
    }

    private static @Nullable Object cell(ResultSet rows, int position, String type) throws SQLException {
        if (type.equals("DATE")) {
            return rows.getObject(position, LocalDate.class);
        }
        if (type.equals("TIMESTAMP")) {
            return rows.getObject(position, LocalDateTime.class);
        }
        Object cell = rows.getObject(position);
        return cell instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : cell;
    }
}
