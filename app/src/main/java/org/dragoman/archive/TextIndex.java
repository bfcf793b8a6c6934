package org.dragoman.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.SleepingLockWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The words of an archive's articles, for search. Derived: whatever is missing is caught up from the tables by sequence
 * number, and an index that is damaged, of another archive or made by other rules is made anew. Safe to share between
 * threads.
 *
 * <p>A document has the fields {@link #ID}, {@link #DAY} (days since 1970) and {@link #TEXT} (title and body).
 */
public final class TextIndex implements AutoCloseable {
    /** The article's id, a {@link LongField}. */
    public static final String ID = "id";

    /** The day of publication as days since 1970, a {@link LongField}; absent if unknown. */
    public static final String DAY = "day";

    /** Title and body. */
    public static final String TEXT = "text";

    /** Words as they are compared: without case, accents, possessive 's and endings. Nothing is left out as too common. */
    public static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
            return new TokenStreamComponents(tokenizer, new PorterStemFilter(new ASCIIFoldingFilter(words)));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    };

    /** Raised when documents are made by other rules: older indexes are then made anew. */
    private static final String FORMAT = "1";

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);
    /** Another process that reads the same archive may be catching up: after that it is done. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final int POLL_MILLIS = 100;
    private static final double BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final String archive;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;
    private long seq;
    private long committed = System.nanoTime();

    private TextIndex(Path folder, String archive, Connection tables, boolean keepWriting)
            throws IOException, SQLException {
        this.archive = archive;
        directory = FSDirectory.open(folder);
        Map<String, String> state = state(directory);
        long newest = newest(tables);
        if (FORMAT.equals(state.get("format")) && archive.equals(state.get("archive"))) {
            seq = Long.parseLong(state.getOrDefault("seq", "0"));
        }
        boolean anew = state.isEmpty() || seq > newest || !archive.equals(state.get("archive"));
        if (keepWriting) {
            writer = writer(anew);
            catchUp(tables, writer);
            searchers = new SearcherManager(writer, null);
        } else {
            if (anew || seq < newest) {
                try (IndexWriter briefly = writer(anew)) {
                    catchUp(tables, briefly);
                    commit(briefly);
                }
            }
            writer = null;
            searchers = new SearcherManager(directory, null);
        }
    }

    private IndexWriter writer(boolean anew) throws IOException {
        if (anew) {
            seq = 0;
        }
        return new IndexWriter(
                new SleepingLockWrapper(directory, LONGEST_WAIT.toMillis(), POLL_MILLIS),
                new IndexWriterConfig(ANALYZER)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setOpenMode(
                                anew
                                        ? IndexWriterConfig.OpenMode.CREATE
                                        : IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
    }

    /**
     * Opens the index of an archive and brings it up to date.
     *
     * @param archive the archive's id
     * @param keepWriting whether more will come by {@link #catchUp}; otherwise other processes may open it too
     */
    static TextIndex open(Path folder, String archive, Connection tables, boolean keepWriting)
            throws IOException, SQLException {
        try {
            return new TextIndex(folder, archive, tables, keepWriting);
        } catch (CorruptIndexException
                | IndexFormatTooNewException
                | IndexFormatTooOldException
                | EOFException
                | NoSuchFileException damaged) {
            clear(folder);
            return new TextIndex(folder, archive, tables, keepWriting);
        }
    }

    /** Takes in what the tables have beyond the index. */
    synchronized void catchUp(Connection tables) throws IOException, SQLException {
        if (writer != null && catchUp(tables, writer)) {
            if (System.nanoTime() - committed > BETWEEN_COMMITS.toNanos()) {
                commit(writer);
            }
            searchers.maybeRefreshBlocking();
        }
    }

    private boolean catchUp(Connection tables, IndexWriter writer) throws IOException, SQLException {
        long newest = newest(tables);
        if (newest == seq) {
            return false;
        }
        try (PreparedStatement removed = tables.prepareStatement("SELECT article FROM removed WHERE seq > ?")) {
            removed.setLong(1, seq);
            try (ResultSet rows = removed.executeQuery()) {
                while (rows.next()) {
                    writer.deleteDocuments(LongField.newExactQuery(ID, rows.getLong(1)));
                }
            }
        }
        boolean fresh = seq == 0;
        try (PreparedStatement articles =
                tables.prepareStatement("SELECT id, published, text FROM articles WHERE seq > ? AND seq <= ?")) {
            articles.setLong(1, seq);
            articles.setLong(2, newest);
            try (ResultSet rows = articles.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    if (!fresh) {
                        // A catch-up that was cut off may have been here before.
                        writer.deleteDocuments(LongField.newExactQuery(ID, id));
                    }
                    Document document = new Document();
                    document.add(new LongField(ID, id, Field.Store.NO));
                    LocalDate published = rows.getObject(2, LocalDate.class);
                    if (published != null) {
                        document.add(new LongField(DAY, published.toEpochDay(), Field.Store.NO));
                    }
                    document.add(new TextField(TEXT, rows.getString(3), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
        }
        seq = newest;
        return true;
    }

    /** Does something with a searcher over the articles as of now. */
    public <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What is done with a searcher. */
    public interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private void commit(IndexWriter writer) throws IOException {
        Map<String, String> state = new HashMap<>();
        state.put("format", FORMAT);
        state.put("archive", archive);
        state.put("seq", Long.toString(seq));
        writer.setLiveCommitData(state.entrySet());
        writer.commit();
        committed = System.nanoTime();
    }

    @Override
    public synchronized void close() throws IOException {
        searchers.close();
        if (writer != null) {
            commit(writer);
            writer.close();
        }
        directory.close();
    }

    private static Map<String, String> state(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData();
        } catch (IndexNotFoundException none) {
            return Map.of();
        }
    }

    private static long newest(Connection tables) throws SQLException {
        try (PreparedStatement statement =
                        tables.prepareStatement("SELECT greatest(coalesce((SELECT max(seq) FROM articles), 0),"
                                + " coalesce((SELECT max(seq) FROM removed), 0))");
                ResultSet newest = statement.executeQuery()) {
            newest.next();
            return newest.getLong(1);
        }
    }

    /** Deletes a damaged index's files: all that was in them is in the tables. */
    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
