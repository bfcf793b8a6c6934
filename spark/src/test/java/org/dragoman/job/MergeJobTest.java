package org.dragoman.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dragoman.Dragoman;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ReadPage;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real events on Spark, compared with an archive's over the same pages, copies and stories. */
class MergeJobTest {
    /** A meeting in three papers' words, one of them with two reports of it, and the wire's text in thirty more. */
    private static final String MEETING = """
            {"url": "https://a.example/1", "source": "A", "date": "2016-09-09", "title": "Kerry meets Lavrov in Geneva over Syria", \
            "text": "GENEVA - U.S. Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in Geneva on Friday. The two spent hours on a truce."}
            {"url": "https://b.example/1", "source": "B", "date": "2016-09-10", "title": "Russia, US hold Syria talks", \
            "text": "Russia's foreign minister, Sergei Lavrov, met with U.S. Secretary of State John Kerry in Geneva on Friday. Neither side announced an agreement."}
            {"url": "https://c.example/1", "source": "C", "date": "2016-09-17", "title": "Kerry meets Lavrov again", \
            "text": "U.S. Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in New York on Friday."}
            """;

    private static final String WIRE = """
            {"url": "https://wire%d.example/1", "source": "Paper %d", "date": "2016-09-%02d", "title": "Title %d", \
            "text": "Syrian government forces attacked the town of Douma on Thursday, killing nine people, the observatory said. Rebels shelled \
            Damascus in return. Residents described long queues at the only clinic that was still open, and aid workers asked both sides \
            for a pause so that the wounded can be brought out of the town before the road is closed again for the night. Russia condemned \
            the shelling of Damascus."}
            """;

    @TempDir
    private static Path folder;

    @Test
    void eventsAreThoseOfAnArchive() throws IOException, SQLException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        StringBuilder lines = new StringBuilder(MEETING);
        for (int paper = 1; paper <= 30; paper++) {
            lines.append(WIRE.formatted(paper, paper, 8 + paper % 3, paper));
        }
        Files.writeString(pages.resolve("pages.jsonl"), lines);
        try (Stream<Path> samples = Files.list(Path.of("../samples"))) {
            for (Path sample : (Iterable<Path>) samples.sorted(Comparator.naturalOrder())::iterator) {
                Files.copy(sample, pages.resolve(sample.getFileName()));
            }
        }
        SparkSession spark = Sessions.local(folder);
        Store store = new Store(spark, folder.resolve("store").toString());
        new ReadJob(spark, store, 10_000_000)
                .read(
                        InputFile.find(
                                List.of(pages.toString()), spark.sparkContext().hadoopConfiguration()),
                        "b");
        archive(pages);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + folder.resolve("archive/archive.duckdb") + "' AS archive (READ_ONLY)");
            List<Row> groups = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT id, copies, story FROM archive.articles")) {
                while (rows.next()) {
                    groups.add(RowFactory.create(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
                }
            }
            StructType type = new StructType()
                    .add("id", DataTypes.LongType)
                    .add("copies", DataTypes.LongType)
                    .add("story", DataTypes.LongType);
            store.writeWhole(
                    DedupJob.GROUPS, spark.createDataFrame(groups, type), org.apache.spark.sql.functions.col("id"));

            new MergeJob(spark, store).run();

            String merged =
                    "SELECT report, event FROM read_parquet('" + folder.resolve("store/merged/*.parquet") + "')";
            assertSame(statement, "SELECT id, event FROM archive.reports", merged);
            String events = "SELECT * EXCLUDE (version) FROM ";
            assertSame(
                    statement,
                    events + "archive.events",
                    events + "read_parquet('" + folder.resolve("store/events/*.parquet") + "')");
            try (ResultSet rows =
                    statement.executeQuery("SELECT max(articles), max(len(sources)) FROM archive.events")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(30);
                assertThat(rows.getInt(2)).isEqualTo(30);
            }
        }
        assertAnswersLike(folder.resolve("store"), folder.resolve("archive"));
    }

    /** The store opened as if it were the archive. */
    private static void assertAnswersLike(Path store, Path folder) {
        try (Archive parquet = Archive.openToRead(store);
                Archive archive = Archive.openToRead(folder)) {
            for (String filter : List.of("", "type:CONSULT", "Douma date:2016-09", "sources:2..")) {
                assertThat(answer(parquet, filter)).as(filter).isEqualTo(answer(archive, filter));
            }
            assertThat(answer(parquet, "")).isNotEmpty();
            assertThat(new Query(parquet).search(Filter.parse("clinic"), 0, 50).total())
                    .isEqualTo(30);
            assertThat(new Query(parquet)
                            .statements(Filter.parse("country:GBR"), 0, 500)
                            .rows())
                    .hasSameSizeAs(new Query(archive)
                            .statements(Filter.parse("country:GBR"), 0, 500)
                            .rows());
            assertThat(new Query(parquet)
                            .sql("SELECT count(*) FROM evidence", 1)
                            .rows())
                    .isEqualTo(new Query(archive)
                            .sql("SELECT count(*) FROM evidence", 1)
                            .rows());
            assertThatThrownBy(() -> Archive.open(store)).hasMessageContaining("dragoman import");
        }
    }

    private static List<?> answer(Archive archive, String filter) {
        Result events = new Query(archive).events(Filter.parse(filter), 0, 1_000);
        int version = events.columns().indexOf("version");
        return events.rows().stream()
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row);
                    cells.remove(version);
                    return cells;
                })
                .toList();
    }

    private static void assertSame(Statement statement, String one, String other) throws SQLException {
        assertThat(rows(statement, one)).isNotEmpty();
        assertThat(rows(statement, one + " EXCEPT ALL " + other)).as("missing").isEmpty();
        assertThat(rows(statement, other + " EXCEPT ALL " + one)).as("too many").isEmpty();
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(result.getString(i)).append(" | ");
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /** An archive that takes the pages in in the order in which the job merges: by day of publication. */
    private static void archive(Path pages) throws SQLException {
        Map<String, ReadPage> read = new HashMap<>();
        try (Dragoman dragoman = Dragoman.open()) {
            new PageReader()
                    .read(
                            pages,
                            page -> {
                                try {
                                    read.put(page.url(), ReadPage.of(dragoman, page));
                                } catch (UnreadablePageException failure) {
                                    throw new AssertionError(failure);
                                }
                            },
                            failure -> {
                                throw new AssertionError(failure);
                            });
        }
        List<String> order = new ArrayList<>();
        try (Archive archive = Archive.open(folder.resolve("unordered"))) {
            archive.add(read.values());
            try (Connection connection = archive.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT p.url FROM pages p JOIN articles a ON a.page = p.id"
                            + " GROUP BY p.url, p.id ORDER BY min(a.published) NULLS LAST, min(a.id)")) {
                while (rows.next()) {
                    order.add(rows.getString(1));
                }
            }
        }
        try (Archive archive = Archive.open(folder.resolve("archive"))) {
            archive.add(order.stream()
                    .flatMap(url -> Stream.ofNullable(read.get(url)))
                    .toList());
        }
    }
}
