package org.dragoman.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file of pages as JSON lines, one a row, so that {@link org.dragoman.page.PageReader} takes its columns by the names
 * that it knows of JSON ({@code url}, {@code html} or {@code text}, {@code title}, {@code date}, ...). Binary columns are taken as UTF-8. Memory
 * holds a row and the reader's buffers. Used by one thread.
 */
final class ParquetLines extends InputStream {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String ENDING = ".parquet";

    private final ParquetReader<Group> rows;
    private byte[] line = {};
    private int at;
    private boolean ended;

    ParquetLines(Path file, Configuration configuration) throws IOException {
        rows = ParquetReader.builder(new GroupReadSupport(), file)
                .withConf(configuration)
                .build();
    }

    /** Whether a file of this name is read so. */
    static boolean isMeant(String name) {
        return name.endsWith(ENDING);
    }

    @Override
    public int read() throws IOException {
        return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** Makes sure that there is something left of a line; false at the end. */
    private boolean fill() throws IOException {
        while (at == line.length && !ended) {
            Group row = next();
            ended = row == null;
            if (row != null) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
                    object(row, json);
                }
                bytes.write('\n');
                line = bytes.toByteArray();
                at = 0;
            }
        }
        return at < line.length;
    }

    private Group next() throws IOException {
        try {
            return rows.read();
        } catch (RuntimeException damaged) {
            throw new IOException("is no Parquet file, or damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static void object(Group group, JsonGenerator json) throws IOException {
        GroupType type = group.getType();
        json.writeStartObject();
        for (int field = 0; field < type.getFieldCount(); field++) {
            if (group.getFieldRepetitionCount(field) > 0) {
                json.writeFieldName(type.getFieldName(field));
                value(group, type.getType(field), field, 0, json);
            }
        }
        json.writeEndObject();
    }

    private static void value(Group group, Type type, int field, int index, JsonGenerator json) throws IOException {
        if (type.isPrimitive()) {
            primitive(group, type, field, index, json);
        } else if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            list(group.getGroup(field, index), json);
        } else {
            object(group.getGroup(field, index), json);
        }
    }

    /** A list is a group with one repeated field, which holds the element, or is it. */
    private static void list(Group list, JsonGenerator json) throws IOException {
        json.writeStartArray();
        Type repeated = list.getType().getType(0);
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            if (repeated.isPrimitive()) {
                primitive(list, repeated, 0, i, json);
            } else {
                Group element = list.getGroup(0, i);
                if (element.getFieldRepetitionCount(0) == 0) {
                    json.writeNull();
                } else {
                    value(element, element.getType().getType(0), 0, 0, json);
                }
            }
        }
        json.writeEndArray();
    }

    private static void primitive(Group group, Type type, int field, int index, JsonGenerator json) throws IOException {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> json.writeBoolean(group.getBoolean(field, index));
            case INT32 -> {
                int number = group.getInteger(field, index);
                if (meaning instanceof DateLogicalTypeAnnotation) {
                    json.writeString(LocalDate.ofEpochDay(number).toString());
                } else {
                    json.writeNumber(number);
                }
            }
            case INT64 -> {
                long number = group.getLong(field, index);
                if (meaning instanceof TimestampLogicalTypeAnnotation time) {
                    json.writeString(Instant.EPOCH.plus(number, unit(time)).toString());
                } else {
                    json.writeNumber(number);
                }
            }
            case FLOAT -> json.writeNumber(group.getFloat(field, index));
            case DOUBLE -> json.writeNumber(group.getDouble(field, index));
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                json.writeString(group.getBinary(field, index).toStringUsingUTF8());
            case INT96 -> json.writeNull(); // an old form of instants, which no column that we know has
        }
    }

    private static ChronoUnit unit(TimestampLogicalTypeAnnotation time) {
        return switch (time.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
