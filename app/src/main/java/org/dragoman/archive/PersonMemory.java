package org.dragoman.archive;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.actor.Actor;
import org.dragoman.actor.ActorMemory;

/**
 * What an archive's articles say of persons: country, sector and role, counted by month. Only full names count, and only what
 * articles themselves say: what a table or this memory gave is not learned again.
 *
 * <p>The table {@code memory} is made anew at the end of each complete run, never while one is under way. What is read then depends on
 * the page and that table alone: not on batches, threads, or whether a run was killed and taken up again.
 *
 * <p>Immutable once loaded, safe to share between threads.
 */
final class PersonMemory implements ActorMemory {
    /** Whoever was a minister three years ago need not be one. */
    private static final int MONTHS = 24;

    /** One article may be wrong, or mean a namesake. */
    private static final long LEAST_ARTICLES = 2;

    /** Namesakes: from this share of articles on, one country is meant. */
    private static final double AGREEMENT = 0.9;

    private static final double MAJORITY = 0.5;

    private static final String FORGET = "DELETE FROM memory";
    private static final String LEARN = """
            INSERT INTO memory
            SELECT e.name, e.country, e.sectors[1], e.role, date_trunc('month', a.published)::DATE, count(DISTINCT a.copies)
            FROM entities e JOIN articles a ON a.id = e.article
            WHERE e.type = 'person' AND e.basis = 'text' AND e.country IS NOT NULL AND contains(e.name, ' ')
                AND a.published IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5
            QUALIFY sum(count(DISTINCT a.copies)) OVER (PARTITION BY e.name) >= %d
            ORDER BY ALL""".formatted(LEAST_ARTICLES);

    private final Map<String, List<Seen>> byName;

    private PersonMemory(Map<String, List<Seen>> byName) {
        this.byName = byName;
    }

    /** What articles of a month say of a person; sector and role may be empty. */
    private record Seen(String country, String sector, String role, LocalDate month, long articles) {}

    /** Fills the table from what the archive holds. */
    static void learn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FORGET);
            statement.execute(LEARN);
        }
    }

    /** Loads the table. */
    static PersonMemory load(Connection connection) throws SQLException {
        Map<String, List<Seen>> byName = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name, country, coalesce(sector, ''), coalesce(role, ''),"
                                + " month, articles FROM memory ORDER BY ALL")) {
            while (rows.next()) {
                Date month = rows.getDate(5);
                byName.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(new Seen(
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                month.toLocalDate(),
                                rows.getLong(6)));
            }
        }
        return new PersonMemory(byName);
    }

    @Override
    public Optional<Actor> recall(String name, Optional<LocalDate> day) {
        List<Seen> seen = byName.getOrDefault(name, List.of()).stream()
                .filter(told -> day.isEmpty()
                        || (!told.month.isAfter(day.get())
                                && !told.month.isBefore(day.get().minusMonths(MONTHS))))
                .toList();
        long all = seen.stream().mapToLong(Seen::articles).sum();
        String country = most(seen, Seen::country, AGREEMENT);
        if (all < LEAST_ARTICLES || country.isEmpty()) {
            return Optional.empty();
        }
        List<Seen> same =
                seen.stream().filter(told -> told.country.equals(country)).toList();
        LocalDate latest =
                same.stream().map(Seen::month).max(Comparator.naturalOrder()).orElseThrow();
        String sector = most(same, Seen::sector, MAJORITY);
        String role =
                most(same.stream().filter(told -> told.month.equals(latest)).toList(), Seen::role, 0);
        return Optional.of(
                new Actor(name, country, sector.isEmpty() ? List.of() : List.of(sector), role, Actor.Basis.MEMORY));
    }

    /** What most articles say, the first by name where several are as many; empty if it is less than a share of all. */
    private static String most(List<Seen> seen, Function<Seen, String> detail, double share) {
        Map<String, Long> counts = seen.stream()
                .collect(Collectors.groupingBy(detail, TreeMap::new, Collectors.summingLong(Seen::articles)));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String most = "";
        long best = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (entry.getValue() > best) {
                most = entry.getKey();
                best = entry.getValue();
            }
        }
        return best >= share * all ? most : "";
    }
}
