package org.dragoman.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * An archive's DuckDB file, open: hands out connections, runs statements, and says in words for the user what DuckDB refuses. It
 * reads and writes no file outside the archive, whatever it is asked. Statements are for one thread at a time; {@link #connect()}
 * for any.
 */
final class Database implements AutoCloseable {
    /** The file's name. */
    static final String FILE = "archive.duckdb";
    /** Where DuckDB may write files. */
    static final String OUTBOX = "outbox";

    private static final Pattern OWNER = Pattern.compile("\\(PID (\\d+)\\)");

    private final Path folder;
    private final DuckDBConnection connection;

    /**
     * Opens the file, or makes it if it is to be written.
     *
     * @throws ArchiveException if another process has it open, or it is damaged
     */
    Database(Path folder, boolean writable, Memory memory) {
        this(folder, file(folder, writable, memory));
    }

    private Database(Path folder, DuckDBConnection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /**
     * Opens an empty database that is gone when it is closed and may read the files of a folder.
     *
     * @param work where it may write
     */
    static Database inMemory(Path folder, Path work, Memory memory) {
        Properties settings = closed(List.of(folder, work.resolve(OUTBOX)), memory);
        settings.setProperty("temp_directory", work.toAbsolutePath().toString());
        return new Database(folder, connect(folder, "", settings));
    }

    /** The connection that writes. */
    DuckDBConnection connection() {
        return connection;
    }

    /** Another connection, for queries; the caller closes it. */
    Connection connect() {
        try {
            return connection.duplicate();
        } catch (SQLException refused) {
            throw problem(refused);
        }
    }

    /** What to tell the user where DuckDB refused something. */
    ArchiveException problem(SQLException refused) {
        return problem(folder, refused);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException unimportant) {
            // The first problem is told; this one comes of it.
        }
    }

    /** Does a step in one transaction: all of it or nothing. */
    void inTransaction(Step step) {
        try {
            connection.setAutoCommit(false);
            try {
                step.run();
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException refused) {
            throw problem(refused);
        }
    }

    /** What happens in a transaction. */
    interface Step {
        void run() throws SQLException;
    }

    void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        }
    }

    /** Whole numbers, the first column of an answer. */
    Set<Long> ids(String sql, Object... values) {
        Set<Long> ids = new HashSet<>();
        each(row -> ids.add(row.getLong(1)), sql, values);
        return ids;
    }

    /** Texts, the first column of an answer. */
    List<String> texts(String sql, Object... values) {
        List<String> texts = new ArrayList<>();
        each(row -> texts.add(row.getString(1)), sql, values);
        return texts;
    }

    /** Hands an answer's rows to the taker, one after another. */
    void each(Taker taker, String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException refused) {
            throw problem(refused);
        }
    }

    /** Takes an answer's row. */
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** One whole number. */
    long one(String sql) {
        return ids(sql).iterator().next();
    }

    private void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Set<?> ids) {
                statement.setArray(i + 1, connection.createArrayOf("BIGINT", ids.toArray()));
            } else if (values[i] instanceof List<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("VARCHAR", texts.toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static DuckDBConnection file(Path folder, boolean writable, Memory memory) {
        Properties settings = closed(List.of(folder.resolve(OUTBOX)), memory);
        // The database file is brought up to date less often than DuckDB does by itself; an ingest spends less time on
        // it.
        settings.setProperty("wal_autocheckpoint", "64MB");
        settings.setProperty("duckdb.read_only", Boolean.toString(!writable));
        return connect(folder, folder.resolve(FILE).toString(), settings);
    }

    /** Nothing is downloaded, whatever a query asks for, and no file outside these folders is touched. */
    private static Properties closed(List<Path> folders, Memory memory) {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("enable_external_access", "false");
        settings.setProperty(
                "allowed_directories",
                folders.stream()
                        .map(folder -> "'" + folder.toAbsolutePath().toString().replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", "[", "]")));
        settings.setProperty("lock_configuration", "true");
        settings.setProperty("threads", Integer.toString(memory.threads()));
        memory.megabytes().ifPresent(most -> {
            settings.setProperty("memory_limit", most + "MB");
            // What is freed goes back to the system rather than being kept for later.
            settings.setProperty("allocator_flush_threshold", "1MB");
        });
        return settings;
    }

    private static DuckDBConnection connect(Path folder, String file, Properties settings) {
        NativeLibrary.sweep();
        try {
            return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        } catch (SQLException refused) {
            throw problem(folder, refused);
        }
    }

    private static ArchiveException problem(Path folder, SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        Matcher owner = OWNER.matcher(message);
        if (message.contains("Could not set lock")) {
            return new ArchiveInUseException(
                    folder,
                    owner.find() ? OptionalLong.of(Long.parseLong(owner.group(1))) : OptionalLong.empty(),
                    refused);
        }
        if (message.contains("newer version of DuckDB") || message.contains("database file with version number")) {
            return new ArchiveException(
                    "the archive " + folder + " was written by a newer Dragoman: use that one; nothing was changed",
                    refused);
        }
        if (message.contains("not a valid DuckDB")
                || message.contains("orrupt")
                || message.contains("checksum")
                || message.contains("Could not read enough bytes")
                || message.contains("deserialize")) {
            return new ArchiveException(
                    "the archive " + folder + " is damaged ("
                            + message.lines().findFirst().orElse("")
                            + "): bring " + FILE + " back from a copy, or read the pages into a new folder;"
                            + " nothing was deleted",
                    refused);
        }
        if (message.contains("read-only mode")) {
            return new ArchiveException("only questions are answered here; nothing was changed", refused);
        }
        return new ArchiveException(message.lines().findFirst().orElse(message), refused);
    }
}
