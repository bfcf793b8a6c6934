package org.dragoman.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dragoman.Dragoman;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ReadPage;
import org.dragoman.archive.Table;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The samples, with some things that can't be read, read on Spark and by the single-machine reader into an archive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadJobTest {
    @TempDir
    private static Path folder;

    private SparkSession spark;
    private Connection connection;

    @BeforeAll
    void readTwice() throws IOException, SQLException {
        Path pages = folder.resolve("pages");
        copySamples(pages);
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(pages.resolve("a-copy.html.gz")))) {
            Files.copy(Path.of("../samples/us-hasaka-attack.html"), gzip);
        }
        Files.createDirectory(pages.resolve("a"));
        Files.writeString(pages.resolve("a/empty.html"), "");
        Files.writeString(pages.resolve("a/paper.pdf"), "%PDF-1.7 no page");
        Files.write(pages.resolve("cut.html.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        Files.writeString(pages.resolve("style.css"), "p { margin: 0 }");

        spark = Sessions.local(folder);
        read("monday", pages.toString());
        archive(pages);

        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + folder.resolve("archive/archive.duckdb") + "' AS archive (READ_ONLY)");
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void makesTheRowsThatTheSingleMachineMakes() throws SQLException {
        for (Table table : Table.values()) {
            assertThat(rows(archived(table))).as(table.tableName()).isNotEmpty();
            assertSame(table, parquet(table.tableName()));
        }
    }

    @Test
    void anArchiveTakesInWhatItWouldHaveRead() throws SQLException {
        Path store = folder.resolve("store");
        try (Archive taking = Archive.open(folder.resolve("taken"))) {
            assertThat(taking.take(store)).isEqualTo(new Archive.Taken(13, 3));
            assertThat(taking.take(store)).isEqualTo(new Archive.Taken(0, 0));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + folder.resolve("taken/archive.duckdb") + "' AS taken (READ_ONLY)");
        }
        for (Table table : Table.values()) {
            assertSame(table, "taken." + table.tableName());
        }
        assertThat(rows("SELECT id FROM taken.versions")).isEqualTo(rows("SELECT id FROM archive.versions"));
        assertThat(rows("SELECT DISTINCT version FROM taken.reports")).containsExactly("1");
        assertThat(rows("SELECT count(DISTINCT seq) FROM taken.articles")).containsExactly("13");
        assertThat(rows("SELECT url, reason FROM taken.failures ORDER BY ALL"))
                .isEqualTo(rows("SELECT url, reason FROM archive.failures ORDER BY ALL"));
        String counts = "SELECT count(*), sum(reports), sum(articles), count(DISTINCT type) FROM %s.events";
        assertThat(rows(counts.formatted("taken"))).isEqualTo(rows(counts.formatted("archive")));
    }

    private void assertSame(Table table, String other) throws SQLException {
        String archived = archived(table);
        String found = "SELECT " + columns(table) + " FROM " + other;
        assertThat(rows(archived + " EXCEPT ALL " + found))
                .as(table + " missing")
                .isEmpty();
        assertThat(rows(found + " EXCEPT ALL " + archived))
                .as(table + " too many")
                .isEmpty();
    }

    private static String archived(Table table) {
        return "SELECT " + columns(table) + " FROM archive." + table.tableName();
    }

    private static String columns(Table table) {
        // Numbers of one archive, and what it finds out by comparing articles.
        List<String> others = List.of("seq", "run", "version", "copies", "story", "event");
        return table.columns().stream()
                .map(Table.Column::name)
                .filter(name -> !others.contains(name))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
    }

    @Test
    void saysWhatCouldNotBeReadAndWhere() throws SQLException {
        String archived = "SELECT url, reason FROM archive.failures ORDER BY ALL";
        assertThat(rows(archived)).hasSize(3);
        assertThat(rows("SELECT url, reason FROM " + parquet("failures") + " ORDER BY ALL"))
                .isEqualTo(rows(archived));
        assertThat(rows("SELECT file, position FROM " + parquet("failures") + " WHERE reason LIKE '%PDF%'"))
                .containsExactly(folder.resolve("pages/a/paper.pdf") + " | 0");
    }

    @Test
    void rowsStandUnderTheDayOfTheirArticle() throws SQLException {
        for (String table : List.of("statements", "reports", "entities", "toponyms", "sentences")) {
            assertThat(rows("SELECT count(*) FROM " + parquet(table) + " t JOIN " + parquet("articles")
                            + " a ON t.article = a.id WHERE t.published IS DISTINCT FROM a.published"))
                    .containsExactly("0");
        }
        assertThat(folder.resolve("store/articles/batch=monday")).isDirectoryContaining("glob:**/published=2015-05-07");
    }

    @Test
    void readingABatchAgainReplacesItAlone() throws IOException, SQLException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(Path.of("../samples/uk-barrel-bombs.txt"), other.resolve("page.txt"));
        String monday = "SELECT * FROM " + parquet("reports") + " WHERE batch = 'monday' ORDER BY ALL";
        List<String> before = rows(monday);
        read("tuesday", other.toString());
        String tuesday = "SELECT url FROM " + parquet("articles") + " WHERE batch = 'tuesday'";
        assertThat(rows(tuesday)).containsExactly(other + "/page.txt");
        Files.delete(other.resolve("page.txt"));
        Files.copy(Path.of("../samples/centcom-mosul-talks.txt"), other.resolve("talks.txt"));
        read("tuesday", other.toString());
        assertThat(rows(tuesday)).containsExactly(other + "/talks.txt");
        assertThat(rows(monday)).isEqualTo(before);
    }

    @Test
    void readsParquetOfPagesAsItReadsJson() throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (String name : List.of("centcom-mosul-talks", "uk-barrel-bombs")) {
            String text = Files.readString(Path.of("../samples/" + name + ".txt"));
            String title = text.lines().findFirst().orElseThrow();
            String body = text.substring(title.length()).strip();
            rows.add(RowFactory.create(
                    "https://example.org/" + name, title, LocalDate.of(2015, 3, 1 + rows.size()), body, new String[] {
                        "A. B."
                    }));
            lines.append(new ObjectMapper()
                            .writeValueAsString(Map.of(
                                    "url",
                                    "https://example.org/" + name,
                                    "title",
                                    title,
                                    "date",
                                    "2015-03-0" + rows.size(),
                                    "text",
                                    body,
                                    "authors",
                                    List.of("A. B."))))
                    .append('\n');
        }
        Files.writeString(folder.resolve("pages.jsonl"), lines);
        StructType type = new StructType()
                .add("url", DataTypes.StringType)
                .add("title", DataTypes.StringType)
                .add("date", DataTypes.DateType)
                .add("text", DataTypes.StringType)
                .add("authors", DataTypes.createArrayType(DataTypes.StringType));
        String parquet = folder.resolve("pages-parquet").toString();
        spark.createDataFrame(rows, type).coalesce(1).write().parquet(parquet);
        read("json", folder.resolve("pages.jsonl").toString());
        read("parquet", parquet);
        String articles = "SELECT a.url, title, text, authors, a.published, count(r.id) FROM " + parquet("articles")
                + " a JOIN " + parquet("reports")
                + " r ON r.article = a.id AND r.batch = a.batch WHERE a.batch = '%s' GROUP BY ALL ORDER BY ALL";
        assertThat(rows(articles.formatted("parquet"))).hasSize(2).isEqualTo(rows(articles.formatted("json")));
        assertThat(rows("SELECT url, reason FROM " + parquet("failures") + " WHERE batch = 'parquet'"))
                .isEmpty();
    }

    private void read(String batch, String path) throws IOException {
        ReadJob job =
                new ReadJob(spark, new Store(spark, folder.resolve("store").toString()), 10_000_000);
        job.read(InputFile.find(List.of(path), spark.sparkContext().hadoopConfiguration()), batch);
    }

    private void archive(Path pages) {
        try (Dragoman dragoman = Dragoman.open();
                Archive archive = Archive.open(folder.resolve("archive"))) {
            List<ReadPage> read = new ArrayList<>();
            new PageReader()
                    .read(
                            pages,
                            page -> {
                                try {
                                    read.add(ReadPage.of(dragoman, page));
                                } catch (UnreadablePageException failure) {
                                    archive.fail(failure);
                                }
                            },
                            archive::fail);
            archive.add(read);
        }
    }

    private static void copySamples(Path pages) throws IOException {
        Files.createDirectories(pages);
        try (Stream<Path> samples = Files.list(Path.of("../samples"))) {
            for (Path sample : (Iterable<Path>) samples::iterator) {
                Files.copy(sample, pages.resolve(sample.getFileName()));
            }
        }
    }

    private String parquet(String table) {
        return "read_parquet('" + folder.resolve("store/" + table) + "/**/*.parquet', hive_partitioning = true)";
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }
}
