package org.dragoman.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dragoman.Reading;
import org.dragoman.actor.ActorMemory;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is open.
 *
 * <pre>{@code
 * try (Archive archive = Archive.open(folder)) {
 *     if (!archive.knows(page)) {
 *         archive.add(List.of(new ReadPage(page, dragoman.readings(page))));
 *     }
 * }
 * }</pre>
 *
 * <p>Safe to share between threads: one batch is taken in at a time, and each query has its own {@linkplain #connect()
 * connection}, which sees whole batches only. Every method throws {@link ArchiveException} where DuckDB refuses.
 */
public final class Archive implements AutoCloseable {
    private static final String INDEX = "index";

    private final Path folder;
    /** Where index and outbox are: the folder, but of what can't be written. */
    private final Path work;

    private final Database database;
    /** None where it was opened to read. */
    private final @Nullable Writer writer;

    private @Nullable TextIndex index;
    private boolean behind;

    /** Parquet, which needs no check: its views have the present layout. */
    private Archive(Path folder, Path work, Memory memory) {
        this.folder = folder;
        this.work = work;
        writer = null;
        database = ParquetStore.open(folder, work, memory);
    }

    private Archive(Path folder, boolean writable, Memory memory) {
        this.folder = folder;
        work = folder;
        database = new Database(folder, writable, memory);
        try {
            if (writable) {
                Schema.migrate(database.connection(), folder);
                writer = new Writer(database);
                clearOutbox();
            } else {
                Schema.check(database.connection(), folder);
                writer = null;
            }
        } catch (SQLException | RuntimeException problem) {
            database.close();
            throw problem instanceof SQLException refused ? problem(refused) : (RuntimeException) problem;
        }
    }

