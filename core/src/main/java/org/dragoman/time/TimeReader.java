package org.dragoman.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** Reads the time expressions of one sentence, each beginning at a given token. */
final class TimeReader {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2100;
    private static final int CLIMB = 12;

    private final Sentence sentence;
    private final Optional<LocalDate> published;
    private final TimeWords words;

    TimeReader(Sentence sentence, Optional<LocalDate> published, TimeWords words) {
        this.sentence = sentence;
        this.published = published;
        this.words = words;
    }

    /**
     * An expression as read.
     *
     * @param end index of the token after it
     */
    record Read(int end, Days days) {}

    /** The longest expression that begins at token {@code at} and means certain days. */
    Optional<Read> at(int at) {
        return numeric(at)
                .or(() -> dayMonth(at))
                .or(() -> monthDay(at))
                .or(() -> month(at))
                .or(() -> ago(at))
                .or(() -> unit(at))
                .or(() -> weekday(at))
                .or(() -> word(at))
                .or(() -> decade(at))
                .or(() -> year(at));
    }

    /** The word at {@code index} in lower case; empty outside the sentence. */
    String word(int index, int offset) {
        int at = index + offset;
        return at < 0 || at >= sentence.size() ? "" : sentence.token(at).form().toLowerCase(Locale.ROOT);
    }

    /** "2024-11-19" in one token or five, "19/11/2024" if one of the two small numbers can't be a month. */
    private Optional<Read> numeric(int at) {
        String first = word(at, 0);
        int end = at + 1;
        if (first.length() == 4 && isDash(word(at, 1)) && isDash(word(at, 3))) {
            first = first + "-" + word(at, 2) + "-" + word(at, 4);
            end = at + 5;
        }
        if (first.length() < 8 || first.length() > 10 || !Character.isDigit(first.charAt(0))) {
            return Optional.empty();
        }
        if (first.length() == 10 && first.charAt(4) == '-' && first.charAt(7) == '-') {
            return days(number(first.substring(0, 4)), number(first.substring(5, 7)), number(first.substring(8)), end);
        }
        String[] parts = first.split("/", -1);
        if (parts.length == 3 && parts[2].length() == 4) {
            int one = number(parts[0]);
            int two = number(parts[1]);
            if (one > 12 || one == two) {
                return days(number(parts[2]), two, one, end);
            }
            if (two > 12) {
                return days(number(parts[2]), one, two, end);
            }
        }
        return Optional.empty();
    }

    private Optional<Read> days(int year, int month, int day, int end) {
        if (month < 1 || month > 12 || !isYear(year)) {
            return Optional.empty();
        }
        return Days.of(year, Month.of(month), day).map(days -> new Read(end, days));
    }

    /** "26 March 2020", "26th of March", "3-5 May". */
    private Optional<Read> dayMonth(int at) {
        int day = dayNumber(word(at, 0));
        if (day < 0) {
            return Optional.empty();
        }
        int next = at + 1;
        int lastDay = day;
        if (isRange(word(next, 0)) && dayNumber(word(next, 1)) > day) {
            lastDay = dayNumber(word(next, 1));
            next += 2;
        }
        if (word(next, 0).equals("of")) {
            next++;
        }
        Optional<Month> month = monthAt(next);
        return month.isEmpty() ? Optional.empty() : dated(month.get(), day, lastDay, next + 1);
    }

    /** "November 19, 2024", "Nov. 27", "May 3-5". */
    private Optional<Read> monthDay(int at) {
        Optional<Month> month = monthAt(at);
        int day = dayNumber(word(at, 1));
        if (month.isEmpty() || day < 0) {
            return Optional.empty();
        }
        int next = at + 2;
        int lastDay = day;
        if (isRange(word(next, 0))
                && dayNumber(word(next, 1)) > day
                && monthAt(next + 2).isEmpty()) {
            lastDay = dayNumber(word(next, 1));
            next += 2;
        }
        return dated(month.get(), day, lastDay, next);
    }

