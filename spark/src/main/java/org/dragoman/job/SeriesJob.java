package org.dragoman.job;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts what is reported as fact, by day, dyad and type. Writes the table {@code series}: {@code date}, {@code actor} and
 * {@code recipient} (countries), {@code type}, {@code quad}, {@code reports}, {@code articles} (copies counted once, if
 * {@link DedupJob} has run), {@code goldstein} (mean). Reports without a day or an actor's country are left out.
 */
final class SeriesJob {
    private static final String SERIES = "series";

    private final Store store;

    SeriesJob(Store store) {
        this.store = store;
    }

    /** Counts all reports; the series of before are replaced. */
    void run() {
        Dataset<Row> reports = store.table("reports").dropDuplicates("id").where("factual");
        Dataset<Row> counted = store.has(DedupJob.GROUPS)
                ? reports.join(
                        store.table(DedupJob.GROUPS).toDF("member", "copies", "story"),
                        col("article").equalTo(col("member")),
                        "left")
                : reports.withColumn("copies", col("article"));
        Dataset<Row> series = counted.where(col("date").isNotNull())
                .where(col("actor_country").isNotNull())
                .groupBy(
                        col("date"),
                        col("actor_country").as("actor"),
                        coalesce(col("recipient_country"), lit("")).as("recipient"),
                        col("type"),
                        col("quad"))
                .agg(
                        count(lit(1)).as("reports"),
                        countDistinct(coalesce(col("copies"), col("article"))).as("articles"),
                        round(avg("goldstein"), 3).as("goldstein"));
        store.writeWhole(SERIES, series, col("date"), col("actor"), col("recipient"), col("type"), col("quad"));
    }
}
