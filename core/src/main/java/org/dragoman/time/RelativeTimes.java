package org.dragoman.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Times told from the day of publication: "Wednesday", "last week", "two days ago", "today". */
final class RelativeTimes {
    private final TimeText text;
    private final TimeWords words;
    private final CalendarDates dates;
    private final Optional<LocalDate> published;

    RelativeTimes(TimeText text, TimeWords words, CalendarDates dates, Optional<LocalDate> published) {
        this.text = text;
        this.words = words;
        this.dates = dates;
        this.published = published;
    }

    Optional<TimeRead> at(int at) {
        return ago(at).or(() -> unit(at)).or(() -> weekday(at)).or(() -> word(at));
    }

    /** "two days ago", "a week ago". */
    private Optional<TimeRead> ago(int at) {
        Optional<Integer> count = words.number(text.word(at, 0));
        Optional<ChronoUnit> unit = words.unit(text.word(at, 1));
        if (published.isEmpty()
                || count.isEmpty()
                || unit.isEmpty()
                || !text.word(at, 2).equals("ago")) {
            return Optional.empty();
        }
        LocalDate then = published.get().minus(count.get(), unit.get());
        Days days = unit.get() == ChronoUnit.WEEKS
                ? new Days(then.minusDays(3), then.plusDays(3))
                : Days.around(then, unit.get());
        return Optional.of(new TimeRead(at + 3, days));
    }

    /** "last week", "this month", "next year", "the past three days", "last night", "this morning". */
    private Optional<TimeRead> unit(int at) {
        String modifier = text.word(at, 0);
        boolean last = modifier.equals("last");
        boolean past = modifier.equals("past");
        boolean next = modifier.equals("next");
        boolean present = modifier.equals("this");
        if (published.isEmpty() || !(last || past || next || present)) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        if (words.isPartOfDay(text.word(at, 1)) && (last || present)) {
            return Optional.of(new TimeRead(at + 2, Days.of(last ? now.minusDays(1) : now)));
        }
        if (last && text.word(at, 1).equals("weekend")) {
            return Optional.of(new TimeRead(at + 2, lastWeekend(now)));
        }
        Optional<Integer> count = words.number(text.word(at, 1));
        if (count.isPresent() && words.unit(text.word(at, 2)).isPresent()) {
            ChronoUnit unit = words.unit(text.word(at, 2)).get();
            Optional<Days> days = last || past
                    ? Optional.of(new Days(now.minus(count.get(), unit), now))
                    : next ? Optional.of(new Days(now, now.plus(count.get(), unit))) : Optional.empty();
            return days.map(found -> new TimeRead(at + 3, found));
        }
        Optional<ChronoUnit> unit = words.unit(text.word(at, 1));
        if (unit.isEmpty() || unit.get() == ChronoUnit.DAYS || text.word(at, 1).endsWith("s")) {
            return Optional.empty();
        }
        return Optional.of(new TimeRead(at + 2, period(now, unit.get(), modifier, text.word(at, -1))));
    }

    private static Days period(LocalDate now, ChronoUnit unit, String modifier, String before) {
        Days here = Days.around(now, unit);
        return switch (modifier) {
            case "last" -> Days.around(now.minus(1, unit), unit);
            case "next" -> Days.around(now.plus(1, unit), unit);
            case "past" -> new Days(now.minus(1, unit), now);
            default ->
                switch (before) {
                    case "earlier" -> new Days(here.first(), now);
                    case "later" -> new Days(now, here.last());
                    default -> here;
                };
        };
    }

    /** "Wednesday", "last Monday", "next Tuesday", "Friday night". */
    private Optional<TimeRead> weekday(int at) {
        String modifier = text.word(at, 0);
        boolean modified = modifier.equals("last")
                || modifier.equals("next")
                || modifier.equals("this")
                || modifier.equals("past")
                || modifier.equals("coming");
        int dayAt = modified ? at + 1 : at;
        Optional<DayOfWeek> weekday = words.weekday(text.word(dayAt, 0));
        if (weekday.isEmpty() || !text.isCapitalised(dayAt)) {
            return Optional.empty();
        }
        // "Saturday, September 12, 2015": the date says more, and is right where the weekday isn't
        int dateAt = text.word(dayAt, 1).equals(",") ? dayAt + 2 : dayAt + 1;
        Optional<TimeRead> date = dates.day(dateAt);
        if (date.isPresent()) {
            return date;
        }
        if (published.isEmpty()
                || words.makesName(text.word(dayAt, -1))
                || text.word(dayAt, -1).equals("by")
                || text.word(dayAt, -1).equals("until")) {
            return Optional.empty();
        }
        int end = words.isPartOfDay(text.word(dayAt, 1)) ? dayAt + 2 : dayAt + 1;
        LocalDate now = published.get();
        LocalDate day;
        if (modifier.equals("next")
                || modifier.equals("coming")
                || (!modifier.equals("last") && text.isFuture(dayAt))) {
            day = now.with(TemporalAdjusters.next(weekday.get()));
        } else if (modifier.equals("last")) {
            day = now.with(TemporalAdjusters.previous(weekday.get()));
        } else {
            day = now.with(TemporalAdjusters.previousOrSame(weekday.get()));
        }
        return Optional.of(new TimeRead(end, Days.of(day)));
    }

    /** "today", "yesterday", "tomorrow", "tonight", "the weekend". */
    private Optional<TimeRead> word(int at) {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        Optional<Days> days =
                switch (text.word(at, 0)) {
                    case "today", "tonight" -> Optional.of(Days.of(now));
                    case "yesterday" -> Optional.of(Days.of(now.minusDays(1)));
                    case "tomorrow" -> Optional.of(Days.of(now.plusDays(1)));
                    case "weekend" ->
                        text.word(at, -1).equals("the")
                                        && (text.word(at, -2).equals("over")
                                                || text.word(at, -2).equals("at"))
                                        && !text.isFuture(at)
                                ? Optional.of(lastWeekend(now))
                                : Optional.empty();
                    default -> Optional.empty();
                };
        int end = words.isPartOfDay(text.word(at, 1)) ? at + 2 : at + 1;
        return days.map(found -> new TimeRead(end, found));
    }

    /** The latest Saturday and Sunday of which the first isn't after {@code now}. */
    private static Days lastWeekend(LocalDate now) {
        LocalDate saturday = now.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return new Days(saturday, saturday.plusDays(1));
    }
}