    /** With the year that may follow at {@code next}; without one, the nearest such day. */
    private Optional<Read> dated(Month month, int day, int lastDay, int next) {
        int yearAt = word(next, 0).equals(",") ? next + 1 : next;
        int year = yearNumber(word(yearAt, 0));
        if (year > 0) {
            return range(year, month, day, lastDay, yearAt + 1);
        }
        if (published.isEmpty()) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        Optional<Read> nearest = Optional.empty();
        long distance = Long.MAX_VALUE;
        for (int candidate = now.getYear() - 1; candidate <= now.getYear() + 1; candidate++) {
            Optional<Read> read = range(candidate, month, day, lastDay, next);
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

    private static Optional<Read> range(int year, Month month, int day, int lastDay, int end) {
        Optional<Days> last = Days.of(year, month, lastDay);
        return Days.of(year, month, day)
                .flatMap(first -> last.flatMap(first::to))
                .map(days -> new Read(end, days));
    }

    /** "March 2020", "early March 2020"; "in March", "last March". */
    private Optional<Read> month(int at) {
        String modifier = word(at, 0);
        boolean relative = modifier.equals("last") || modifier.equals("next") || modifier.equals("this");
        int monthAt = relative ? at + 1 : at;
        Optional<Month> month = monthAt(monthAt);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int next = word(monthAt, 1).equals(",") || word(monthAt, 1).equals("of") ? monthAt + 2 : monthAt + 1;
        int year = relative ? -1 : yearNumber(word(next, 0));
        if (year > 0) {
            return Optional.of(new Read(next + 1, Days.ofMonth(year, month.get())));
        }
        if (published.isEmpty() || !(relative || isTimePreposition(word(at, -1)) || isPartOfPeriod(word(at, -1)))) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        boolean later = month.get().getValue() > now.getMonthValue();
        int found = now.getYear();
        if (modifier.equals("next") || (!relative && isFuture(monthAt))) {
            found = later ? found : found + 1;
        } else if (modifier.equals("this")) {
            found = now.getYear();
        } else if (later || (modifier.equals("last") && month.get() == now.getMonth())) {
            found--;
        }
        return Optional.of(new Read(monthAt + 1, Days.ofMonth(found, month.get())));
    }

    /** "two days ago", "a week ago". */
    private Optional<Read> ago(int at) {
        Optional<Integer> count = words.number(word(at, 0));
        Optional<ChronoUnit> unit = words.unit(word(at, 1));
        if (published.isEmpty()
                || count.isEmpty()
                || unit.isEmpty()
                || !word(at, 2).equals("ago")) {
            return Optional.empty();
        }
        LocalDate then = published.get().minus(count.get(), unit.get());
        Days days = unit.get() == ChronoUnit.WEEKS
                ? new Days(then.minusDays(3), then.plusDays(3))
                : Days.around(then, unit.get());
        return Optional.of(new Read(at + 3, days));
    }

    /** "last week", "this month", "next year", "the past three days", "last night", "this morning". */
    private Optional<Read> unit(int at) {
        String modifier = word(at, 0);
        boolean last = modifier.equals("last");
        boolean past = modifier.equals("past");
        boolean next = modifier.equals("next");
        boolean present = modifier.equals("this");
        if (published.isEmpty() || !(last || past || next || present)) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        if (words.isPartOfDay(word(at, 1)) && (last || present)) {
            return Optional.of(new Read(at + 2, Days.of(last ? now.minusDays(1) : now)));
        }
        if (last && word(at, 1).equals("weekend")) {
            return Optional.of(new Read(at + 2, lastWeekend(now)));
        }
        Optional<Integer> count = words.number(word(at, 1));
        if (count.isPresent() && words.unit(word(at, 2)).isPresent()) {
            ChronoUnit unit = words.unit(word(at, 2)).get();
            Optional<Days> days = last || past
                    ? Optional.of(new Days(now.minus(count.get(), unit), now))
                    : next ? Optional.of(new Days(now, now.plus(count.get(), unit))) : Optional.empty();
            return days.map(found -> new Read(at + 3, found));
        }
        Optional<ChronoUnit> unit = words.unit(word(at, 1));
        if (unit.isEmpty() || unit.get() == ChronoUnit.DAYS || word(at, 1).endsWith("s")) {
            return Optional.empty();
        }
        return Optional.of(new Read(at + 2, period(now, unit.get(), modifier, word(at, -1))));
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
    private Optional<Read> weekday(int at) {
        String modifier = word(at, 0);
        boolean modified = modifier.equals("last")
                || modifier.equals("next")
                || modifier.equals("this")
                || modifier.equals("past")
                || modifier.equals("coming");
        int dayAt = modified ? at + 1 : at;
        Optional<DayOfWeek> weekday = words.weekday(word(dayAt, 0));
        if (weekday.isEmpty() || !isCapitalised(dayAt)) {
            return Optional.empty();
        }
        // "Saturday, September 12, 2015": the date says more, and is right where the weekday isn't
        int dateAt = word(dayAt, 1).equals(",") ? dayAt + 2 : dayAt + 1;
        Optional<Read> date = monthDay(dateAt).or(() -> dayMonth(dateAt));
        if (date.isPresent()) {
            return date;
        }
        if (published.isEmpty()
                || words.makesName(word(dayAt, -1))
                || word(dayAt, -1).equals("by")
                || word(dayAt, -1).equals("until")) {
            return Optional.empty();
        }
        int end = words.isPartOfDay(word(dayAt, 1)) ? dayAt + 2 : dayAt + 1;
        LocalDate now = published.get();
        LocalDate day;
        if (modifier.equals("next") || modifier.equals("coming") || (!modifier.equals("last") && isFuture(dayAt))) {
            day = now.with(TemporalAdjusters.next(weekday.get()));
        } else if (modifier.equals("last")) {
            day = now.with(TemporalAdjusters.previous(weekday.get()));
        } else {
            day = now.with(TemporalAdjusters.previousOrSame(weekday.get()));
        }
        return Optional.of(new Read(end, Days.of(day)));
    }

    /** "today", "yesterday", "tomorrow", "tonight", "the weekend". */
    private Optional<Read> word(int at) {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        LocalDate now = published.get();
        Optional<Days> days =
                switch (word(at, 0)) {
                    case "today", "tonight" -> Optional.of(Days.of(now));
                    case "yesterday" -> Optional.of(Days.of(now.minusDays(1)));
                    case "tomorrow" -> Optional.of(Days.of(now.plusDays(1)));
                    case "weekend" ->
                        word(at, -1).equals("the")
                                        && (word(at, -2).equals("over")
                                                || word(at, -2).equals("at"))
                                        && !isFuture(at)
                                ? Optional.of(lastWeekend(now))
                                : Optional.empty();
                    default -> Optional.empty();
                };
        int end = words.isPartOfDay(word(at, 1)) ? at + 2 : at + 1;
        return days.map(found -> new Read(end, found));
    }

    /** The latest Saturday and Sunday of which the first isn't after {@code now}. */
    private static Days lastWeekend(LocalDate now) {
        LocalDate saturday = now.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return new Days(saturday, saturday.plusDays(1));
    }

    /** "the 1990s". */
    private Optional<Read> decade(int at) {
        String word = word(at, 0);
        if (word.length() == 5 && word.endsWith("0s")) {
            int year = yearNumber(word.substring(0, 4));
            if (year > 0) {
                return Days.ofYear(year).to(Days.ofYear(year + 9)).map(days -> new Read(at + 1, days));
            }
        }
        return Optional.empty();
    }

    /** "in 1982", "since 2014", "early 2015". */
    private Optional<Read> year(int at) {
        int year = yearNumber(word(at, 0));
        String before = word(at, -1);
        if (year < 0 || !(isTimePreposition(before) || isPartOfPeriod(before) || isRangeEnd(at))) {
            return Optional.empty();
        }
        // "in 2000 villages": a number that counts what follows it
        boolean counts = at + 1 < sentence.size()
                && sentence.token(at).is("nummod")
                && sentence.token(at).head() > at;
        if (counts) {
            return Optional.empty();
        }
        int lastYear = isDash(word(at, 1)) ? yearNumber(word(at, 2)) : -1;
        return lastYear > year
                ? Days.ofYear(year).to(Days.ofYear(lastYear)).map(days -> new Read(at + 3, days))
                : Optional.of(new Read(at + 1, Days.ofYear(year)));
    }

    /** Whether the year at {@code at} ends "from 2001 to 2005" or "between 2001 and 2005". */
    private boolean isRangeEnd(int at) {
        String joint = word(at, -1);
        return (joint.equals("to") || joint.equals("and") || isDash(joint)) && yearNumber(word(at, -2)) > 0;
    }

    /** Whether the verb over the token is in the future: "will meet on Friday", "is to meet". */
    private boolean isFuture(int at) {
        Token token = sentence.token(at);
        for (int step = 0; step < CLIMB; step++) {
            boolean shall = sentence.children(token, "aux")
                    .anyMatch(aux -> aux.lemma().equals("will") || aux.lemma().equals("shall"));
            if (shall) {
                return true;
            }
            if (token.upos().equals("VERB") && !token.xpos().equals("VB")) {
                return false;
            }
            Optional<Token> head = sentence.head(token);
            if (head.isEmpty()) {
                return false;
            }
            token = head.get();
        }
        return false;
    }

    private Optional<Month> monthAt(int at) {
        return isCapitalised(at) ? words.month(word(at, 0)) : Optional.empty();
    }

    private boolean isCapitalised(int at) {
        return at >= 0
                && at < sentence.size()
                && !sentence.token(at).form().isEmpty()
                && Character.isUpperCase(sentence.token(at).form().charAt(0));
    }

    private static boolean isTimePreposition(String word) {
        return switch (word) {
            case "in",
                    "since",
                    "during",
                    "until",
                    "till",
                    "by",
                    "from",
                    "between",
                    "before",
                    "after",
                    "of",
                    "for",
                    "to",
                    "through" -> true;
            default -> false;
        };
    }

    private static boolean isPartOfPeriod(String word) {
        return switch (word) {
            case "early", "late", "mid", "mid-" -> true;
            default -> false;
        };
    }

    private static boolean isRange(String word) {
        return isDash(word) || word.equals("to");
    }

    private static boolean isDash(String word) {
        return word.equals("-") || word.equals("–") || word.equals("—");
    }

    /** A day of a month, "19" or "19th"; -1 if it is none. */
    private static int dayNumber(String word) {
        String digits = word;
        if (word.length() > 2
                && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"))) {
            digits = word.substring(0, word.length() - 2);
        }
        int day = digits.length() <= 2 ? number(digits) : -1;
        return day >= 1 && day <= 31 ? day : -1;
    }

    /** A year of four digits; -1 if it is none. */
    private static int yearNumber(String word) {
        int year = word.length() == 4 ? number(word) : -1;
        return isYear(year) ? year : -1;
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Up to nine digits as a number; -1 if it isn't one. */
    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(digits);
    }
}
