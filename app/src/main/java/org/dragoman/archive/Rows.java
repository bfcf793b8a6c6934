package org.dragoman.archive;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.dragoman.actor.Actor;
import org.dragoman.place.Place;
import org.dragoman.text.Span;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Rows on their way into one table; blank text becomes NULL. Cells are given in the table's order. */
final class Rows implements AutoCloseable {
    private final DuckDBAppender appender;

    Rows(DuckDBConnection connection, String table) throws SQLException {
        appender = connection.createAppender("main", table);
    }

    Rows begin() throws SQLException {
        appender.beginRow();
        return this;
    }

    void end() throws SQLException {
        appender.endRow();
    }

    Rows text(String value) throws SQLException {
        if (value.isEmpty()) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
        return this;
    }

    Rows texts(List<String> values) throws SQLException {
        appender.append(values);
        return this;
    }

    Rows lower(Enum<?> value) throws SQLException {
        return text(value.name().toLowerCase(Locale.ROOT));
    }

    Rows id(long value) throws SQLException {
        appender.append(value);
        return this;
    }

    Rows ids(List<Long> values) throws SQLException {
        appender.append(values);
        return this;
    }

    Rows number(int value) throws SQLException {
        appender.append(value);
        return this;
    }

    Rows real(double value) throws SQLException {
        appender.append(value);
        return this;
    }

    /** 0 to 1, to three digits. */
    Rows share(double value) throws SQLException {
        return real(Math.round(value * 1000) / 1000.0);
    }

    Rows truth(boolean value) throws SQLException {
        appender.append(value);
        return this;
    }

    Rows day(Optional<LocalDate> value) throws SQLException {
        if (value.isEmpty()) {
            appender.appendNull();
        } else {
            appender.append(value.get());
        }
        return this;
    }

    Rows instant(Optional<Instant> value) throws SQLException {
        if (value.isEmpty()) {
            appender.appendNull();
        } else {
            appender.append(LocalDateTime.ofInstant(value.get(), ZoneOffset.UTC));
        }
        return this;
    }

    /** Start, end, start, end, ... */
    Rows spans(List<Span> spans, ToIntFunction<Integer> toCodePoint) throws SQLException {
        int[] offsets = new int[2 * spans.size()];
        for (int i = 0; i < spans.size(); i++) {
            offsets[2 * i] = toCodePoint.applyAsInt(spans.get(i).start());
            offsets[2 * i + 1] = toCodePoint.applyAsInt(spans.get(i).end());
        }
        appender.append(offsets);
        return this;
    }

    /** Name, country, sectors, role, basis. */
    Rows party(Optional<Actor> party) throws SQLException {
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
    Rows place(Optional<Place> found) throws SQLException {
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

    Rows nothing(int cells) throws SQLException {
        for (int i = 0; i < cells; i++) {
            appender.appendNull();
        }
        return this;
    }

    static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
