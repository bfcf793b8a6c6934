package org.dragoman.actor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dragoman.actor.Actor.Basis;
import org.dragoman.table.Table;

/**
 * A user's own parties, which win over text and shipped tables. Immutable.
 *
 * <pre>
 * # names            country  sectors  role               first day   last day
 * Qasim al-Araji|Araji  IRQ   GOV      security adviser   2020-07-14  -
 * </pre>
 *
 * <p>A UTF-8 file with six columns, separated by tabs; {@code -} leaves one empty, {@code |} separates names, a blank sectors,
 * lines that begin with {@code #} are skipped. Names are compared as they are written but for a leading "the"; of several
 * rows for one name, the first that covers the story's day holds. A story without a date takes the first row.
 */
public final class UserTable {
    /** Nobody. */
    public static final UserTable EMPTY = new UserTable();

    private static final int COLUMNS = 6;

    /** A party for as long as it holds. */
    private record Entry(Actor actor, LocalDate first, LocalDate last) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final Map<String, List<Entry>> byName = new HashMap<>();

    private UserTable() {}

    /**
     * Reads a table.
     *
     * @throws IOException if the file can't be read or isn't UTF-8
     * @throws IllegalStateException if a line is wrong: it names file and line
     */
    public static UserTable read(Path file) throws IOException {
        UserTable table = new UserTable();
        Table.read(file, COLUMNS, table::add);
        return table;
    }

    private void add(Table.Row row) {
        List<String> names = row.alternatives(0);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a party needs a name");
        }
        Actor actor = new Actor(names.get(0), row.cell(1), row.words(2), row.cell(3), Basis.USER_TABLE);
        LocalDate first = row.cell(4).isEmpty() ? LocalDate.MIN : LocalDate.parse(row.cell(4));
        LocalDate last = row.cell(5).isEmpty() ? LocalDate.MAX : LocalDate.parse(row.cell(5));
        for (String name : names) {
            byName.computeIfAbsent(key(name), key -> new ArrayList<>()).add(new Entry(actor, first, last));
        }
    }

    /** The party so named, as of a day. */
    Optional<Actor> find(String name, Optional<LocalDate> day) {
        return byName.getOrDefault(key(name), List.of()).stream()
                .filter(entry -> day.isEmpty() || entry.holds(day.get()))
                .map(Entry::actor)
                .findFirst();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("the ") ? name.substring("the ".length()) : name;
    }
}
