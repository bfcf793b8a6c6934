package org.dragoman.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.dragoman.actor.Actor;
import org.dragoman.event.Count;
import org.dragoman.event.Size;
import org.dragoman.place.Place;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** One row on its way into a table; blank text becomes null. Cells are given in the table's order. */
public final class Row {
    private final Table table;
    private final List<@Nullable Object> cells = new ArrayList<>();

    Row(Table table) {
        this.table = table;
    }

    /** A row made before, from all its cells. */
    public static Row of(Table table, List<? extends @Nullable Object> cells) {
        if (cells.size() != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.tableName() + " has " + table.columns().size() + " columns, not " + cells.size());
        }
        Row row = new Row(table);
        row.cells.addAll(cells);
        return row;
    }

    /** Where it goes. */
    public Table table() {
        return table;
    }

    /**
     * One for each of the table's {@linkplain Table#columns columns}: null, or by the column's type a String, Integer, Long,
     * Double, Boolean, LocalDate, LocalDateTime (UTC), or a List of Strings, Integers or Longs.
     */
    public List<@Nullable Object> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** The cell of a column, as it is. */
    private @Nullable Object get(String column) {
        return cells.get(table.position(column));
    }

    /** A cell's text; empty where it is null. */
    String textOf(String column) {
        return get(column) instanceof String text ? text : "";
    }

    /** A cell's items; none where it is null. */
    List<String> textsOf(String column) {
        return get(column) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A cell's whole number; 0 where it is null. */
    public long numberOf(String column) {
        return get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A cell's number; 0 where it is null. */
    double realOf(String column) {
        return get(column) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A cell's truth; false where it is null. */
    boolean truthOf(String column) {
        return Boolean.TRUE.equals(get(column));
    }

    Optional<LocalDate> dayOf(String column) {
        return get(column) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    /** Puts an id where another stood. */
    void set(String column, long value) {
        cells.set(table.position(column), value);
    }

    Row text(String value) {
        return cell(value.isEmpty() ? null : value);
    }

    Row texts(List<String> values) {
        return cell(values);
    }

    Row lower(Enum<?> value) {
        return text(value.name().toLowerCase(Locale.ROOT));
    }

    Row id(long value) {
        return cell(value);
    }

    Row ids(List<Long> values) {
        return cell(values);
    }

    Row number(int value) {
        return cell(value);
    }

    Row real(double value) {
        return cell(value);
    }

    /** 0 to 1, to three digits. */
    Row share(double value) {
        return real(Math.round(value * 1000) / 1000.0);
    }

    Row truth(boolean value) {
        return cell(value);
    }

    Row day(Optional<LocalDate> value) {
        return cell(value.orElse(null));
    }

    Row instant(Optional<Instant> value) {
        return cell(value.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .orElse(null));
    }

    /** Start, end, start, end, ... */
    Row spans(List<Span> spans, ToIntFunction<Integer> toCodePoint) {
        List<Integer> offsets = new ArrayList<>();
        for (Span span : spans) {
            offsets.add(toCodePoint.applyAsInt(span.start()));
            offsets.add(toCodePoint.applyAsInt(span.end()));
        }
        return cell(offsets);
    }

    /** Name, country, sectors, role, basis. */
    Row party(Optional<Actor> party) {
        if (party.isEmpty()) {
            return nothing(5);
        }
        Actor actor = party.get();
        return text(actor.name())
                .text(actor.country())
                .texts(actor.sectors())
                .text(actor.role())
                .lower(actor.basis());
    }

    /** Name, GeoNames number, latitude, longitude, country, first-order division, feature. */
    Row place(Optional<Place> found) {
        if (found.isEmpty()) {
            return nothing(7);
        }
        Place place = found.get();
        return text(place.name())
                .number(place.geonamesId())
                .real(place.latitude())
                .real(place.longitude())
                .text(place.country())
                .text(place.admin())
                .text(place.feature());
    }

    /** Four counts, how they are stated, where; weapons, where. */
    Row size(Size size, ToIntFunction<Integer> toCodePoint) {
        for (Count.Kind kind : Count.Kind.values()) {
            cell(size.count(kind).map(Count::number).orElse(null));
        }
        return texts(size.counts().stream()
                        .map(count -> count.stated().name().toLowerCase(Locale.ROOT))
                        .toList())
                .spans(size.counts().stream().map(Count::words).toList(), toCodePoint)
                .texts(size.weapons().stream().map(Size.Weapon::kind).toList())
                .spans(size.weapons().stream().map(Size.Weapon::words).toList(), toCodePoint);
    }

    Row nothing(int count) {
        for (int i = 0; i < count; i++) {
            cell(null);
        }
        return this;
    }

    private Row cell(@Nullable Object value) {
        cells.add(value);
        return this;
    }
}
