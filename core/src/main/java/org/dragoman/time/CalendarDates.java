package org.dragoman.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Days, months and years by number and name: "26 March 2020", "Nov. 27", "in June", "since 1979". */
final class CalendarDates {
    private final TimeText text;
    private final Optional<LocalDate> published;

    CalendarDates(TimeText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    /** A day, with the year or the nearest one. */
    Optional<TimeRead> day(int at) {
        return numeric(at).or(() -> dayMonth(at)).or(() -> monthDay(at));
    }

    /** A month, decade or year. */
    Optional<TimeRead> period(int at) {
        return month(at).or(() -> decade(at)).or(() -> year(at));
    }

    /** "2024-11-19" in one token or five, "19/11/2024" if one of the two small numbers can't be a month. */
    private Optional<TimeRead> numeric(int at) {
        String first = text.word(at, 0);
        int end = at + 1;
        if (first.length() == 4 && TimeText.isDash(text.word(at, 1)) && TimeText.isDash(text.word(at, 3))) {
            first = first + "-" + text.word(at, 2) + "-" + text.word(at, 4);
            end = at + 5;
        }
        if (first.length() < 8 || first.length() > 10 || !Character.isDigit(first.charAt(0))) {
            return Optional.empty();
        }
        if (first.length() == 10 && first.charAt(4) == '-' && first.charAt(7) == '-') {
            return days(
                    TimeText.number(first.substring(0, 4)),
                    TimeText.number(first.substring(5, 7)),
                    TimeText.number(first.substring(8)),
                    end);
        }
        String[] parts = first.split("/", -1);
        if (parts.length == 3 && parts[2].length() == 4) {
            int one = TimeText.number(parts[0]);
            int two = TimeText.number(parts[1]);
            if (one > 12 || one == two) {
                return days(TimeText.number(parts[2]), two, one, end);
            }
            if (two > 12) {
                return days(TimeText.number(parts[2]), one, two, end);
            }
        }
        return Optional.empty();
    }

    private Optional<TimeRead> days(int year, int month, int day, int end) {
        if (month < 1 || month > 12 || !TimeText.isYear(year)) {
            return Optional.empty();
        }
        return Days.of(year, Month.of(month), day).map(days -> new TimeRead(end, days));
    }

    /** "26 March 2020", "26th of March", "3-5 May". */
    private Optional<TimeRead> dayMonth(int at) {
        int day = TimeText.dayNumber(text.word(at, 0));
        if (day < 0) {
            return Optional.empty();
        }
        int next = at + 1;
        int lastDay = day;
        if (TimeText.isRange(text.word(next, 0)) && TimeText.dayNumber(text.word(next, 1)) > day) {
            lastDay = TimeText.dayNumber(text.word(next, 1));
            next += 2;
        }
        if (text.word(next, 0).equals("of")) {
            next++;
        }
        Optional<Month> month = text.monthAt(next);
        return month.isEmpty() ? Optional.empty() : dated(month.get(), day, lastDay, next + 1);
    }

    /** "November 19, 2024", "Nov. 27", "May 3-5". */
    private Optional<TimeRead> monthDay(int at) {
        Optional<Month> month = text.monthAt(at);
        int day = TimeText.dayNumber(text.word(at, 1));
        if (month.isEmpty() || day < 0) {
            return Optional.empty();
        }
        int next = at + 2;
        int lastDay = day;
        if (TimeText.isRange(text.word(next, 0))
                && TimeText.dayNumber(text.word(next, 1)) > day
                && text.monthAt(next + 2).isEmpty()) {
            lastDay = TimeText.dayNumber(text.word(next, 1));
            next += 2;
        }
        return dated(month.get(), day, lastDay, next);
    }

    /** With the year that may follow at {@code next}; without one, the nearest such day. */
    private Optional<TimeRead> dated(Month month, int day, int lastDay, int next) {
        int yearAt = text.word(next, 0).equals(",") ? next + 1 : next;
        int year = TimeText.yearNumber(text.word(yearAt, 0));
        if (year > 0) {
            return range(year, month, day, lastDay, yearAt + 1);
        }
        if (published.isEmpty()) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        Optional<TimeRead> nearest = Optional.empty();
        long distance = Long.MAX_VALUE;
        for (int candidate = now.getYear() - 1; candidate <= now.getYear() + 1; candidate++) {
            Optional<TimeRead> read = range(candidate, month, day, lastDay, next);
            if (read.isPresent()) {
                long away = Math.abs(ChronoUnit.DAYS.between(read.get().days().first(), now));
                if (away < distance) {
                    nearest = read;
                    distance = away;
                }
            }
        }
        return nearest;
    }

    private static Optional<TimeRead> range(int year, Month month, int day, int lastDay, int end) {
        Optional<Days> last = Days.of(year, month, lastDay);
        return Days.of(year, month, day)
                .flatMap(first -> last.flatMap(first::to))
                .map(days -> new TimeRead(end, days));
    }

    /** "March 2020", "early March 2020"; "in March", "last March". */
    private Optional<TimeRead> month(int at) {
        String modifier = text.word(at, 0);
        boolean relative = modifier.equals("last") || modifier.equals("next") || modifier.equals("this");
        int monthAt = relative ? at + 1 : at;
        Optional<Month> month = text.monthAt(monthAt);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int next = text.word(monthAt, 1).equals(",") || text.word(monthAt, 1).equals("of") ? monthAt + 2 : monthAt + 1;
        int year = relative ? -1 : TimeText.yearNumber(text.word(next, 0));
        if (year > 0) {
            return Optional.of(new TimeRead(next + 1, Days.ofMonth(year, month.get())));
        }
        if (published.isEmpty()
                || !(relative
                        || TimeText.isTimePreposition(text.word(at, -1))
                        || TimeText.isPartOfPeriod(text.word(at, -1)))) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        boolean later = month.get().getValue() > now.getMonthValue();
        int found = now.getYear();
        if (modifier.equals("next") || (!relative && text.isFuture(monthAt))) {
            found = later ? found : found + 1;
        } else if (modifier.equals("this")) {
            found = now.getYear();
        } else if (later || (modifier.equals("last") && month.get() == now.getMonth())) {
            found--;
        }
        return Optional.of(new TimeRead(monthAt + 1, Days.ofMonth(found, month.get())));
    }

    /** "the 1990s". */
    private Optional<TimeRead> decade(int at) {
        String word = text.word(at, 0);
        if (word.length() == 5 && word.endsWith("0s")) {
            int year = TimeText.yearNumber(word.substring(0, 4));
            if (year > 0) {
                return Days.ofYear(year).to(Days.ofYear(year + 9)).map(days -> new TimeRead(at + 1, days));
            }
        }
        return Optional.empty();
    }

    /** "in 1982", "since 2014", "early 2015". */
    private Optional<TimeRead> year(int at) {
        int year = TimeText.yearNumber(text.word(at, 0));
        String before = text.word(at, -1);
        if (year < 0 || !(TimeText.isTimePreposition(before) || TimeText.isPartOfPeriod(before) || isRangeEnd(at))) {
            return Optional.empty();
        }
        if (text.isCount(at)) {
            return Optional.empty();
        }
        int lastYear = TimeText.isDash(text.word(at, 1)) ? TimeText.yearNumber(text.word(at, 2)) : -1;
        return lastYear > year
                ? Days.ofYear(year).to(Days.ofYear(lastYear)).map(days -> new TimeRead(at + 3, days))
                : Optional.of(new TimeRead(at + 1, Days.ofYear(year)));
    }

    /** Whether the year at {@code at} ends "from 2001 to 2005" or "between 2001 and 2005". */
    private boolean isRangeEnd(int at) {
        String joint = text.word(at, -1);
        return (joint.equals("to") || joint.equals("and") || TimeText.isDash(joint))
                && TimeText.yearNumber(text.word(at, -2)) > 0;
    }
}
