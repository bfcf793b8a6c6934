package org.dragoman.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.dragoman.archive.Table;
import org.dragoman.archive.Version;

/**
 * Reads the pages of files into a {@link Store}.
 *
 * <p>First every page is read and written with all its rows to {@code reading/batch=B}, without any shuffle: a task lost is
 * read again, and nothing else. Then each table is made from there, and that folder taken away.
 */
final class ReadJob {
    private static final String READING = "reading";
    private static final String FAILURES = "failures";
    private static final String VERSIONS = "versions";
    private static final StructType VERSION_TYPE = new StructType()
            .add("id", DataTypes.IntegerType)
            .add("coder", DataTypes.StringType)
            .add("model", DataTypes.StringType)
            .add("ontology", DataTypes.StringType)
            .add("tables", DataTypes.StringType);

    private final SparkSession spark;
    private final Store store;
    private final long taskBytes;

    /** @param taskBytes as {@link Share#tasks} takes it */
    ReadJob(SparkSession spark, Store store, long taskBytes) {
        this.spark = spark;
        this.store = store;
        this.taskBytes = taskBytes;
    }

    /**
     * What was read.
     *
     * @param pages different ones
     * @param articles on them
     * @param failures what could not be read
     */
    record Counts(long pages, long articles, long failures) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d pages, %,d articles, %,d failures", pages, articles, failures);
        }
    }

    /**
     * Reads files into a batch, which is replaced if it exists.
     *
     * @throws IOException if the store can't be written
     */
    Counts read(List<InputFile> files, String batch) throws IOException {
        Version version = Version.current();
        int number = number(version);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration configuration = context.hadoopConfiguration();
        List<List<Share>> tasks = Share.tasks(files, taskBytes, 3 * context.defaultParallelism());
        JavaRDD<Row> pages =
                context.parallelize(tasks, Math.max(1, tasks.size())).flatMap(new TaskReader(number, configuration));
        String staged = store.root() + "/" + READING + "/batch=" + batch;
        spark.createDataFrame(pages, TaskReader.type())
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(staged);
        Counts counts = tables(spark.read().parquet(staged), batch);
        Row made = RowFactory.create(number, version.coder(), version.model(), version.ontology(), version.tables());
        store.write(VERSIONS, batch, spark.createDataFrame(List.of(made), VERSION_TYPE), col("id"));
        store.delete(READING, batch);
        return counts;
    }

    private Counts tables(Dataset<Row> read, String batch) {
        Dataset<Row> doublets = doublets(read).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> once = doublets.isEmpty()
                ? read
                : read.join(
                        broadcast(doublets),
                        scala.jdk.javaapi.CollectionConverters.asScala(List.of(TaskReader.ORDER, TaskReader.POSITION))
                                .toSeq(),
                        "left_anti");
        for (Table table : Table.values()) {
            Dataset<Row> rows =
                    once.select(explode(col(table.tableName())).as("row")).select("row.*");
            switch (table) {
                case PAGES -> store.write(table.tableName(), batch, rows, col("id"));
                case ARTICLES -> store.writeByDay(table.tableName(), batch, rows, col("id"));
                case SENTENCES, ENTITIES, STATEMENTS, REPORTS ->
                    store.writeByDay(table.tableName(), batch, rows, col("article"), col("number"));
                case TOPONYMS -> store.writeByDay(table.tableName(), batch, rows, col("article"), col("start"));
            }
        }
        doublets.unpersist();
        Column[] failure = {col(TaskReader.URL), col(TaskReader.REASON), col(TaskReader.FILE), col(TaskReader.POSITION)
        };
        store.write(
                FAILURES,
                batch,
                read.where(col(TaskReader.REASON).isNotNull()).select(failure),
                col(TaskReader.FILE),
                col(TaskReader.POSITION));
        return new Counts(
                size(Table.PAGES.tableName(), batch), size(Table.ARTICLES.tableName(), batch), size(FAILURES, batch));
    }

    private long size(String table, String batch) {
        return store.table(table).where(col("batch").equalTo(batch)).count();
    }

    /** Where pages stand that an earlier file or line has, too: the same page counts once. */
    private static Dataset<Row> doublets(Dataset<Row> read) {
        Dataset<Row> seen = read.select(
                explode(col(Table.PAGES.tableName())).as("page"), col(TaskReader.ORDER), col(TaskReader.POSITION));
        Column place = struct(col(TaskReader.ORDER), col(TaskReader.POSITION));
        Dataset<Row> repeated = seen.groupBy(col("page.id").as("id"))
                .agg(min(place).as("first"), count("*").as("times"))
                .where(col("times").gt(1));
        return seen.join(repeated, col("page.id").equalTo(col("id")))
                .where(place.notEqual(col("first")))
                .select(TaskReader.ORDER, TaskReader.POSITION);
    }

    /** The version's number in the rows, the same on any machine. */
    private static int number(Version version) {
        return String.join("\n", version.coder(), version.model(), version.ontology(), version.tables())
                        .hashCode()
                & Integer.MAX_VALUE;
    }
}
