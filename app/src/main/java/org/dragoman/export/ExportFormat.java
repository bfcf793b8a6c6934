package org.dragoman.export;

import java.util.List;
import java.util.Locale;
import org.dragoman.query.Target;
import org.dragoman.table.Table;

/** What events, and other records, can be exported as. Each layout's columns are in the table of its name. */
public enum ExportFormat {
    /** All columns, typed; read by pandas, R, DuckDB, Spark. */
    PARQUET,
    /** All columns, RFC 4180 with a header row. */
    CSV,
    /** All columns, JSON lines. */
    JSON,
    /** JSON records of the PLOVER manual, one a line. */
    PLOVER,
    /** 40 columns with a header row. */
    POLECAT,
    /** GDELT 2.0 events, 61 columns without a header row. */
    GDELT,
    /** GDELT 2.0 mentions, 16 columns without a header row. */
    GDELT_MENTIONS,
    /** 20 columns with a header row. */
    ICEWS,
    /** 26 columns without a header row. */
    PHOENIX;

    /** Whether any kind of record can be exported so, not only events. */
    public boolean takesAnyRecord() {
        return this == PARQUET || this == CSV || this == JSON;
    }

    /** Whether a row of column names comes first. */
    boolean hasHeader() {
        return this == POLECAT || this == ICEWS;
    }

    /** The records of which it has a row each. */
    Target target() {
        return this == GDELT_MENTIONS ? Target.REPORTS : Target.EVENTS;
    }

    /**
     * A layout's columns.
     *
     * @throws IllegalStateException if the shipped table is damaged
     */
    List<Column> columns() {
        return Table.rows(ExportFormat.class, text() + ".tsv", 3).stream()
                .map(row -> new Column(row.cell(0), row.cell(1), row.cell(2)))
                .toList();
    }

    /** Its name on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A column of a layout.
     *
     * @param expression DuckDB SQL; empty for a column that stays blank
     */
    record Column(String name, String expression, String meaning) {
        String sql() {
            return (expression.isEmpty() ? "NULL" : expression) + " AS \"" + name + "\"";
        }
    }
}