    /** No other process has the archive open: what lies there a killed one has left. */
    private void clearOutbox() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(outbox())) {
            left.forEach(NativeLibrary::delete);
        } catch (IOException kept) {
            // The next to open it tries again.
        }
    }

    /**
     * Opens an archive to write and query; makes it if the folder holds none.
     *
     * @throws ArchiveException if another process has it open, or it is damaged or newer than this program
     */
    public static Archive open(Path folder) {
        return open(folder, Memory.UNBOUNDED);
    }

    /** As {@link #open(Path)}, in bounded memory. */
    public static Archive open(Path folder, Memory memory) {
        if (isParquet(folder)) {
            throw new ArchiveException(
                    folder + " holds Parquet of a cluster, which is only read: ask it as it is, or take it"
                            + " into an archive: dragoman import " + folder + " --archive DIR");
        }
        try {
            Files.createDirectories(folder.resolve(Database.OUTBOX));
        } catch (IOException refused) {
            throw new ArchiveException("can't make the folder " + folder + ": " + refused.getMessage(), refused);
        }
        return new Archive(folder, true, memory);
    }

    /** Whether a folder holds Parquet that a Spark cluster has written: it can be opened to read. */
    public static boolean isParquet(Path folder) {
        return ParquetStore.is(folder);
    }

    /**
     * Opens an archive to query it only: several processes may at once, as long as none has it open to write. Opens a folder of Parquet
     * that a Spark cluster has written, too; the text index is then made each time it is first asked for.
     *
     * @throws ArchiveException if there is none, another process writes it, or it is damaged or of another layout
     */
    public static Archive openToRead(Path folder) {
        return openToRead(folder, Memory.UNBOUNDED);
    }

    /** As {@link #openToRead(Path)}, in bounded memory. */
    public static Archive openToRead(Path folder, Memory memory) {
        if (isParquet(folder)) {
            return openParquet(folder, memory);
        }
        if (!Files.exists(folder.resolve(Database.FILE))) {
            throw new ArchiveException(
                    "no archive in " + folder + ": make one with: dragoman read --archive " + folder + " PAGES");
        }
        return new Archive(folder, false, memory);
    }

    private static Archive openParquet(Path folder, Memory memory) {
        Path work;
        try {
            work = Files.createTempDirectory("dragoman-parquet");
            Files.createDirectory(work.resolve(Database.OUTBOX));
        } catch (IOException refused) {
            throw new ArchiveException("no place for temporary files: " + refused.getMessage(), refused);
        }
        try {
            return new Archive(folder, work, memory);
        } catch (RuntimeException unusable) {
            NativeLibrary.delete(work);
            throw unusable;
        }
    }

    /** The column of every table with ids by which a row is found quickest: its place in the table, which views on Parquet lack. */
    public String rowPlace() {
        return work.equals(folder) ? "rowid" : "id";
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Whether it was opened to write. */
    public boolean writable() {
        return writer != null;
    }

    /** Where DuckDB may write files, for exports; whoever has one written there takes it away. */
    public Path outbox() {
        return work.resolve(Database.OUTBOX);
    }

    /** Another connection for queries; the caller closes it. Autocommit is on. */
    public Connection connect() {
        return database.connect();
    }

    /** The text index, with every article in it that is in the archive now. */
    public synchronized TextIndex index() {
        try (Connection tables = connect()) {
            if (index == null) {
                index = TextIndex.open(work.resolve(INDEX), id(), tables, writer != null);
            } else if (writer != null) {
                index.catchUp(tables);
            }
            return index;
        } catch (SQLException refused) {
            throw problem(refused);
        } catch (IOException refused) {
            throw unusable(refused);
        }
    }

    private ArchiveException unusable(IOException refused) {
        return new ArchiveException(
                "the text index " + work.resolve(INDEX) + " can't be used (" + refused.getMessage()
                        + "): free the disk or the folder, or delete it; it is then made anew",
                refused);
    }

    /** Whether a page was taken in before, by this version of the program or another. */
    public synchronized boolean knows(Page page) {
        return writer != null && writer.knows(Ids.of(page));
    }

    /** Whether a page was taken in with the present {@link Version}, so that reading it again would change nothing. */
    public synchronized boolean isCurrent(Page page) {
        return writer != null && writer.isCurrent(Ids.of(page));
    }

    /**
     * Takes pages in, all or none: one transaction. Pages that are {@linkplain #isCurrent current} are left as they are;
     * those that another version read are replaced.
     *
     * @return how many articles were taken in
     */
    public synchronized int add(Collection<ReadPage> pages) {
        return followed(() -> writer().add(pages));
    }

    /**
     * Articles whose text was read by another version of program, model or tables than the running one, in the order in which they
     * were taken in.
     *
     * @param after sequence number of the last one of before; 0 to begin
     * @param most how many at most
     */
    public synchronized List<KeptArticle> outdated(long after, int most) {
        return writer().outdated(after, most);
    }

    /** Replaces what was read in articles, all or none. Their pages keep the version that found the articles on them. */
    public synchronized void replace(Map<KeptArticle, Reading> again) {
        followed(() -> {
            writer().replace(again);
            return again.size();
        });
    }

    /**
     * What earlier articles say of persons, for an {@link org.dragoman.actor.ActorResolver} to ask: as of the last {@link
     * #remember()}, whatever is taken in after.
     */
    public ActorMemory memory() {
        try (Connection tables = connect()) {
            return PersonMemory.load(tables);
        } catch (SQLException refused) {
            throw problem(refused);
        }
    }

    /** Makes {@link #memory()} as of now. To be called when a run is complete, so that one that is cut off and taken up again reads the same. */
    public synchronized void remember() {
        writer().remember();
    }

    /**
     * Takes in what a Spark cluster has read: a folder of Parquet with the archive's columns. Pages that the archive has are left
     * as they are. A batch of pages goes into one transaction, so that after a kill the rest can be taken in.
     */
    public synchronized Taken take(Path store) {
        return followed(() -> new StoreImport(database, writer()).take(store));
    }

    /**
     * What was taken in.
     *
     * @param articles that were new
     * @param failures what could not be read, as far as the archive didn't know of it
     */
    public record Taken(int articles, long failures) {}

    /** Notes a page that can't be read, once a page. */
    public synchronized void fail(UnreadablePageException failure) {
        writer().fail(failure);
    }

    /**
     * Takes out a retracted page and all that came of it: articles, statements, reports, and the events that no other
     * article tells.
     *
     * @param url as the page or one of its articles has it
     * @return how many articles were taken out
     */
    public synchronized int forget(String url) {
        return followed(() -> writer().forget(url));
    }

    /** How often the archive has been changed since it was opened: while it is the same, so are all answers. */
    public long changes() {
        return writer == null ? 0 : writer.changes();
    }

    /** How many pages were read by another version of program, model or tables than the running one. */
    public long outdatedPages() {
        return writer().outdatedPages();
    }

    /** What to tell the user where DuckDB refused something. */
    public ArchiveException problem(SQLException refused) {
        return database.problem(refused);
    }

    @Override
    public synchronized void close() {
        try {
            if (behind) {
                index();
            }
            if (index != null) {
                index.close();
            }
        } catch (IOException refused) {
            throw unusable(refused);
        } finally {
            database.close();
            if (!work.equals(folder)) {
                NativeLibrary.delete(work);
            }
        }
    }

    private Writer writer() {
        if (writer == null) {
            throw new ArchiveException("the archive " + folder + " was opened to be asked only; nothing was changed");
        }
        return writer;
    }

    /** Does what may change the tables: an index that is open follows, another does when the archive is closed. */
    private <T> T followed(Supplier<T> step) {
        long before = changes();
        T done = step.get();
        if (changes() != before) {
            behind = index == null;
            if (index != null) {
                index();
            }
        }
        return done;
    }

    private String id() throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet id = statement.executeQuery("SELECT id::VARCHAR FROM archive")) {
            id.next();
            return id.getString(1);
        }
    }
}
