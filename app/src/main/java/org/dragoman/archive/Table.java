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

    @SuppressWarnings("ImmutableEnumChecker") // the list is an unmodifiable copy
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
     * Where a column stands.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(tableName() + " has no column " + column);
    }

    /**
     * A column.
     *
     * @param name as in the archive
     * @param type DuckDB's, such as {@code BIGINT} or {@code VARCHAR[]}
     */
    public record Column(String name, String type) {}
}
