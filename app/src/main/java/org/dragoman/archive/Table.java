package org.dragoman.archive;

import java.util.List;
import java.util.Locale;

/** The tables that reading a page fills; what the others hold is made from these. */
public enum Table {
    PAGES,
    ARTICLES,
    SENTENCES,
    ENTITIES,
    TOPONYMS,
    STATEMENTS,
    REPORTS;

    private final List<Column> columns;

    Table() {
        columns = Schema.columns(tableName());
    }

    /** As the archive calls it. */
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the table's order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * A column.
     *
     * @param name as in the archive
     * @param type DuckDB's, such as {@code BIGINT} or {@code VARCHAR[]}
     */
    public record Column(String name, String type) {}
}
