package org.dragoman.job;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.dragoman.article.Signature;

/**
 * Groups the articles of a {@link Store}: near-duplicates, and the stories that several articles tell, as far as they share
 * text. Writes the table {@code groups}: {@code id}, {@code copies}, {@code story}, where both are the smallest id of the
 * group.
 *
 * <p>Articles that meet in a band of their {@linkplain Signature signatures} may be copies. Not every pair in a band is
 * compared: a wire story printed 20,000 times would cost 200 million comparisons. Each article is compared with the band's
 * first and with the one before it, so that work grows with the articles, not with their square; copies meet in many bands,
 * and what one band doesn't join another does.
 */
final class DedupJob {
    /** The table written. */
    static final String GROUPS = "groups";

    /** From this share of common shingles on, two texts of the same days quote the same. Most such pairs meet in no band. */
    private static final double SAME_STORY = 0.2;

    private static final int DAYS_OF_A_STORY = 3;

    private static final StructType SIGNED = new StructType()
            .add("id", DataTypes.LongType)
            .add("day", DataTypes.DateType)
            .add("signature", DataTypes.BinaryType);
    private static final StructType BANDED =
            new StructType().add("band", DataTypes.LongType).add("id", DataTypes.LongType);
    private static final StructType COMPARED = new StructType()
            .add("id", DataTypes.LongType)
            .add("other", DataTypes.LongType)
            .add("copy", DataTypes.BooleanType)
            .add("story", DataTypes.BooleanType);

    private final SparkSession spark;
    private final Store store;

    DedupJob(SparkSession spark, Store store) {
        this.spark = spark;
        this.store = store;
    }

    /** Groups all articles; the groups of before are replaced. */
    void run() throws IOException {
        Path working = new Path(store.root(), "working-" + UUID.randomUUID());
        spark.sparkContext().setCheckpointDir(working.toString());
        Dataset<Row> signed = signed(store.table("articles")).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> compared = compared(signed).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> copies =
                Components.of(compared.where("copy").select("id", "other")).toDF("copy_id", "copies");
        Dataset<Row> stories = Components.of(compared.select("id", "other")).toDF("story_id", "story");
        Dataset<Row> ids = signed.select("id");
        store.writeWhole(
                GROUPS,
                ids.join(copies, ids.col("id").equalTo(copies.col("copy_id")), "left")
                        .join(stories, ids.col("id").equalTo(stories.col("story_id")), "left")
                        .select(
                                col("id"),
                                coalesce(col("copies"), col("id")).as("copies"),
                                coalesce(col("story"), col("id")).as("story")),
                col("id"));
        compared.unpersist();
        signed.unpersist();
        working.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(working, true);
    }

    private static Dataset<Row> signed(Dataset<Row> articles) {
        return articles.dropDuplicates("id")
                .select("id", Columns.PUBLISHED, "title", "text")
                .map(
                        (MapFunction<Row, Row>) article -> {
                            int title = article.isNullAt(2)
                                    ? 0
                                    : article.getString(2).length();
                            String body = article.isNullAt(3)
                                    ? ""
                                    : article.getString(3).substring(title);
                            return RowFactory.create(
                                    article.get(0),
                                    article.get(1),
                                    Signature.of(body).bytes());
                        },
                        Encoders.row(SIGNED));
    }

    /** Pairs that are copies or tell the same story. */
    private static Dataset<Row> compared(Dataset<Row> signed) {
        Dataset<Row> pairs = pairs(signed);
        Dataset<Row> one = signed.toDF("id", "day", "signature");
        Dataset<Row> other = signed.toDF("other", "other_day", "other_signature");
        return pairs.join(one, "id")
                .join(other, "other")
                .select(
                        col("id"),
                        col("other"),
                        col("signature"),
                        col("other_signature"),
                        abs(datediff(col("day"), col("other_day"))).leq(DAYS_OF_A_STORY))
                .map(
                        (MapFunction<Row, Row>) pair -> {
                            Signature first = Signature.ofBytes(pair.getAs(2));
                            Signature second = Signature.ofBytes(pair.getAs(3));
                            double similarity = first.similarity(second);
                            boolean copy = first.isCopyOf(second);
                            boolean near = !pair.isNullAt(4) && pair.getBoolean(4);
                            return RowFactory.create(
                                    pair.get(0), pair.get(1), copy, copy || (near && similarity >= SAME_STORY));
                        },
                        Encoders.row(COMPARED))
                .where("story");
    }

    /** Pairs to compare, each once. */
    private static Dataset<Row> pairs(Dataset<Row> signed) {
        WindowSpec band = Window.partitionBy("band").orderBy("id");
        return signed.flatMap(
                        (FlatMapFunction<Row, Row>) article -> Arrays.stream(
                                        Signature.ofBytes(article.getAs(2)).bands())
                                .mapToObj(key -> RowFactory.create(key, article.get(0)))
                                .iterator(),
                        Encoders.row(BANDED))
                .select(
                        col("id"),
                        first("id").over(band).as("first"),
                        lag("id", 1).over(band).as("before"))
                .select(col("id"), explode(array(col("first"), col("before"))).as("other"))
                .where(col("other").lt(col("id")))
                .distinct();
    }
}
