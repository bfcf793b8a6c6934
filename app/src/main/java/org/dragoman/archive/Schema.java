package org.dragoman.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables' layout and how an older one becomes the present one: each step is a file {@code migration-N.sql}. */
final class Schema {
    /** The layout that this program reads and writes. */
    static final int VERSION = 3;

    private static final Pattern CREATED =
            Pattern.compile("CREATE TABLE (?<table>\\w+) \\((?<columns>.*)\\);\\s*", Pattern.DOTALL);
    private static final Pattern ADDED =
            Pattern.compile("ALTER TABLE (?<table>\\w+) ADD COLUMN (?<column>[^;]*);\\s*", Pattern.DOTALL);

    private Schema() {}

    /**
     * Brings an archive to the present layout, in one transaction.
     *
     * @throws ArchiveException if it has a newer one, or is no archive
     */
    static void migrate(Connection connection, Path folder) throws SQLException {
        OptionalInt found = version(connection);
        if (found.isEmpty() && tables(connection) > 0) {
            throw new ArchiveException(
                    folder + " holds a database that is no archive of Dragoman: name another folder");
        }
        refuseNewer(found, folder);
        if (found.orElse(0) == VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER, applied TIMESTAMP)");
            for (int step = found.orElse(0) + 1; step <= VERSION; step++) {
                for (String sql : statements(step)) {
                    statement.execute(sql);
                }
                statement.execute("INSERT INTO schema_version VALUES (" + step + ", now()::TIMESTAMP)");
            }
            if (found.isEmpty()) {
                statement.execute("INSERT INTO archive VALUES ('" + UUID.randomUUID() + "', now()::TIMESTAMP)");
            }
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Makes sure that an archive opened for reading has the present layout.
     *
     * @throws ArchiveException if it hasn't
     */
    static void check(Connection connection, Path folder) throws SQLException {
        OptionalInt found = version(connection);
        if (found.isEmpty()) {
            throw new ArchiveException(
                    folder + " holds a database that is no archive of Dragoman: name another folder");
        }
        refuseNewer(found, folder);
        if (found.getAsInt() < VERSION) {
            throw new ArchiveException(folder + " was written by an older Dragoman (layout " + found.getAsInt()
                    + "); any command that writes brings it up to date, such as: dragoman read --archive " + folder
                    + " PAGE");
        }
    }

    private static void refuseNewer(OptionalInt found, Path folder) {
        if (found.orElse(0) > VERSION) {
            throw new ArchiveException(folder + " was written by a newer Dragoman (layout " + found.getAsInt()
                    + ", this one knows up to " + VERSION + "): use that one; nothing was changed");
        }
    }

    /**
     * A table's columns, read off the migrations.
     *
     * @throws IllegalArgumentException if no migration makes such a table
     */
    static List<Table.Column> columns(String table) {
        List<Table.Column> columns = new ArrayList<>();
        for (int step = 1; step <= VERSION; step++) {
            for (String sql : statements(step)) {
                Matcher made = CREATED.matcher(sql);
                if (made.matches() && made.group("table").equals(table)) {
                    for (String column : made.group("columns").split(",", -1)) {
                        columns.add(column(column));
                    }
                }
                Matcher added = ADDED.matcher(sql);
                if (added.matches() && added.group("table").equals(table)) {
                    columns.add(column(added.group("column")));
                }
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no migration makes a table " + table);
        }
        return List.copyOf(columns);
    }

    private static Table.Column column(String sql) {
        String[] words = sql.strip().split(" +", 2);
        return new Table.Column(words[0].replace("\"", ""), words[1]);
    }

    private static OptionalInt version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery(
                    "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_version' AND NOT internal")) {
                known.next();
                if (known.getLong(1) == 0) {
                    return OptionalInt.empty();
                }
            }
            try (ResultSet version = statement.executeQuery("SELECT max(version) FROM schema_version")) {
                version.next();
                return OptionalInt.of(version.getInt(1));
            }
        }
    }

    private static long tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM duckdb_tables() WHERE NOT internal")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The statements of a migration. */
    static List<String> statements(int step) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : resource("migration-" + step + ".sql").lines().toList()) {
            if (line.isBlank() || line.startsWith("--")) {
                continue;
            }
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        return statements;
    }

    /** A text that ships beside this class. */
    static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Schema.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
