package org.dragoman.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.dragoman.Dragoman;
import org.dragoman.archive.PageRows;
import org.dragoman.archive.ReadPage;
import org.dragoman.archive.Table;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a task does: reads the pages of its shares and makes one row of each, which holds an array of rows for each of the
 * archive's tables, or the failure.
 */
final class TaskReader implements FlatMapFunction<List<Share>, Row> {
    private static final long serialVersionUID = 1L;

    /** Where a page stood, in {@link #type}: order of the file, position in it. */
    static final String ORDER = "file_order";

    static final String POSITION = "position";
    static final String FILE = "file";
    static final String REASON = "reason";
    static final String URL = "url";

    private final int version;
    private final SerializableConfiguration configuration;

    /**
     * @param version number of the version in the rows
     * @param configuration of the file systems
     */
    TaskReader(int version, Configuration configuration) {
        this.version = version;
        this.configuration = new SerializableConfiguration(configuration);
    }

    /** Model and tables, loaded when the first task of an executor needs them and shared by all its threads. */
    private static final class Executor {
        static final Dragoman DRAGOMAN = Dragoman.open();
        static final Map<Table, Columns> COLUMNS = columns();
    }

    /** What {@link #call} makes. */
    static StructType type() {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField(ORDER, DataTypes.IntegerType, false));
        fields.add(DataTypes.createStructField(FILE, DataTypes.StringType, false));
        fields.add(DataTypes.createStructField(POSITION, DataTypes.LongType, false));
        fields.add(DataTypes.createStructField(URL, DataTypes.StringType, false));
        fields.add(DataTypes.createStructField(REASON, DataTypes.StringType, true));
        columns()
                .forEach((table, columns) -> fields.add(DataTypes.createStructField(
                        table.tableName(), DataTypes.createArrayType(columns.type(), false), false)));
        return DataTypes.createStructType(fields);
    }

    private static Map<Table, Columns> columns() {
        Map<Table, Columns> columns = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            columns.put(table, new Columns(table));
        }
        return columns;
    }

    @Override
    public Iterator<Row> call(List<Share> shares) {
        TaskContext task = TaskContext.get();
        int tries = SparkEnv.get().conf().getInt("spark.task.maxFailures", 4);
        PageStream pages = new PageStream(shares, configuration.value(), task.attemptNumber() >= tries - 1);
        task.addTaskCompletionListener((TaskCompletionListener) done -> pages.close());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pages.hasNext();
            }

            @Override
            public Row next() {
                return read(pages.next());
            }
        };
    }

    private Row read(PageStream.Item item) {
        UnreadablePageException failure;
        if (item.page().isPresent()) {
            try {
                ReadPage page = ReadPage.of(Executor.DRAGOMAN, item.page().get());
                return row(item, page.page().url(), null, PageRows.of(page, version, 0, () -> 0));
            } catch (UnreadablePageException unreadable) {
                failure = unreadable;
            }
        } else {
            failure = item.failure().orElseThrow();
        }
        return row(item, failure.url(), String.valueOf(failure.getMessage()), List.of());
    }

    private static Row row(
            PageStream.Item item, String url, @Nullable String reason, List<org.dragoman.archive.Row> made) {
        Map<Table, List<Row>> rows = new EnumMap<>(Table.class);
        Object published = null;
        for (org.dragoman.archive.Row row : made) {
            if (row.table() == Table.ARTICLES) {
                published = row.cells().get(row.table().position(Columns.PUBLISHED));
            }
            Columns columns = Executor.COLUMNS.get(row.table());
            if (columns != null) {
                rows.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(columns.row(row.cells(), published));
            }
        }
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(item.file().order());
        cells.add(item.file().name());
        cells.add(item.position());
        cells.add(url);
        cells.add(reason);
        for (Table table : Table.values()) {
            cells.add(CollectionConverters.asScala(rows.getOrDefault(table, List.of()))
                    .toSeq());
        }
        return RowFactory.create(cells.toArray());
    }
}
