package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void hasTheColumnsThatAnArchiveHas(Table table) throws SQLException {
        List<Table.Column> found = new ArrayList<>();
        try (Archive archive = Archive.open(folder);
                Connection connection = archive.connect();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("DESCRIBE " + table.tableName())) {
            while (columns.next()) {
                found.add(new Table.Column(columns.getString(1), columns.getString(2)));
            }
        }
        assertThat(table.columns()).isEqualTo(found);
    }

    @ParameterizedTest
    @EnumSource
    void rowsHaveACellForEachColumn(Table table) {
        assertThat(Samples.pages())
                .flatExtracting(page -> PageRows.of(page, 1, 1, () -> 1))
                .filteredOn(row -> row.table() == table)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns()));
    }
}
