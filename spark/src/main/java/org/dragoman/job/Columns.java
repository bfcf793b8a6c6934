package org.dragoman.job;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dragoman.archive.Table;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An archive's table as Spark has it: the same columns with the same names, but those that mean something inside one archive
 * only, and with the day of publication of the article in every row that belongs to one. Immutable.
 */
final class Columns {
    /** The day of publication: what rows are partitioned by. */
    static final String PUBLISHED = "published";

    private static final List<String> OF_ONE_ARCHIVE = List.of("seq", "run");
    private static final StructField DAY = DataTypes.createStructField(PUBLISHED, DataTypes.DateType, true);

    private final int[] kept;
    private final boolean dayAdded;
    private final StructType type;

    Columns(Table table) {
        List<Table.Column> columns = table.columns();
        kept = IntStream.range(0, columns.size())
                .filter(i -> !OF_ONE_ARCHIVE.contains(columns.get(i).name()))
                .toArray();
        dayAdded = table != Table.PAGES && table != Table.ARTICLES;
        Stream<StructField> fields = IntStream.of(kept)
                .mapToObj(columns::get)
                .map(column -> DataTypes.createStructField(column.name(), type(column.type()), true));
        type = DataTypes.createStructType(Stream.concat(fields, dayAdded ? Stream.of(DAY) : Stream.empty())
                .toList());
    }

    StructType type() {
        return type;
    }

    /**
     * Makes a row.
     *
     * @param cells in the archive's order
     * @param published of the row's article
     */
    Row row(List<@Nullable Object> cells, @Nullable Object published) {
        @Nullable Object[] values = new Object[type.size()];
        for (int i = 0; i < kept.length; i++) {
            Object cell = cells.get(kept[i]);
            values[i] = cell instanceof List<?> list
                    ? CollectionConverters.asScala(list).toSeq()
                    : cell;
        }
        if (dayAdded) {
            values[kept.length] = published;
        }
        return RowFactory.create(values);
    }

    private static DataType type(String archives) {
        if (archives.endsWith("[]")) {
            return DataTypes.createArrayType(type(archives.substring(0, archives.length() - 2)));
        }
        return switch (archives) {
            case "BIGINT" -> DataTypes.LongType;
            case "INTEGER" -> DataTypes.IntegerType;
            case "DOUBLE" -> DataTypes.DoubleType;
            case "BOOLEAN" -> DataTypes.BooleanType;
            case "VARCHAR" -> DataTypes.StringType;
            case "DATE" -> DataTypes.DateType;
            case "TIMESTAMP" -> DataTypes.TimestampNTZType;
            default -> throw new IllegalStateException("no Spark type for the archive's " + archives);
        };
    }
}
