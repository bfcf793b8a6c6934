package org.dragoman.archive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes in what a Spark cluster has read, through an archive's writer. */
final class StoreImport {
    /** Pages that are taken in together. */
    private static final int BATCH = 200;

    private static final int FAILURES_BATCH = 10_000;

    private final Database database;
    private final Writer writer;

    StoreImport(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    Archive.Taken take(Path store) {
        int articles = 0;
        long[] failures = {0};
        try (ParquetPages parquet = new ParquetPages(store, writer::number)) {
            for (List<ParquetPages.StoredPage> next = parquet.next(BATCH);
                    !next.isEmpty();
                    next = parquet.next(BATCH)) {
                List<ParquetPages.StoredPage> fresh =
                        next.stream().filter(page -> !writer.knows(page.id())).toList();
                if (!fresh.isEmpty()) {
                    articles += takeBatch(fresh);
                }
            }
            parquet.eachFailure(FAILURES_BATCH, batch -> failures[0] += takeFailures(batch));
            writer.refreshCurrent();
        } catch (SQLException refused) {
            throw database.problem(refused);
        }
        return new Archive.Taken(articles, failures[0]);
    }

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
            writer.inTransaction(() -> {
                long of = writer.run();
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
        writer.inTransaction(() -> writer.takeIn(ingest -> ingest.writeStored(pages), urls, articles, Set.of()));
        writer.know(pages.stream().map(ParquetPages.StoredPage::id).toList());
        return articles;
    }
}
