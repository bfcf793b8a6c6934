package org.dragoman.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dragoman.page.PageReader;

/**
 * Reads files into a {@link Store} as they arrive. What arrived together is a batch, {@code stream-00000017}. Which files a
 * batch has is written to {@code STORE/checkpoint} before it is read, and that it has been read after: a driver killed in
 * between reads the same files into the same batch again, replacing what was there. So each file's pages are there once.
 */
final class StreamJob {
    private static final String PATH = "path";
    private static final String LENGTH = "length";
    /** What Spark knows of a file; the content is never asked for, so it is not loaded. */
    private static final StructType FILE = new StructType()
            .add(PATH, DataTypes.StringType)
            .add("modificationTime", DataTypes.TimestampType)
            .add(LENGTH, DataTypes.LongType)
            .add("content", DataTypes.BinaryType);

    private final SparkSession spark;
    private final Store store;
    private final int mostFiles;

    /** @param mostFiles most files that one batch takes */
    StreamJob(SparkSession spark, Store store, int mostFiles) {
        this.spark = spark;
        this.store = store;
        this.mostFiles = mostFiles;
    }

    /**
     * Starts to watch a folder.
     *
     * @throws TimeoutException if Spark doesn't start the query in time
     * @throws IOException if there is no such folder
     */
    StreamingQuery start(String folder, Trigger trigger) throws TimeoutException, IOException {
        Path given = new Path(folder);
        Path root = given.getFileSystem(spark.sparkContext().hadoopConfiguration())
                .getFileStatus(given)
                .getPath();
        ReadJob job = new ReadJob(spark, store, 64 * Main.MEGABYTE);
        return spark.readStream()
                .format("binaryFile")
                .schema(FILE)
                .option("maxFilesPerTrigger", mostFiles)
                .load(folder)
                .select(PATH, LENGTH)
                .writeStream()
                .trigger(trigger)
                .option("checkpointLocation", store.root() + "/checkpoint")
                .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (arrived, number) ->
                        job.read(files(arrived, root, folder), String.format(Locale.ROOT, "stream-%08d", number)))
                .start();
    }

    private static List<InputFile> files(Dataset<Row> arrived, Path root, String name) {
        List<Row> rows = new ArrayList<>(arrived.collectAsList());
        rows.sort(Comparator.comparing((Row row) -> row.getString(0)));
        List<InputFile> files = new ArrayList<>();
        for (Row row : rows) {
            Path file = new Path(row.getString(0));
            if (PageReader.takesFromFolder(file.getName())) {
                files.add(InputFile.inFolder(files.size(), file, root, name, row.getLong(1)));
            }
        }
        return files;
    }
}
