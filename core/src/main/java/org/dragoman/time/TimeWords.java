package org.dragoman.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.table.Table;

/** English words for times, from {@code words.tsv}. All are looked up in lower case. */
final class TimeWords {
    private static final String RESOURCE = "words.tsv";

    private final Map<String, Month> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    private final Map<String, ChronoUnit> units = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> namesBefore = new HashSet<>();

    private TimeWords() {}

    /** @throws IllegalStateException if the table is missing or a line of it is wrong */
    static TimeWords load() {
        TimeWords words = new TimeWords();
        Table.read(TimeWords.class, RESOURCE, 3, words::add);
        return words;
    }

    private void add(Table.Row row) {
        String value = row.cell(1);
        for (String word : row.words(2)) {
            switch (row.cell(0)) {
                case "month" -> months.put(word, Month.of(Integer.parseInt(value)));
                case "weekday" -> weekdays.put(word, DayOfWeek.of(Integer.parseInt(value)));
                case "unit" -> units.put(word, ChronoUnit.valueOf(value.toUpperCase(Locale.ROOT) + "S"));
                case "number" -> numbers.put(word, Integer.parseInt(value));
                case "part" -> parts.add(word);
                case "not-before" -> namesBefore.add(word);
                default -> throw new IllegalArgumentException("no class " + row.cell(0));
            }
        }
    }

    Optional<Month> month(String word) {
        return Optional.ofNullable(months.get(word));
    }

    Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(weekdays.get(word));
    }

    /** Days, weeks, months or years. */
    Optional<ChronoUnit> unit(String word) {
        return Optional.ofNullable(units.get(word));
    }

    /** A number of up to three digits, or a small one in words; "a" is 1. */
    Optional<Integer> number(String word) {
        if (!word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Integer.parseInt(word));
        }
        return Optional.ofNullable(numbers.get(word));
    }

    boolean isPartOfDay(String word) {
        return parts.contains(word);
    }

    /** Whether a weekday after {@code word} is part of a name: "Good Friday". */
    boolean makesName(String word) {
        return namesBefore.contains(word);
    }
}
