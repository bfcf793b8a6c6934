package org.dragoman.query;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer: rows under named columns. A cell is null where nothing is known, else a {@link String}, {@link Long}, {@link
 * Double}, {@link Boolean}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime} (UTC) or a list of such.
 *
 * @param columns names, in order
 * @param rows each as long as {@code columns}
 * @param more whether there were more rows than asked for
 */
public record Result(List<String> columns, List<List<@Nullable Object>> rows, boolean more) {
    public Result {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The cell of a row under a column. */
    public @Nullable Object cell(List<@Nullable Object> row, String column) {
        int position = columns.indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("no column " + column + " among " + columns);
        }
        return row.get(position);
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
