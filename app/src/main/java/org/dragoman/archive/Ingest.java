package org.dragoman.archive;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.Reading;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one batch; the transaction is the caller's. */
final class Ingest implements AutoCloseable {
    private final DuckDBConnection connection;
    private final int version;
    private final long run;
    private final Map<Table, DuckDBAppender> appenders = new EnumMap<>(Table.class);
    private final Set<Long> touched = new HashSet<>();
    private long seq;

    /**
     * @param version number of the running {@link Version}
     * @param seq the last sequence number given out
     */
    Ingest(DuckDBConnection connection, int version, long run, long seq) throws SQLException {
        this.connection = connection;
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

    /** Makes a batch's rows, finds which articles and reports belong together, and writes them. */
    void write(Collection<ReadPage> pages) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (ReadPage page : pages) {
            rows.addAll(PageRows.of(page, version, run, () -> ++seq));
        }
        writeRows(rows);
    }

    /** Makes the rows of articles that were read again, and writes them; their old ones must be gone. */
    void writeAgain(Map<KeptArticle, Reading> articles) throws SQLException {
        List<Row> rows = new ArrayList<>();
        articles.forEach((kept, reading) -> rows.addAll(PageRows.of(kept, reading, version, () -> ++seq)));
        writeRows(rows);
    }

    /** Writes pages that were read elsewhere. */
    void writeStored(Collection<ParquetPages.StoredPage> pages) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (ParquetPages.StoredPage page : pages) {
            rows.addAll(page.rows());
        }
        for (Row row : rows) {
            switch (row.table()) {
                case PAGES -> row.set("run", run);
                case ARTICLES -> row.set("seq", ++seq);
                case SENTENCES, ENTITIES, TOPONYMS, STATEMENTS, REPORTS -> {}
            }
        }
        writeRows(rows);
    }

    private void writeRows(List<Row> rows) throws SQLException {
        List<Draft> drafts = Draft.of(rows);
        Copies.assign(drafts, connection);
        Stories.assign(drafts, connection);
        Ties.assign(drafts, connection);
        for (Row row : rows) {
            write(row);
            if (row.table() == Table.REPORTS) {
                touched.add(row.numberOf("event"));
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

    @Override
    public void close() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
    }
}
