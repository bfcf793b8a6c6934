package org.dragoman.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.dragoman.Reading;
import org.dragoman.page.UnreadablePageException;

/**
 * Changes an archive's tables, each change in one transaction: takes pages in, replaces what another version read, takes retracted pages
 * out; {@link Archive} says what each change means. It remembers which pages are there, and numbers runs and articles on. Used by one
 * thread at a time, but for {@link #changes}.
 */
final class Writer {
    private static final String EVENTS_SQL = Schema.resource("events.sql");
    /** What hangs on an article, and on which column. */
    private static final Map<String, String> PARTS = parts();

    private final Database database;
    private final int version;
    /** Ids of the pages read, and of those read by the present version. */
    private final Set<Long> known = new HashSet<>();

    private final Set<Long> current = new HashSet<>();
    private long run;
    private long seq;
    private final AtomicLong changes = new AtomicLong();

    /** @param database of the present layout */
    Writer(Database database) {
        this.database = database;
        version = number(Version.current());
        seq = database.one("SELECT greatest(coalesce((SELECT max(seq) FROM articles), 0),"
                + " coalesce((SELECT max(seq) FROM removed), 0))");
        known.addAll(database.ids("SELECT id FROM pages"));
        refreshCurrent();
    }

    boolean knows(long page) {
        return known.contains(page);
    }

    boolean isCurrent(long page) {
        return current.contains(page);
    }

    /** Notes that pages are there. */
    void know(Collection<Long> pages) {
        known.addAll(pages);
    }

    /** Asks the tables anew which pages the present version has read. */
    void refreshCurrent() {
        current.addAll(database.ids("SELECT id FROM pages WHERE version = ?", version));
    }

    /** How many changes there were. */
    long changes() {
        return changes.get();
    }

    int add(Collection<ReadPage> pages) {
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
        return articles;
    }

    List<KeptArticle> outdated(long after, int most) {
        String sql = "SELECT page, number, seq, url, title, text, authors, published, source, language, captions"
                + " FROM articles WHERE version <> ? AND seq > ? ORDER BY seq LIMIT ?";
        List<KeptArticle> kept = new ArrayList<>();
        database.each(row -> kept.add(KeptArticle.of(row)), sql, version, after, most);
        return kept;
    }

    void replace(Map<KeptArticle, Reading> again) {
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
    }

    void remember() {
        inTransaction(() -> PersonMemory.learn(database.connection()));
    }

    /**
     * Writes pages and what follows from them, inside a transaction.
     *
     * @param urls of the pages
     * @param touched events that are to be refreshed besides those the pages tell of
     */
    void takeIn(Filling filling, List<String> urls, int articles, Set<Long> touched) throws SQLException {
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
    interface Filling {
        void fill(Ingest ingest) throws SQLException;
    }

    void fail(UnreadablePageException failure) {
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

    int forget(String url) {
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
        return articles.size();
    }

    long outdatedPages() {
        return database.one("SELECT count(*) FROM pages WHERE version <> " + version);
    }

    private Set<Long> articlesOf(Set<Long> pages) {
        return database.ids("SELECT id FROM articles WHERE page IN (SELECT unnest(?::BIGINT[]))", pages);
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
    long run() throws SQLException {
        if (run == 0) {
            long next = database.one("SELECT coalesce(max(id), 0) + 1 FROM runs");
            Object now = Database.utc(Instant.now());
            database.execute("INSERT INTO runs VALUES (?, ?, ?, 0, 0, 0, ?)", next, now, now, version);
            run = next;
        }
        return run;
    }

    /** The number of a version, which is given one where it has none. */
    int number(Version of) {
        Object[] cells = {of.coder(), of.model(), of.ontology(), of.tables()};
        String find = "SELECT id FROM versions WHERE coder = ? AND model = ? AND ontology = ? AND tables = ?";
        Set<Long> found = database.ids(find, cells);
        if (found.isEmpty()) {
            try {
                database.execute(
                        "INSERT INTO versions SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM versions", cells);
            } catch (SQLException refused) {
                throw database.problem(refused);
            }
            found = database.ids(find, cells);
        }
        return found.iterator().next().intValue();
    }

    void inTransaction(Database.Step step) {
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

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String table : List.of(
                "sentences", "entities", "toponyms", "statements", "reports", "signatures", "bands", "terms", "ties")) {
            parts.put(table, "article");
        }
        parts.put("articles", "id");
        return parts;
    }
}
