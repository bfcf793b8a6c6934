package org.dragoman.job;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.dragoman.archive.EventMerger;

/**
 * Finds which reports of a {@link Store} tell the same real event, as an archive does. Writes the tables {@code merged} ({@code report},
 * {@code event}) and {@code events}, with the archive's columns. Copies and stories are known if {@link DedupJob} has run.
 *
 * <p>Only reports with one {@linkplain EventMerger#key key} (type, parties, modality) can tell the same; so each key's reports come
 * together, in order of publication, and are merged by one {@link EventMerger}, which compares those of near days. Reports that
 * are alike in all that counts, such as those in thousands of copies of a wire story, it compares as one.
 */
final class MergeJob {
    /** The tables written. */
    static final String MERGED = "merged";

    static final String EVENTS = "events";

    private static final String REPORTS = "reports";
    /** What of a report is compared: no more is sent about. */
    private static final List<String> COMPARED = List.of(
            "id",
            "article",
            "number",
            "date",
            "date_first",
            "date_last",
            "type",
            "mode",
            "quad",
            "actor",
            "actor_country",
            "actor_sectors",
            "recipient",
            "recipient_country",
            "recipient_sectors",
            "geonames",
            "latitude",
            "longitude",
            "place_country",
            "admin",
            "feature",
            "modality",
            "trigger",
            "headline",
            Columns.PUBLISHED);

    private final SparkSession spark;
    private final Store store;

    MergeJob(SparkSession spark, Store store) {
        this.spark = spark;
        this.store = store;
    }

    /** Merges all reports; the events of before are replaced. */
    void run() {
        Dataset<Row> articles = articles();
        store.writeWhole(MERGED, merged(articles), col("report"));
        Dataset<Row> merged = store.table(MERGED);
        Dataset<Row> reports = store.table(REPORTS).dropDuplicates("id").drop("batch", "event", Columns.PUBLISHED);
        reports.join(merged, col("id").equalTo(col("report")))
                .drop("report")
                .join(
                        articles.withColumnRenamed("id", "told_in"),
                        col("article").equalTo(col("told_in")))
                .drop("told_in", "story")
                .createOrReplaceTempView("told");
        Dataset<Row> events = spark.sql(statement("events.sql"));
        store.writeWhole(EVENTS, events, col("date"), col("id"));
        spark.catalog().dropTempView("told");
    }

    /** Id, day, publisher, copies and story of each article. */
    private Dataset<Row> articles() {
        Dataset<Row> articles = store.table("articles").dropDuplicates("id").select("id", Columns.PUBLISHED, "source");
        if (!store.has(DedupJob.GROUPS)) {
            return articles.withColumn("copies", col("id")).withColumn("story", col("id"));
        }
        Dataset<Row> groups = store.table(DedupJob.GROUPS).toDF("member", "copies", "story");
        return articles.join(groups, col("id").equalTo(col("member")), "left")
                .select(
                        col("id"),
                        col(Columns.PUBLISHED),
                        col("source"),
                        coalesce(col("copies"), col("id")).as("copies"),
                        coalesce(col("story"), col("id")).as("story"));
    }

    private Dataset<Row> merged(Dataset<Row> articles) {
        Dataset<Row> persons = store.table("entities")
                .where(col("type").equalTo("person"))
                .groupBy(col("article").as("named_in"))
                .agg(collect_set("name").as("persons"));
        Dataset<Row> groups = articles.select(col("id").as("told_in"), col("copies"), col("story"));
        Column[] compared = Stream.concat(
                        COMPARED.stream().map(org.apache.spark.sql.functions::col),
                        Stream.of(
                                substring(col("sentence"), 0, MergingReader.SENTENCE_START)
                                        .as("sentence"),
                                col("copies"),
                                col("story"),
                                coalesce(array_contains(col("persons"), col("actor")), lit(false))
                                        .as(MergingReader.ACTOR_PERSON),
                                coalesce(array_contains(col("persons"), col("recipient")), lit(false))
                                        .as(MergingReader.RECIPIENT_PERSON)))
                .toArray(Column[]::new);
        Dataset<Row> reports = store.table(REPORTS)
                .dropDuplicates("id")
                .join(persons, col("article").equalTo(col("named_in")), "left")
                .join(groups, col("article").equalTo(col("told_in")))
                .select(compared);
        Column[] order = {col(Columns.PUBLISHED).asc_nulls_last(), col("article"), col("number")};
        return reports.groupByKey(
                        (MapFunction<Row, Long>) row -> EventMerger.key(MergingReader.report(row)), Encoders.LONG())
                .flatMapSortedGroups(
                        order,
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> new MergingReader(rows),
                        Encoders.row(MergingReader.TYPE))
                .persist(StorageLevel.DISK_ONLY());
    }

    private static String statement(String name) {
        try (InputStream in = MergeJob.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + MergeJob.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
