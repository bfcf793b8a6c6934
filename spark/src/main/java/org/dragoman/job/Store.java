package org.dragoman.job;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * A folder of Parquet: {@code TABLE/batch=B/published=DAY/*.parquet}. A batch is what is read together, usually one day's
 * crawl; reading it again replaces it and nothing else, even where it holds pages published on days of other batches. Rows
 * whose day isn't known stand in {@code published=__HIVE_DEFAULT_PARTITION__}, as Spark, DuckDB and Hive expect.
 *
 * @param root the folder, on any file system that Hadoop knows
 */
record Store(SparkSession spark, String root) {
    private static final String BATCH = "batch";

    /** All batches of a table. */
    Dataset<Row> table(String name) {
        return spark.read().option("basePath", root + "/" + name).parquet(root + "/" + name);
    }

    /** Replaces a batch of a table without days. */
    void write(String table, String batch, Dataset<Row> rows, Column... order) {
        rows.coalesce(1)
                .sortWithinPartitions(order)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(path(table, batch));
    }

    /**
     * Replaces a batch of a table whose rows have a day of publication. One day's rows of a batch come into one file, unless
     * they are many; Spark divides those among several tasks, so that the day that most pages are of holds nobody up.
     */
    void writeByDay(String table, String batch, Dataset<Row> rows, Column... order) {
        Column[] sorting = new Column[order.length + 1];
        sorting[0] = col(Columns.PUBLISHED);
        System.arraycopy(order, 0, sorting, 1, order.length);
        rows.hint("rebalance", col(Columns.PUBLISHED))
                .sortWithinPartitions(sorting)
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy(Columns.PUBLISHED)
                .parquet(path(table, batch));
    }

    /** Whether there is such a table. */
    boolean has(String name) {
        try {
            Path path = new Path(root, name);
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(path);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Replaces a table that is made from all batches together. */
    void writeWhole(String name, Dataset<Row> rows, Column... order) {
        rows.sort(order).write().mode(SaveMode.Overwrite).parquet(root + "/" + name);
    }

    /** Takes a batch of a table away, if there is one. */
    void delete(String table, String batch) throws IOException {
        Path path = new Path(path(table, batch));
        path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, true);
    }

    private String path(String table, String batch) {
        return root + "/" + table + "/" + BATCH + "=" + batch;
    }
}
