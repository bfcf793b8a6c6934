package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.page.FieldNames.Field;
import org.dragoman.page.FieldNames.Named;

/** A JSON object that may hold a page: the fields that mean something, filled one by one. */
final class JsonRecord {
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLISECONDS_DIGITS = 13;

    private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
    private long size;

    /** Adds a value, unless a better name has given one. */
    void add(Named named, String value) {
        int known = ranks.getOrDefault(named.field(), Integer.MAX_VALUE);
        if (value.isBlank() || known < named.rank()) {
            return;
        }
        List<String> all = values.computeIfAbsent(named.field(), field -> new ArrayList<>());
        if (named.rank() < known) {
            ranks.put(named.field(), named.rank());
            all.clear();
        }
        all.add(value);
        size += value.length();
    }

    boolean hasText() {
        return values.containsKey(Field.TEXT) || values.containsKey(Field.HTML);
    }

    /** Characters of all values taken. */
    long size() {
        return size;
    }

    /** The record's address, else the one given. */
    String url(String otherwise) {
        String url = first(Field.URL);
        return url.isEmpty() ? otherwise : url;
    }

    Page page(String url) {
        Field field = values.containsKey(Field.TEXT) ? Field.TEXT : Field.HTML;
        String text = String.join("\n", values.getOrDefault(field, List.of()));
        Listing listing = new Listing(
                first(Field.TITLE),
                values.getOrDefault(Field.AUTHORS, List.of()),
                time(first(Field.PUBLISHED)),
                first(Field.SOURCE),
                first(Field.LANGUAGE));
        return new Page(url, text.getBytes(UTF_8), Optional.of(UTF_8), Optional.empty(), listing);
    }

    private String first(Field field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Seconds or milliseconds since 1970 as ISO 8601; anything else as it is. */
    private static String time(String written) {
        boolean number = written.chars().allMatch(character -> character >= '0' && character <= '9');
        if (number && written.length() == SECONDS_DIGITS) {
            return Instant.ofEpochSecond(Long.parseLong(written)).toString();
        }
        if (number && written.length() == MILLISECONDS_DIGITS) {
            return Instant.ofEpochMilli(Long.parseLong(written)).toString();
        }
        return written;
    }
}
