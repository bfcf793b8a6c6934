package org.dragoman.archive;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one batch; the transaction is the caller's. */
final class Ingest implements AutoCloseable {
    private final int version;
    private final long run;
    private final Map<Table, DuckDBAppender> appenders = new EnumMap<>(Table.class);
    private final Set<Long> touched = new HashSet<>();
    private final int event = position(Table.REPORTS, "event");
    private long seq;

    /**
     * @param version number of the running {@link Version}
     * @param seq the last sequence number given out
     */
    Ingest(DuckDBConnection connection, int version, long run, long seq) throws SQLException {
        this.version = version;
        this.run = run;
        this.seq = seq;
        for (Table table : Table.values()) {
            appenders.put(table, connection.createAppender("main", table.tableName()));
        }
    }

    /** The last sequence number given out. */
    long seq() {
        return seq;
    }

    /** The events that the rows written tell of. */
    Set<Long> touched() {
        return touched;
    }

    void page(ReadPage read) throws SQLException {
        for (Row row : PageRows.of(read, version, run, () -> ++seq)) {
            write(row);
            if (row.table() == Table.REPORTS && row.cells().get(event) instanceof Long told) {
                touched.add(told);
            }
        }
    }

    private void write(Row row) throws SQLException {
        DuckDBAppender appender = appenders.get(row.table());
        if (appender == null) {
            throw new AssertionError("no appender for " + row.table());
        }
        appender.beginRow();
        for (Object cell : row.cells()) {
            append(appender, cell);
        }
        appender.endRow();
    }

    private static void append(DuckDBAppender appender, @Nullable Object cell) throws SQLException {
        if (cell == null) {
            appender.appendNull();
        } else if (cell instanceof String text) {
            appender.append(text);
        } else if (cell instanceof Long id) {
            appender.append(id.longValue());
        } else if (cell instanceof Integer number) {
            appender.append(number.intValue());
        } else if (cell instanceof Double real) {
            appender.append(real.doubleValue());
        } else if (cell instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else if (cell instanceof LocalDate day) {
            appender.append(day);
        } else if (cell instanceof LocalDateTime instant) {
            appender.append(instant);
        } else if (cell instanceof List<?> list) {
            appender.append(list);
        } else {
            throw new AssertionError("no column has cells of " + cell.getClass());
        }
    }

    private static int position(Table table, String column) {
        return table.columns().stream().map(Table.Column::name).toList().indexOf(column);
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
    }
}
