package org.dragoman.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which reports tell the same real event. Two reports do if they have type and modality in common, the same parties,
 * no details that exclude each other (mode, day, and for acts rather than words also the place), and a bond: they stand in
 * one article, in copies of one, in one story, or they name the same day and one of the parties by the same name, or the town. Details that merely
 * differ, such as CAMEO codes, stay with the reports.
 *
 * <p>Reports of one article are grouped first; a group joins the event of the earlier report that one of its own is closest
 * to, or begins a new one. What it remembers it finds by key and day, and what is alike it remembers once, so that no more is compared
 * than may fit. Used by one thread.
 */
public final class EventMerger {
    private final Map<Long, Map<Integer, Set<Told>>> known = new HashMap<>();

    /**
     * An article that reports.
     *
     * @param copies number of its copies
     * @param story number of its story
     * @param published its day
     * @param persons names of persons in it
     */
    public record Teller(long copies, long story, Optional<LocalDate> published, Set<String> persons) {
        public Teller {
            persons = Set.copyOf(persons);
        }
    }

    /** What two reports of one event have in common exactly: reports with different keys can be merged apart. */
    public static long key(Row report) {
        return Told.key(report);
    }

    /**
     * Gives each report of one article its event, and remembers it.
     *
     * @param reports rows of the table reports, in order
     */
    public void merge(Teller teller, List<Row> reports) {
        List<Group> groups = new ArrayList<>();
        for (Row row : reports) {
            Told told = Told.of(row, teller);
            Group group = Group.of(told, Told.key(row), groups);
            group.reports.add(told);
            group.rows.add(row);
        }
        groups.forEach(this::merge);
    }

    /** Remembers a report whose event is known. */
    void remember(long key, Told report) {
        known.computeIfAbsent(key, unknown -> new HashMap<>())
                .computeIfAbsent(report.day(), unknown -> new LinkedHashSet<>())
                .add(report);
    }

    /** The reports of one event in one article. */
    private record Group(long key, List<Told> reports, List<Row> rows) {
        /** The group a report belongs to: one of those, or a new one. */
        static Group of(Told report, long key, List<Group> groups) {
            return groups.stream()
                    .filter(other -> other.key == key)
                    .filter(other -> other.reports.stream().anyMatch(told -> report.distanceInArticle(told) >= 0))
                    .findFirst()
                    .orElseGet(() -> {
                        Group alone = new Group(key, new ArrayList<>(), new ArrayList<>());
                        groups.add(alone);
                        return alone;
                    });
        }
    }

    /** Gives a group the event of the earlier report that any of its own is closest to, or the first one's own. */
    private void merge(Group group) {
        Map<Integer, Set<Told>> byDay = known.getOrDefault(group.key, Map.of());
        long event = group.reports.get(0).event();
        int least = Integer.MAX_VALUE;
        for (Told report : group.reports) {
            for (int apart = -Told.MOST_DAYS_APART; apart <= Told.MOST_DAYS_APART; apart++) {
                for (Told other : byDay.getOrDefault(report.day() + apart, Set.of())) {
                    int distance = report.distance(other);
                    if (distance >= 0 && distance < least) {
                        least = distance;
                        event = other.event();
                    }
                }
            }
        }
        for (Told report : group.reports) {
            remember(group.key, report.withEvent(event));
        }
        for (Row row : group.rows) {
            row.set("event", event);
        }
    }
}
