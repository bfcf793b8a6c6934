package org.dragoman.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.dragoman.archive.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Puts SQL to an archive's tables and gives back plain values, as {@link Result} names them. What is answered at once is bounded in time
 * and asked in a transaction that can only read. Safe to share between threads.
 */
final class Tables {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Archive archive;

    Tables(Archive archive) {
        this.archive = archive;
    }

    /**
     * Answers a question.
     *
     * @param values of the marks in it, in order
     * @param limit most rows
     */
    Result ask(String sql, List<Object> values, int limit) {
        try (Connection connection = archive.connect();
                Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN TRANSACTION READ ONLY");
            return ask(connection, sql, values, limit);
        } catch (SQLException refused) {
            throw archive.problem(refused);
        }
    }

    private static Result ask(Connection connection, String sql, List<Object> values, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) LONGEST.toSeconds());
            bind(connection, statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, limit);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Collection<?> ids) {
                statement.setArray(i + 1, connection.createArrayOf("BIGINT", ids.toArray()));
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }

    private static Result read(ResultSet rows, int limit) throws SQLException {
        List<String> columns = columns(rows);
        List<List<@Nullable Object>> read = new ArrayList<>();
        while (rows.next()) {
            if (read.size() == limit) {
                return new Result(columns, read, true);
            }
            read.add(row(rows, columns.size()));
        }
        return new Result(columns, read, false);
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
        }
        return columns;
    }

    private static List<@Nullable Object> row(ResultSet rows, int width) throws SQLException {
        @Nullable Object[] cells = new @Nullable Object[width];
        for (int i = 0; i < width; i++) {
            cells[i] = plain(rows.getObject(i + 1));
        }
        return Result.row(cells);
    }

    /** A value without its database. */
    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : (Object[]) array.getArray()) {
                items.add(plain(item));
            }
            return Result.row(items.toArray());
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof BigInteger number) {
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime();
        }
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalDateTime) {
            return value;
        }
        return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
    }

    /** Hands the names of the columns and then row after row to the takers. */
    void each(Query.Question question, Consumer<List<String>> names, Consumer<List<@Nullable Object>> rows) {
        try (Connection connection = archive.connect();
                PreparedStatement statement = prepare(connection, question, question.sql());
                ResultSet answer = statement.executeQuery()) {
            List<String> columns = columns(answer);
            names.accept(columns);
            while (answer.next()) {
                rows.accept(row(answer, columns.size()));
            }
        } catch (SQLException refused) {
            throw archive.problem(refused);
        }
    }

    /**
     * Writes a question's answer as a Parquet file.
     *
     * @param file in the archive's outbox
     * @return how many rows it has
     */
    long copy(Query.Question question, Path file) {
        String sql = "COPY (" + question.sql() + ") TO '"
                + file.toAbsolutePath().toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)";
        try (Connection connection = archive.connect();
                PreparedStatement statement = prepare(connection, question, sql)) {
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw archive.problem(refused);
        }
    }

    private static PreparedStatement prepare(Connection connection, Query.Question question, String sql)
            throws SQLException {
        try (Statement setup = connection.createStatement()) {
            for (String statement : question.setup()) {
                setup.execute(statement);
            }
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(connection, statement, question.values());
            return statement;
        } catch (SQLException refused) {
            statement.close();
            throw refused;
        }
    }
}
