package org.dragoman.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dragoman.archive.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DedupJobTest {
    @TempDir
    private static Path folder;

    private final SparkSession spark = Sessions.local(folder);

    @Test
    void groupsCopiesAndStories() throws IOException {
        List<String> wire = sentences("wire", 20);
        List<Row> articles = new ArrayList<>();
        // A wire story in two hundred papers, each with a lead of its own, some cut.
        for (int paper = 1; paper <= 200; paper++) {
            int length = paper % 7 == 0 ? 12 : 20;
            articles.add(article(
                    paper,
                    "Title " + paper,
                    "Lead number " + paper + " of our paper.\n" + String.join(" ", wire.subList(0, length)),
                    LocalDate.of(2024, 1, 1 + paper % 3)));
        }
        // Two reports that quote the same, and one that does months later.
        articles.add(article(301, "", text("own", 14) + text("cited", 10), LocalDate.of(2024, 5, 1)));
        articles.add(article(302, "", text("cited", 10) + text("other", 14), LocalDate.of(2024, 5, 2)));
        articles.add(article(303, "", text("cited", 10) + text("late", 14), LocalDate.of(2024, 9, 2)));
        articles.add(article(401, "", text("lonely", 20), LocalDate.of(2024, 5, 1)));
        Store store = new Store(spark, folder.resolve("store").toString());
        store.writeByDay("articles", "b", spark.createDataFrame(articles, new Columns(Table.ARTICLES).type()));

        new DedupJob(spark, store).run();

        Map<Long, List<Long>> groups = new TreeMap<>();
        for (Row row :
                store.table(DedupJob.GROUPS).select("id", "copies", "story").collectAsList()) {
            groups.put(row.getLong(0), List.of(row.getLong(1), row.getLong(2)));
        }
        assertThat(groups).hasSize(204);
        LongStream.rangeClosed(1, 200).forEach(paper -> assertThat(groups).containsEntry(paper, List.of(1L, 1L)));
        assertThat(groups)
                .containsEntry(301L, List.of(301L, 301L))
                .containsEntry(302L, List.of(302L, 301L))
                .containsEntry(303L, List.of(303L, 303L))
                .containsEntry(401L, List.of(401L, 401L));
        assertThat(folder.resolve("store"))
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("working"));
    }

    @Test
    void findsComponentsOfAnyShape() {
        List<Long> names = new ArrayList<>(LongStream.range(0, 60).boxed().toList());
        Collections.shuffle(names, new Random(1));
        List<Row> edges = new ArrayList<>();
        for (int i = 1; i < 40; i++) { // a chain
            edges.add(RowFactory.create(names.get(i - 1), names.get(i)));
        }
        for (int i = 41; i < 60; i++) { // a star
            edges.add(RowFactory.create(names.get(40), names.get(i)));
        }
        spark.sparkContext().setCheckpointDir(folder.resolve("components").toString());
        Dataset<Row> found = Components.of(spark.createDataFrame(
                edges, new StructType().add("a", DataTypes.LongType).add("b", DataTypes.LongType)));
        Map<Long, Long> smallest =
                found.collectAsList().stream().collect(Collectors.toMap(row -> row.getLong(0), row -> row.getLong(1)));
        long chain = Collections.min(names.subList(0, 40));
        long star = Collections.min(names.subList(40, 60));
        assertThat(smallest).hasSize(58);
        assertThat(names.subList(0, 40)).allMatch(node -> node == chain || smallest.get(node) == chain);
        assertThat(names.subList(40, 60)).allMatch(node -> node == star || smallest.get(node) == star);
    }

    private static Row article(long id, String title, String body, LocalDate published) {
        Object[] cells = new Object[new Columns(Table.ARTICLES).type().size()];
        StructType type = new Columns(Table.ARTICLES).type();
        cells[type.fieldIndex("id")] = id;
        cells[type.fieldIndex("title")] = title.isEmpty() ? null : title;
        cells[type.fieldIndex("text")] = title.isEmpty() ? body : title + "\n\n" + body;
        cells[type.fieldIndex("published")] = published;
        return RowFactory.create(cells);
    }

    private static String text(String theme, int sentences) {
        return String.join(" ", sentences(theme, sentences)) + " ";
    }

    private static List<String> sentences(String theme, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToObj(word -> theme + i + "w" + word)
                        .collect(Collectors.joining(" ", "", ".")))
                .toList();
    }
}
