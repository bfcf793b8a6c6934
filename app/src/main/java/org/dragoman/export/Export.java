package org.dragoman.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dragoman.archive.Archive;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;
import org.dragoman.query.Target;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of an archive to a file, and beside it what its columns mean.
 *
 * <pre>{@code
 * long rows = new Export(archive).write(ExportFormat.POLECAT, Target.EVENTS, Filter.parse("country:SYR"), Path.of("syria.tsv"));
 * }</pre>
 *
 * <p>Tab-separated layouts have no quoting: tabs and line breaks in text become blanks, quotation marks become apostrophes,
 * so that a reader that knows quoting and one that doesn't read the same.
 */
public final class Export {
    private static final String JOINS = " JOIN reports r ON r.id = e.best_report JOIN articles a ON a.id = r.article"
            + " JOIN versions v ON v.id = e.version JOIN pages p ON p.id = a.page JOIN runs n ON n.id = p.run"
            + " LEFT JOIN sentences s ON s.article = a.id AND s.start <= r.sentence_span[1]"
            + " AND s.\"end\" > r.sentence_span[1]";
    private static final String REPORT_JOINS = " JOIN versions v ON v.id = e.version JOIN pages p ON p.id = a.page"
            + " JOIN runs n ON n.id = p.run LEFT JOIN sentences s ON s.article = a.id"
            + " AND s.start <= e.sentence_span[1] AND s.\"end\" > e.sentence_span[1]";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}]+");

    private final Query query;
    private final Path outbox;

    public Export(Archive archive) {
        query = new Query(archive);
        outbox = archive.outbox();
    }

    /**
     * Writes records, in the order of their ids, and beside the file {@code FILE.columns.md}.
     *
     * @param target which records; only events for the layouts of others
     * @param file written over if it exists
     * @return how many rows were written
     * @throws IOException if the file can't be written
     * @throws IllegalArgumentException if the format doesn't take such records
     */
    public long write(ExportFormat format, Target target, Filter filter, Path file) throws IOException {
        if (!format.takesAnyRecord() && target != Target.EVENTS) {
            throw new IllegalArgumentException(format.text() + " has events only");
        }
        long rows = format.takesAnyRecord() ? table(format, target, filter, file) : layout(format, filter, file);
        Files.writeString(file.resolveSibling(file.getFileName() + ".columns.md"), dictionary(format, target));
        return rows;
    }

    private long table(ExportFormat format, Target target, Filter filter, Path file) throws IOException {
        Query.Question question = query.question(target, columns(target), joins(target), filter, alias(target) + ".id");
        if (format == ExportFormat.PARQUET) {
            Path made = outbox.resolve(UUID.randomUUID() + ".parquet");
            try {
                long rows = query.copy(question, made);
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
                return rows;
            } finally {
                Files.deleteIfExists(made);
            }
        }
        ResultWriter writer = format == ExportFormat.CSV ? ResultWriter.CSV : ResultWriter.JSON;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            ResultWriter.Lines lines = writer.lines(out);
            return each(question, lines::header, lines::row);
        }
    }

    private long layout(ExportFormat format, Filter filter, Path file) throws IOException {
        List<ExportFormat.Column> columns = format.columns();
        String list = columns.stream().map(ExportFormat.Column::sql).collect(Collectors.joining(", "));
        boolean reports = format.target() == Target.REPORTS;
        if (format == ExportFormat.PLOVER) {
            list = columns.stream()
                    .map(column -> "\"" + column.name() + "\" := " + column.expression())
                    .collect(Collectors.joining(", ", "to_json(struct_pack(", "))::VARCHAR"));
        }
        Query.Question question = query.question(
                format.target(), list, reports ? REPORT_JOINS : JOINS, filter, reports ? "e.event, e.id" : "e.id");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            return each(
                    question.with(CodeNames.MACROS),
                    names -> {
                        if (format.hasHeader()) {
                            out.write(String.join("\t", names) + "\n");
                        }
                    },
                    row -> out.write(
                            format == ExportFormat.PLOVER
                                    ? row.get(0) + "\n"
                                    : row.stream().map(Export::cell).collect(Collectors.joining("\t", "", "\n"))));
        }
    }

    private long each(Query.Question question, Sink<List<String>> header, Sink<List<@Nullable Object>> row)
            throws IOException {
        long[] rows = {0};
        try {
            query.each(question, names -> header.takeUnchecked(names), cells -> {
                rows[0]++;
                row.takeUnchecked(cells);
            });
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
        return rows[0];
    }

    /** Takes what is to be written. */
    private interface Sink<T> {
        void take(T item) throws IOException;

        default void takeUnchecked(T item) {
            try {
                take(item);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.format(Locale.ROOT, "%.1f", number)
                    : number.toString();
        }
        return value == null
                ? ""
                : BREAKS.matcher(value.toString()).replaceAll(" ").replace('"', '\'');
    }

    private static String alias(Target target) {
        return switch (target) {
            case EVENTS, REPORTS -> "e";
            case STATEMENTS -> "s";
            case ARTICLES -> "a";
        };
    }

    private static String columns(Target target) {
        return switch (target) {
            case EVENTS -> "e.*, a.url, a.title, r.sentence, r.trigger, r.rule";
            case REPORTS -> "e.*, a.url, a.title, a.source, a.published, a.copies, a.story";
            case STATEMENTS -> "s.*, a.url, a.title, a.source AS publisher, a.published, a.copies, a.story";
            case ARTICLES -> "a.*";
        };
    }

    private static String joins(Target target) {
        return target == Target.EVENTS
                ? " JOIN reports r ON r.id = e.best_report JOIN articles a ON a.id = r.article"
                : "";
    }

    private String dictionary(ExportFormat format, Target target) {
        List<List<String>> rows = new ArrayList<>();
        if (format.takesAnyRecord()) {
            Result described = query.sql(
                    "SELECT column_name, data_type, coalesce(comment, (SELECT max(o.comment) FROM duckdb_columns() o"
                            + " WHERE o.column_name = c.column_name AND o.comment IS NOT NULL), '')"
                            + " FROM duckdb_columns() c WHERE table_name = '"
                            + target.name().toLowerCase(Locale.ROOT) + "' ORDER BY column_index",
                    1_000);
            described
                    .rows()
                    .forEach(row -> rows.add(row.stream().map(String::valueOf).toList()));
            columns(target).lines().forEach(line -> {
                for (String extra : line.split(", ", -1)) {
                    if (!extra.endsWith("*")) {
                        rows.add(List.of(
                                extra.substring(extra.lastIndexOf(extra.contains(" AS ") ? " " : ".") + 1),
                                "",
                                "of the article"));
                    }
                }
            });
        } else {
            format.columns().forEach(column -> rows.add(List.of(column.name(), "", column.meaning())));
        }
        StringBuilder text = new StringBuilder(
                "# Columns of this " + format.text() + " file\n\n| | column | type | meaning |\n|---|---|---|---|\n");
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ")
                    .append(i + 1)
                    .append(" | ")
                    .append(String.join(" | ", rows.get(i)))
                    .append(" |\n");
        }
        return text.toString();
    }
}
