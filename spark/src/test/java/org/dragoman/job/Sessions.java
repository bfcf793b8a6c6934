package org.dragoman.job;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark inside the test, with two task threads. */
final class Sessions {
    private Sessions() {}

    static SparkSession local(Path folder) {
        SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        return Main.session("test");
    }
}
