package org.dragoman.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A run of calendar days, the last included.
 *
 * @param first not after {@code last}
 */
record Days(LocalDate first, LocalDate last) {
    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /** A day of a year; empty if the month hasn't that many. */
    static Optional<Days> of(int year, Month month, int day) {
        try {
            return Optional.of(of(LocalDate.of(year, month, day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    static Days ofMonth(int year, Month month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Days(first, first.with(TemporalAdjusters.lastDayOfMonth()));
    }

    static Days ofYear(int year) {
        return new Days(LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, 31));
    }

    /** The day, week (from Monday), month or year in which {@code day} lies. */
    static Days around(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> {
                LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
                yield new Days(monday, monday.plusDays(6));
            }
            case MONTHS -> ofMonth(day.getYear(), day.getMonth());
            case YEARS -> ofYear(day.getYear());
            default -> of(day);
        };
    }

    /** From the first of these days to the last of {@code other}; empty if that is no run. */
    Optional<Days> to(Days other) {
        return first.isAfter(other.last) ? Optional.empty() : Optional.of(new Days(first, other.last));
    }
}
