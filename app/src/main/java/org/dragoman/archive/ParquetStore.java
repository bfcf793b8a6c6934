package org.dragoman.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of Parquet, as the Spark job writes it, asked as if it were an archive: the archive's tables are views on its files, and nothing is
 * copied. Where two batches have a page, the first by name counts. It must have been merged, for an archive has real events.
 */
final class ParquetStore {
    private static final String EVENTS = "events";
    private static final String MERGED = "merged";
    private static final String GROUPS = "groups";
    private static final Set<String> WHOLE = Set.of(EVENTS, MERGED, GROUPS);
    private static final Set<String> WITHOUT_DAYS = Set.of("pages", "versions", "failures");
    private static final Pattern ABOUT_TABLE =
            Pattern.compile("(?<verb>CREATE|ALTER|COMMENT ON) TABLE (?<table>\\w+)\\b.*", Pattern.DOTALL);

    private final Path folder;
    private final boolean grouped;

    private ParquetStore(Path folder) {
        this.folder = folder;
        grouped = has(folder, GROUPS);
    }

    /** Whether a folder is such a store and no archive. */
    static boolean is(Path folder) {
        return !Files.exists(folder.resolve(Database.FILE)) && has(folder, "pages");
    }

    /**
     * Opens a store.
     *
     * @param work a folder for what is made on the way
     * @throws ArchiveException if its reports haven't been merged
     */
    static Database open(Path folder, Path work, Memory memory) {
        if (!has(folder, MERGED) || !has(folder, EVENTS)) {
            throw new ArchiveException(folder + " holds what a cluster has read, but no events yet: run"
                    + " dragoman-spark.jar dedup and merge on it, or take it into an archive: dragoman import "
                    + folder);
        }
        Database database = Database.inMemory(folder, work, memory);
        try (Statement statement = database.connection().createStatement()) {
            new ParquetStore(folder).define(statement);
        } catch (SQLException refused) {
            database.close();
            throw database.problem(refused);
        }
        return database;
    }

    private void define(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE shadowed AS SELECT p.id, p.batch FROM " + files("pages")
                + " p QUALIFY row_number() OVER (PARTITION BY p.id ORDER BY p.batch) > 1");
        statement.execute("CREATE TABLE shadowed_articles AS SELECT a.id, a.batch FROM " + files("articles")
                + " a SEMI JOIN shadowed s ON s.id = a.page AND s.batch = a.batch");
        for (int step = 1; step <= Schema.VERSION; step++) {
            for (String sql : Schema.statements(step)) {
                Matcher about = ABOUT_TABLE.matcher(sql);
                Optional<String> view = about.matches() ? view(about.group("table")) : Optional.empty();
                if (view.isEmpty()) {
                    statement.execute(sql);
                } else if (about.group("verb").equals("CREATE")) {
                    statement.execute("CREATE VIEW " + about.group("table") + " AS " + view.get());
                } else if (about.group("verb").equals("COMMENT ON")) {
                    statement.execute(sql.replace("COMMENT ON TABLE", "COMMENT ON VIEW"));
                } // what a later version adds to a table the view has from the beginning
            }
        }
        statement.execute("INSERT INTO archive VALUES (uuid(), now()::TIMESTAMP)");
        // All was read in one run, as far as the files tell.
        statement.execute(
                "INSERT INTO runs SELECT 1, min(fetched), max(fetched), count(*), sum(articles), 0, 0 FROM pages");
    }

    /** A table's rows in the store; empty if it has no such table. */
    private Optional<String> view(String table) {
        String columns = columns(table, Set.of());
        return switch (table) {
            case "versions" -> Optional.of("SELECT DISTINCT id, coder, model, ontology, tables FROM " + files(table));
            case "failures" ->
                has(folder, table)
                        ? Optional.of(
                                "SELECT url, min(reason) AS reason, 1::BIGINT AS run, NULL::TIMESTAMP AS tried FROM "
                                        + files(table) + " GROUP BY url")
                        : Optional.empty();
            case "pages" ->
                Optional.of("SELECT " + columns + " FROM " + files(table)
                        + " t ANTI JOIN shadowed s ON s.id = t.id AND s.batch = t.batch");
            case "articles" ->
                Optional.of("SELECT " + columns(table, Set.of("copies", "story")) + " FROM " + files(table) + " t"
                        + (grouped ? " LEFT JOIN " + files(GROUPS) + " g ON g.id = t.id" : "")
                        + " ANTI JOIN shadowed_articles s ON s.id = t.id AND s.batch = t.batch");
            case "reports" ->
                Optional.of(
                        "SELECT " + columns(table, Set.of("event")) + " FROM " + files(table) + " t JOIN "
                                + files(MERGED)
                                + " m ON m.report = t.id ANTI JOIN shadowed_articles s ON s.id = t.article AND s.batch = t.batch");
            case "sentences", "entities", "toponyms", "statements" ->
                has(folder, table)
                        ? Optional.of("SELECT " + columns + " FROM " + files(table)
                                + " t ANTI JOIN shadowed_articles s ON s.id = t.article AND s.batch = t.batch")
                        : Optional.empty();
            case EVENTS -> Optional.of("SELECT " + columns + " FROM " + files(table) + " t");
            default -> Optional.empty();
        };
    }

    /** @param others columns that other files have */
    private String columns(String table, Set<String> others) {
        return Schema.columns(table).stream()
                .map(Table.Column::name)
                .map(name -> switch (name) {
                    // All articles are there from the beginning.
                    case "seq" -> "1::BIGINT AS seq";
                    case "run" -> "1::BIGINT AS run";
                    case "event" -> others.contains(name) ? "m.event" : "t.event";
                    case "copies", "story" ->
                        !others.contains(name)
                                ? "t." + name
                                : grouped ? "coalesce(g.N, t.id) AS N".replace("N", name) : "t.id AS " + name;
                    default -> "t.\"" + name + '"';
                })
                .collect(Collectors.joining(", "));
    }

    private String files(String table) {
        String path = folder.resolve(table).toAbsolutePath().toString().replace("'", "''");
        if (WHOLE.contains(table)) {
            return "read_parquet('" + path + "/*.parquet')";
        }
        return "read_parquet('" + path + "/**/*.parquet', hive_partitioning = true, hive_types = {'batch': VARCHAR"
                + (WITHOUT_DAYS.contains(table) ? "" : ", 'published': DATE") + "})";
    }

    private static boolean has(Path folder, String table) {
        Path tables = folder.resolve(table);
        if (!Files.isDirectory(tables)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(tables)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
