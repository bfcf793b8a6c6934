package org.dragoman.job;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dragoman.archive.EventMerger;
import org.dragoman.archive.Table;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Merges reports that come article by article, and gives each with its event as soon as its article is through. Memory holds one article
 * and what the {@link EventMerger} remembers.
 */
final class MergingReader implements Iterator<Row> {
    /** What is given. */
    static final StructType TYPE =
            new StructType().add("report", DataTypes.LongType).add("event", DataTypes.LongType);
    /** What an {@link EventMerger} looks at of a sentence, or more. */
    static final int SENTENCE_START = 100;
    /** Whether the article names the party as a person. */
    static final String ACTOR_PERSON = "actor_person";

    static final String RECIPIENT_PERSON = "recipient_person";

    private final EventMerger merger = new EventMerger();
    private final Iterator<Row> rows;
    private final Queue<Row> merged = new ArrayDeque<>();
    private @Nullable Row next;

    /** @param rows reports, those of an article together */
    MergingReader(Iterator<Row> rows) {
        this.rows = rows;
        next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return !merged.isEmpty() || next != null;
    }

    @Override
    public Row next() {
        if (merged.isEmpty()) {
            mergeArticle();
        }
        return merged.remove();
    }

    private void mergeArticle() {
        List<org.dragoman.archive.Row> reports = new ArrayList<>();
        Set<String> persons = new HashSet<>();
        Row first = next;
        while (first != null && next != null && same(first, next, "article")) {
            reports.add(report(next));
            person(next, ACTOR_PERSON, "actor", persons);
            person(next, RECIPIENT_PERSON, "recipient", persons);
            next = rows.hasNext() ? rows.next() : null;
        }
        if (first == null) {
            return;
        }
        merger.merge(
                new EventMerger.Teller(first.<Long>getAs("copies"), first.<Long>getAs("story"), day(first), persons),
                reports);
        reports.forEach(row -> merged.add(RowFactory.create(row.numberOf("id"), row.numberOf("event"))));
    }

    private static boolean same(Row one, Row other, String column) {
        return one.<Long>getAs(column).equals(other.<Long>getAs(column));
    }

    private static void person(Row row, String flag, String name, Set<String> persons) {
        if (row.<Boolean>getAs(flag) && row.getAs(name) instanceof String known) {
            persons.add(known);
        }
    }

    private static Optional<LocalDate> day(Row row) {
        return row.getAs(Columns.PUBLISHED) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    /** The row as the archive has it, as far as it has the archive's columns. */
    static org.dragoman.archive.Row report(Row row) {
        List<String> names = List.of(row.schema().fieldNames());
        List<@Nullable Object> cells = new ArrayList<>();
        for (Table.Column column : Table.REPORTS.columns()) {
            int position = names.indexOf(column.name());
            cells.add(position < 0 || row.isNullAt(position) ? null : plain(row.get(position)));
        }
        return org.dragoman.archive.Row.of(Table.REPORTS, cells);
    }

    private static Object plain(Object cell) {
        if (cell instanceof scala.collection.Seq<?> items) {
            return List.copyOf(CollectionConverters.asJava(items));
        }
        return cell instanceof Date day ? day.toLocalDate() : cell;
    }
}
