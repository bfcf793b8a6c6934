package org.dragoman.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which reports tell the same real event. Two reports do if they have type and modality in common, the same parties,
 * no details that exclude each other (mode, day, and for acts rather than words also the place), and a bond: the same sentence or act
 * in copies of one article; both parties by name, or fewer and the same act or town, in one story; or the same day told and one
 * of the parties, a person, or the town. Details that merely differ, such as CAMEO codes, stay with the reports. An event counted twice is
 * better than two counted as one: in doubt they stay apart.
 *
 * <p>Reports of one article are grouped first: those with the same parties by name that use the same word for the act, or of which one is
 * the title; each fits all others of its group. A group joins the event of the earlier report that one of its own is closest to, or begins a new one. What it remembers it finds by key and bond, and what is alike it remembers once, so that
 * no more is compared than may fit. Used by one thread.
 */
public final class EventMerger {
    /** By key, then by {@linkplain Told#bonds bond}. */
    private final Map<Long, Map<Long, Set<Told>>> known = new HashMap<>();

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
        merge(groups);
    }

    /** Remembers a report whose event is known. */
    void remember(long key, Told report) {
        Map<Long, Set<Told>> byBond = known.computeIfAbsent(key, unknown -> new HashMap<>());
        for (long bond : report.bonds()) {
            byBond.computeIfAbsent(bond, unknown -> new LinkedHashSet<>(2)).add(report);
        }
    }

    /** The reports of one event in one article. */
    private record Group(long key, List<Told> reports, List<Row> rows) {
        /** The group a report belongs to: one of those, or a new one. */
        static Group of(Told report, long key, List<Group> groups) {
            return groups.stream()
                    .filter(other -> other.key == key)
                    .filter(other -> other.reports.stream().allMatch(told -> report.distanceInArticle(told) >= 0))
                    .findFirst()
                    .orElseGet(() -> {
                        Group alone = new Group(key, new ArrayList<>(), new ArrayList<>());
                        groups.add(alone);
                        return alone;
                    });
        }
    }

    /**
     * Gives groups the events of earlier reports, the closest first, and those left over events of their own. Groups of one article tell
     * different events, so no two get the same.
     */
    private void merge(List<Group> groups) {
        List<Bond> bonds = new ArrayList<>();
        for (Group group : groups) {
            closest(group).forEach((event, distance) -> bonds.add(new Bond(group, event, distance)));
        }
        bonds.sort(Comparator.comparingInt(Bond::distance)); // stable: the first of the closest
        IdentityHashMap<Group, Long> events = new IdentityHashMap<>();
        Set<Long> taken = new HashSet<>();
        for (Bond bond : bonds) {
            if (!events.containsKey(bond.group) && taken.add(bond.event)) {
                events.put(bond.group, bond.event);
            }
        }
        for (Group group : groups) {
            long event = events.getOrDefault(group, group.reports.get(0).event());
            group.reports.forEach(report -> remember(group.key, report.withEvent(event)));
            group.rows.forEach(row -> row.set("event", event));
        }
    }

    /** A group and an event that it may tell. */
    private record Bond(Group group, long event, int distance) {}

    /** The events of earlier reports that a group may tell, with the least distance of each. */
    private Map<Long, Integer> closest(Group group) {
        Map<Long, Set<Told>> byBond = known.getOrDefault(group.key, Map.of());
        Map<Long, Integer> distances = new LinkedHashMap<>();
        for (Told report : group.reports) {
            for (long bond : report.bonds()) {
                for (Told other : byBond.getOrDefault(bond, Set.of())) {
                    int distance = report.distance(other);
                    if (distance >= 0) {
                        distances.merge(other.event(), distance, Math::min);
                    }
                }
            }
        }
        return distances;
    }
}
