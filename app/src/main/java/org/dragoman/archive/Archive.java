package org.dragoman.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.dragoman.Reading;
import org.dragoman.actor.ActorMemory;
import org.dragoman.article.Article;
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

    /** Pages read elsewhere that are taken in together. */
    private static final int STORED_BATCH = 200;

    private static final int FAILURES_BATCH = 10_000;

    private static final String EVENTS_SQL = resource("events.sql");
    /** What hangs on an article, and on which column. */
    private static final Map<String, String> PARTS = parts();

    private final Path folder;
    /** Where index and outbox are: the folder, but of what can't be written. */
    private final Path work;

    private final Database database;
    private final boolean writable;
    /** Ids of the pages read, and of those read by the present version. */
    private final Set<Long> known = new HashSet<>();

    private final Set<Long> current = new HashSet<>();
    private @Nullable TextIndex index;
    private boolean behind;
    private int version;
    private long run;
    private long seq;
    private final AtomicLong changes = new AtomicLong();

    /** Parquet, which needs no check: its views have the present layout. */
    private Archive(Path folder, Path work, Memory memory) {
        this.folder = folder;
        this.work = work;
        writable = false;
        database = ParquetStore.open(folder, work, memory);
    }

    private Archive(Path folder, boolean writable, Memory memory) {
        this.folder = folder;
        this.writable = writable;
        work = folder;
        database = new Database(folder, writable, memory);
        try {
            if (writable) {
                Schema.migrate(database.connection(), folder);
                version = number(Version.current());
                seq = database.one("SELECT greatest(coalesce((SELECT max(seq) FROM articles), 0),"
                        + " coalesce((SELECT max(seq) FROM removed), 0))");
                try (Statement statement = database.connection().createStatement();
                        ResultSet pages = statement.executeQuery("SELECT id, version FROM pages")) {
                    while (pages.next()) {
                        known.add(pages.getLong(1));
                        if (pages.getInt(2) == version) {
                            current.add(pages.getLong(1));
                        }
                    }
                }
            } else {
                Schema.check(database.connection(), folder);
            }
        } catch (SQLException | RuntimeException problem) {
            database.close();
            throw problem instanceof SQLException refused ? problem(refused) : (RuntimeException) problem;
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
        return writable;
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
                index = TextIndex.open(work.resolve(INDEX), id(), tables, writable);
            } else if (writable) {
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
        return known.contains(Ids.of(page));
    }

    /** Whether a page was taken in with the present {@link Version}, so that reading it again would change nothing. */
    public synchronized boolean isCurrent(Page page) {
        return current.contains(Ids.of(page));
    }

    /**
     * Takes pages in, all or none: one transaction. Pages that are {@linkplain #isCurrent current} are left as they are;
     * those that another version read are replaced.
     *
     * @return how many articles were taken in
     */
    public synchronized int add(Collection<ReadPage> pages) {
        Map<Long, ReadPage> fresh = new LinkedHashMap<>();
        for (ReadPage page : pages) {
            long id = Ids.of(page.page());
            if (!current.contains(id)) {
                fresh.putIfAbsent(id, page);
            }
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        int articles =
                fresh.values().stream().mapToInt(page -> page.readings().size()).sum();
        Set<Long> replaced = new HashSet<>(fresh.keySet());
        replaced.retainAll(known);
        inTransaction(() -> {
            Set<Long> touched = new HashSet<>();
            if (!replaced.isEmpty()) {
                touched.addAll(remove(articlesOf(replaced)));
                database.execute("DELETE FROM pages WHERE id IN (SELECT unnest(?::BIGINT[]))", replaced);
            }
            List<String> urls =
                    fresh.values().stream().map(page -> page.page().url()).toList();
            takeIn(ingest -> ingest.write(fresh.values()), urls, articles, touched);
        });
        known.addAll(fresh.keySet());
        current.addAll(fresh.keySet());
        changed();
        return articles;
    }

    /**
     * Articles whose text was read by another version of program, model or tables than the running one, in the order in which they
     * were taken in.
     *
     * @param after sequence number of the last one of before; 0 to begin
     * @param most how many at most
     */
    public synchronized List<KeptArticle> outdated(long after, int most) {
        String sql = "SELECT page, number, seq, url, title, text, authors, published, source, language, captions"
                + " FROM articles WHERE version <> ? AND seq > ? ORDER BY seq LIMIT ?";
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            statement.setInt(1, version);
            statement.setLong(2, after);
            statement.setInt(3, most);
            List<KeptArticle> kept = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    kept.add(kept(rows));
                }
            }
            return kept;
        } catch (SQLException refused) {
            throw problem(refused);
        }
    }

    private static KeptArticle kept(ResultSet row) throws SQLException {
        String title = Objects.requireNonNullElse(row.getString(5), "");
        String text = Objects.requireNonNullElse(row.getString(6), "");
        Article article = new Article(
                Objects.requireNonNullElse(row.getString(4), ""),
                title,
                texts(row, 7),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                Optional.ofNullable(row.getString(9)),
                Objects.requireNonNullElse(row.getString(10), ""),
                Article.bodyOf(title, text),
                texts(row, 11));
        return new KeptArticle(row.getLong(1), row.getInt(2), row.getLong(3), article);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null
                ? List.of()
                : Arrays.stream((Object[]) texts.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    /** Replaces what was read in articles, all or none. Their pages keep the version that found the articles on them. */
    public synchronized void replace(Map<KeptArticle, Reading> again) {
        if (again.isEmpty()) {
            return;
        }
        inTransaction(() -> {
            Set<Long> ids = again.keySet().stream()
                    .map(kept -> Ids.of(kept.page(), kept.number()))
                    .collect(Collectors.toSet());
            Set<Long> touched = remove(ids);
            takeIn(ingest -> ingest.writeAgain(again), List.of(), again.size(), touched);
        });
        changed();
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
        inTransaction(() -> PersonMemory.learn(database.connection()));
    }

    /**
     * Takes in what a Spark cluster has read: a folder of Parquet with the archive's columns. Pages that the archive has are left
     * as they are. A batch of pages goes into one transaction, so that after a kill the rest can be taken in.
     */
    public synchronized Taken take(Path store) {
        int articles = 0;
        long[] failures = {0};
        try (ParquetPages parquet = new ParquetPages(store, this::number)) {
            for (List<ParquetPages.StoredPage> next = parquet.next(STORED_BATCH);
                    !next.isEmpty();
                    next = parquet.next(STORED_BATCH)) {
                List<ParquetPages.StoredPage> fresh =
                        next.stream().filter(page -> !known.contains(page.id())).toList();
                if (!fresh.isEmpty()) {
                    articles += takeBatch(fresh);
                }
            }
            parquet.eachFailure(FAILURES_BATCH, batch -> failures[0] += takeFailures(batch));
            current.addAll(database.ids("SELECT id FROM pages WHERE version = ?", version));
        } catch (SQLException refused) {
            throw problem(refused);
        }
        changed();
        return new Taken(articles, failures[0]);
    }

    /**
     * What was taken in.
     *
     * @param articles that were new
     * @param failures what could not be read, as far as the archive didn't know of it
     */
    public record Taken(int articles, long failures) {}

    /** Notes what could not be read, each address once; what the archive has as a page or as a failure stays. */
    private long takeFailures(List<ParquetPages.Failure> batch) {
        Set<String> fresh =
                batch.stream().map(ParquetPages.Failure::url).collect(Collectors.toCollection(HashSet::new));
        String old = "SELECT url FROM failures WHERE url IN (SELECT unnest(?::VARCHAR[]))"
                + " UNION SELECT url FROM pages WHERE url IN (SELECT unnest(?::VARCHAR[]))";
        List<String> urls = List.copyOf(fresh);
        database.texts(old, urls, urls).forEach(fresh::remove);
        List<ParquetPages.Failure> kept =
                batch.stream().filter(failure -> fresh.contains(failure.url())).toList();
        if (!kept.isEmpty()) {
            inTransaction(() -> {
                long of = run();
                Object now = Database.utc(Instant.now());
                database.execute(
                        "INSERT INTO failures SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), ?, ?",
                        kept.stream().map(ParquetPages.Failure::url).toList(),
                        kept.stream().map(ParquetPages.Failure::reason).toList(),
                        of,
                        now);
                database.execute(
                        "UPDATE runs SET ended = ?, failures = failures + ? WHERE id = ?", now, kept.size(), of);
            });
        }
        return kept.size();
    }

    private int takeBatch(List<ParquetPages.StoredPage> pages) {
        int articles = (int) pages.stream()
                .flatMap(page -> page.rows().stream())
                .filter(row -> row.table() == Table.ARTICLES)
                .count();
        List<String> urls = pages.stream().map(ParquetPages.StoredPage::url).toList();
        inTransaction(() -> takeIn(ingest -> ingest.writeStored(pages), urls, articles, Set.of()));
        pages.forEach(page -> known.add(page.id()));
        return articles;
    }

    /**
     * Writes pages and what follows from them, inside a transaction.
     *
     * @param urls of the pages
     * @param touched events that are to be refreshed besides those the pages tell of
     */
    private void takeIn(Filling filling, List<String> urls, int articles, Set<Long> touched) throws SQLException {
        Ingest ingest = new Ingest(database.connection(), version, run(), seq);
        try (ingest) {
            filling.fill(ingest);
        }
        seq = ingest.seq();
        Set<Long> stale = new HashSet<>(touched);
        stale.addAll(ingest.touched());
        refresh(stale);
        database.execute("DELETE FROM failures WHERE url IN (SELECT unnest(?::VARCHAR[]))", urls);
        database.execute(
                "UPDATE runs SET ended = ?, pages = pages + ?, articles = articles + ? WHERE id = ?",
                Database.utc(Instant.now()),
                urls.size(),
                articles,
                run);
    }

    /** What writes a batch's rows. */
    private interface Filling {
        void fill(Ingest ingest) throws SQLException;
    }

    /** Notes a page that can't be read, once a page. */
    public synchronized void fail(UnreadablePageException failure) {
        inTransaction(() -> {
            long of = run();
            database.execute("DELETE FROM failures WHERE url = ?", failure.url());
            database.execute(
                    "INSERT INTO failures VALUES (?, ?, ?, ?)",
                    failure.url(),
                    String.valueOf(failure.getMessage()),
                    of,
                    Database.utc(Instant.now()));
            database.execute(
                    "UPDATE runs SET ended = ?, failures = failures + 1 WHERE id = ?", Database.utc(Instant.now()), of);
        });
    }

    /**
     * Takes out a retracted page and all that came of it: articles, statements, reports, and the events that no other
     * article tells.
     *
     * @param url as the page or one of its articles has it
     * @return how many articles were taken out
     */
    public synchronized int forget(String url) {
        Set<Long> pages = database.ids(
                "SELECT id FROM pages WHERE url = ? UNION SELECT page FROM articles WHERE url = ?", url, url);
        Set<Long> articles = articlesOf(pages);
        inTransaction(() -> {
            Set<Long> touched = remove(articles);
            database.execute("DELETE FROM pages WHERE id IN (SELECT unnest(?::BIGINT[]))", pages);
            database.execute("DELETE FROM failures WHERE url = ?", url);
            refresh(touched);
        });
        known.removeAll(pages);
        current.removeAll(pages);
        changed();
        return articles.size();
    }

    /** How often the archive has been changed since it was opened: while it is the same, so are all answers. */
    public long changes() {
        return changes.get();
    }

    /** How many pages were read by another version of program, model or tables than the running one. */
    public long outdatedPages() {
        return database.one("SELECT count(*) FROM pages WHERE version <> " + version);
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

    private Set<Long> articlesOf(Set<Long> pages) {
        return database.ids("SELECT id FROM articles WHERE page IN (SELECT unnest(?::BIGINT[]))", pages);
    }

    /** The tables have changed: an index that is open follows, another does when the archive is closed. */
    private void changed() {
        behind = index == null;
        if (index != null) {
            index();
        }
    }

    /** Takes articles out; the events of which they told are returned and must be refreshed. */
    private Set<Long> remove(Set<Long> articles) throws SQLException {
        if (articles.isEmpty()) {
            return Set.of();
        }
        Set<Long> touched =
                database.ids("SELECT event FROM reports WHERE article IN (SELECT unnest(?::BIGINT[]))", articles);
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            database.execute(
                    "DELETE FROM " + part.getKey() + " WHERE " + part.getValue() + " IN (SELECT unnest(?::BIGINT[]))",
                    articles);
        }
        for (long article : articles) {
            database.execute("INSERT INTO removed VALUES (?, ?)", article, ++seq);
        }
        return touched;
    }

    private void refresh(Set<Long> events) throws SQLException {
        if (!events.isEmpty()) {
            database.execute("DELETE FROM events WHERE id IN (SELECT unnest(?::BIGINT[]))", events);
            database.execute(EVENTS_SQL, events);
        }
    }

    /** The number of the present run; its row is made when it is first asked for. */
    private long run() throws SQLException {
        if (run == 0) {
            long next = database.one("SELECT coalesce(max(id), 0) + 1 FROM runs");
            Object now = Database.utc(Instant.now());
            database.execute("INSERT INTO runs VALUES (?, ?, ?, 0, 0, 0, ?)", next, now, now, version);
            run = next;
        }
        return run;
    }

    /** The number of a version, which is given one where it has none. */
    private int number(Version of) {
        Object[] cells = {of.coder(), of.model(), of.ontology(), of.tables()};
        String find = "SELECT id FROM versions WHERE coder = ? AND model = ? AND ontology = ? AND tables = ?";
        Set<Long> found = database.ids(find, cells);
        if (found.isEmpty()) {
            try {
                database.execute(
                        "INSERT INTO versions SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM versions", cells);
            } catch (SQLException refused) {
                throw problem(refused);
            }
            found = database.ids(find, cells);
        }
        return found.iterator().next().intValue();
    }

    private void inTransaction(Database.Step step) {
        long seqBefore = seq;
        long runBefore = run;
        boolean done = false;
        try {
            database.inTransaction(step);
            changes.incrementAndGet();
            done = true;
        } finally {
            if (!done) {
                seq = seqBefore;
                run = runBefore;
            }
        }
    }

    private String id() throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet id = statement.executeQuery("SELECT id::VARCHAR FROM archive")) {
            id.next();
            return id.getString(1);
        }
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String table : List.of(
                "sentences", "entities", "toponyms", "statements", "reports", "signatures", "bands", "terms", "ties")) {
            parts.put(table, "article");
        }
        parts.put("articles", "id");
        return parts;
    }

    private static String resource(String name) {
        try (InputStream in = Archive.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Archive.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
