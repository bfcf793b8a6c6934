package org.dragoman.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The forms an answer can be written in. */
public enum ResultWriter {
    /** For eyes: columns side by side, long cells cut. */
    TABLE {
        @Override
        public void write(Result result, Appendable out) throws IOException {
            List<List<String>> lines = new ArrayList<>();
            lines.add(result.columns());
            result.rows()
                    .forEach(
                            row -> lines.add(row.stream().map(ResultWriter::cut).toList()));
            int[] widths = new int[result.columns().size()];
            for (List<String> line : lines) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], line.get(i).length());
                }
            }
            for (List<String> line : lines) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < widths.length; i++) {
                    text.append(line.get(i))
                            .append(" ".repeat(widths[i] - line.get(i).length() + 2));
                }
                out.append(text.toString().stripTrailing()).append('\n');
            }
            if (result.more()) {
                out.append("... and more: raise --limit\n");
            }
        }
    },
    /** One JSON object a line. Ids are strings: they have more digits than JavaScript keeps. */
    JSON {
        @Override
        public void write(Result result, Appendable out) throws IOException {
            lines(result, out);
        }

        @Override
        public Lines lines(Appendable out) {
            return new Lines() {
                private List<String> columns = List.of();

                @Override
                public void header(List<String> names) {
                    columns = List.copyOf(names);
                }

                @Override
                public void row(List<@Nullable Object> cells) throws IOException {
                    StringWriter line = new StringWriter();
                    try (JsonGenerator json = FACTORY.createGenerator(line)) {
                        object(json, columns, cells);
                    }
                    out.append(line.getBuffer()).append('\n');
                }
            };
        }
    },
    /** RFC 4180 with a header row; the items of a list are separated by {@code ;}. */
    CSV {
        @Override
        public void write(Result result, Appendable out) throws IOException {
            lines(result, out);
        }

        @Override
        public Lines lines(Appendable out) throws IOException {
            CSVPrinter rows = new CSVPrinter(out, CSVFormat.RFC4180);
            return new Lines() {
                @Override
                public void header(List<String> names) throws IOException {
                    rows.printRecord(names);
                }

                @Override
                public void row(List<@Nullable Object> cells) throws IOException {
                    rows.printRecord(cells.stream().map(ResultWriter::text).toList());
                }
            };
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();
    /** The columns that hold ids, whose reader wants the same type in each row. */
    private static final Set<String> IDS =
            Set.of("id", "page", "article", "event", "report", "best_report", "story", "reported", "performed");

    private static final int LONGEST_CELL = 60;
    /** The largest whole number that every reader of JSON keeps: 2^53 - 1. */
    private static final long MOST_EXACT = (1L << 53) - 1;

    /**
     * Writes an answer.
     *
     * @throws IOException if {@code out} takes no more
     */
    public abstract void write(Result result, Appendable out) throws IOException;

    /**
     * A writer for answers that don't fit into memory.
     *
     * @throws UnsupportedOperationException if this form has to know all rows first
     */
    public Lines lines(Appendable out) throws IOException {
        throw new UnsupportedOperationException(name() + " has to know all rows first");
    }

    /** Writes an answer row by row. */
    public interface Lines {
        /** Takes the names of the columns, first and once. */
        void header(List<String> names) throws IOException;

        void row(List<@Nullable Object> cells) throws IOException;
    }

    void lines(Result result, Appendable out) throws IOException {
        Lines lines = lines(out);
        lines.header(result.columns());
        for (List<@Nullable Object> row : result.rows()) {
            lines.row(row);
        }
    }

    private static String cut(@Nullable Object cell) {
        String text = text(cell).replaceAll("\\s+", " ");
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL - 1) + "…" : text;
    }

    /** A cell as text; empty where nothing is known. */
    static String text(@Nullable Object cell) {
        if (cell instanceof List<?> list) {
            return list.stream().map(ResultWriter::text).collect(Collectors.joining(";"));
        }
        if (cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < MOST_EXACT) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
        return cell == null ? "" : cell.toString();
    }

    /**
     * Writes a row as a JSON object with the columns as members. Ids are strings, whatever their size.
     *
     * @throws IOException if {@code json} takes no more
     */
    public static void object(JsonGenerator json, List<String> columns, List<@Nullable Object> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            json.writeFieldName(columns.get(i));
            value(json, row.get(i), IDS.contains(columns.get(i)));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value, boolean id) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(json, item, id);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (!id && value instanceof Long number && Math.abs(number) <= MOST_EXACT) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
