package org.dragoman.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        try (InputStream resource = TimeWords.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.startsWith("#")) {
                    words.add(line, RESOURCE + ":" + number);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return words;
    }

    private void add(String line, String where) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 3) {
            throw new IllegalStateException(where + ": expected class, value and words: " + line);
        }
        for (String word : cells[2].split(" ", -1)) {
            try {
                switch (cells[0]) {
                    case "month" -> months.put(word, Month.of(Integer.parseInt(cells[1])));
                    case "weekday" -> weekdays.put(word, DayOfWeek.of(Integer.parseInt(cells[1])));
                    case "unit" -> units.put(word, ChronoUnit.valueOf(cells[1].toUpperCase(Locale.ROOT) + "S"));
                    case "number" -> numbers.put(word, Integer.parseInt(cells[1]));
                    case "part" -> parts.add(word);
                    case "not-before" -> namesBefore.add(word);
                    default -> throw new IllegalArgumentException("no such class");
                }
            } catch (RuntimeException problem) {
                throw new IllegalStateException(where + ": " + problem.getMessage(), problem);
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
