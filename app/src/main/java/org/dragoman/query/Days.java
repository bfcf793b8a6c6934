package org.dragoman.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A run of days as a filter has it: {@code 2014}, {@code 2014-06}, {@code 2014-06-05}, {@code 2014-06..2014-08},
 * {@code 2014..}, {@code ..2014-08-31}.
 *
 * @param first first day; empty if open
 * @param last last day, included; empty if open
 */
record Days(Optional<LocalDate> first, Optional<LocalDate> last) {
    private static final String TO = "..";

    static Days parse(String text) {
        int to = text.indexOf(TO);
        if (to < 0) {
            return new Days(Optional.of(day(text, false)), Optional.of(day(text, true)));
        }
        String from = text.substring(0, to);
        String until = text.substring(to + TO.length());
        return new Days(
                from.isEmpty() ? Optional.empty() : Optional.of(day(from, false)),
                until.isEmpty() ? Optional.empty() : Optional.of(day(until, true)));
    }

    private static LocalDate day(String text, boolean last) {
        try {
            return switch (text.length()) {
                case 4 -> {
                    Year year = Year.parse(text);
                    yield last ? year.atMonth(12).atEndOfMonth() : year.atDay(1);
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield last ? month.atEndOfMonth() : month.atDay(1);
                }
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException(
                    "not a day, month or year: '" + text
                            + "'; wanted such as 2014, 2014-06, 2014-06-05, 2014-06..2014-08",
                    notADay);
        }
    }
}
