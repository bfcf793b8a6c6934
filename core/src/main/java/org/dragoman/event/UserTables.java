package org.dragoman.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.table.Table;

/** The tables of a user's own ontology: a folder in which each may be missing. */
final class UserTables {
    private UserTables() {}

    /**
     * A table's rows; none if the folder doesn't hold it.
     *
     * @throws IOException if it can't be read or isn't UTF-8
     * @throws IllegalStateException if a row has another number of columns: file and line named
     */
    static List<Table.Row> rows(Path folder, String name, int columns) throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            Table.read(file, columns, rows::add);
        }
        return rows;
    }
}
