package org.dragoman.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Says which reports tell the same real event. Two reports do if they have type and modality in common, the same parties,
 * no details that exclude each other (mode, day, and for acts rather than words also the place), and a bond: they stand in
 * one article, in copies of one, in one story, or they name the same day and one of the parties by the same name, or the town. Details that merely
 * differ, such as CAMEO codes, stay with the reports.
 *
 * <p>Reports of one article are grouped first; a group joins the event of the earlier report that one of its own is closest
 * to, or begins a new one. The table {@code ties} remembers under
 * which key each can be found again.
 */
final class EventMerger {
    /** Reports of one event count from days so far apart at most: time zones, and who writes after midnight. */
    private static final int DAYS_TOLD_APART = 1;

    private static final int DAYS_PUBLISHED_APART = 2;
    private static final int LOOK_BACK = DAYS_PUBLISHED_APART + 1;
    /** A span of days this short names the day of an event well enough. */
    private static final int PRECISE_DAYS = 2;

    private static final int NO_DAY = -1_000_000;
    private static final double NEAR_KILOMETRES = 50;
    private static final double KILOMETRES_PER_DEGREE = 111;
    /** Parties of these sectors go by many names ("London", "Downing Street"; "dozens of people"): country and sector tell. */
    private static final Set<String> MANY_NAMES = Set.of("", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "CVL");

    /** Types of what two do together. */
    private static final Set<String> MUTUAL = Set.of("CONSULT");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS = Set.of("the", "a", "an", "of", "and", "in", "for", "al", "s");

    private final Map<Long, List<Report>> byKey = new HashMap<>();

    /** A party as far as it tells who it is. */
    private record Party(Set<String> words, String sector, boolean person) {
        boolean isSamePerson(Party other) {
            return person && other.person && words.stream().anyMatch(other.words::contains);
        }

        boolean mayBe(Party other) {
            if (words.isEmpty() || other.words.isEmpty()) {
                return (words.isEmpty() && other.words.isEmpty()) || sector.equals(other.sector);
            }
            if (words.stream().anyMatch(other.words::contains)) {
                return true;
            }
            return !(person && other.person) && sector.equals(other.sector) && MANY_NAMES.contains(sector);
        }
    }

    /** A place; country only if the text names no more. */
    private record Where(
            long geonames, String country, String admin, double latitude, double longitude, String feature) {
        static final Where UNKNOWN = new Where(0, "", "", 0, 0, "");

        boolean isKnown() {
            return !feature.isEmpty();
        }

        boolean isTown() {
            return feature.startsWith("P") && !feature.startsWith("PCL");
        }

        boolean mayBe(Where other) {
            if (!isKnown() || !other.isKnown() || (geonames == other.geonames && geonames != 0)) {
                return true;
            }
            if (!country.equals(other.country)) {
                return false;
            }
            if (feature.startsWith("PCL") || other.feature.startsWith("PCL")) {
                return true;
            }
            if (!isTown() || !other.isTown()) {
                return admin.equals(other.admin);
            }
            double north = (latitude - other.latitude) * KILOMETRES_PER_DEGREE;
            double east = (longitude - other.longitude) * KILOMETRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east) <= NEAR_KILOMETRES;
        }
    }

    /**
     * A report as it is compared.
     *
     * @param day of the event if told, else of publication; {@link #NO_DAY} if neither is known
     * @param told whether the text tells the day
     */
    private record Report(
            long event,
            long article,
            long copies,
            long story,
            int day,
            boolean told,
            String type,
            int quad,
            String mode,
            Party actor,
            Party recipient,
            Where where) {

        /** How close, 0 the closest; negative if it tells something else. */
        int distance(Report other) {
            boolean agree = (mode.isEmpty() || other.mode.isEmpty() || mode.equals(other.mode))
                    && (sameSides(other) || swappedSides(other))
                    && (quad % 2 == 1 || where.mayBe(other.where));
            int apart = day == NO_DAY || other.day == NO_DAY ? 0 : Math.abs(day - other.day);
            if (!agree || (told && other.told && apart > DAYS_TOLD_APART)) {
                return -1;
            }
            if (article == other.article) {
                return apart;
            }
            if (copies == other.copies && apart <= LOOK_BACK) {
                return 100 + apart;
            }
            if (day == NO_DAY || other.day == NO_DAY || apart > DAYS_PUBLISHED_APART) {
                return -1;
            }
            if (story == other.story) {
                return 200 + apart;
            }
            boolean sameTown = where.isTown() && where.geonames == other.where.geonames;
            boolean pinned =
                    told && other.told && apart == 0 && isBetweenNamed() && (sameTown || isOfSamePerson(other));
            return pinned ? 300 : -1;
        }

        private boolean sameSides(Report other) {
            return actor.mayBe(other.actor) && recipient.mayBe(other.recipient);
        }

        /** Who met whom is the same as whom who met. */
        private boolean swappedSides(Report other) {
            return MUTUAL.contains(type) && actor.mayBe(other.recipient) && recipient.mayBe(other.actor);
        }

        private boolean isBetweenNamed() {
            return !actor.words.isEmpty() && !recipient.words.isEmpty();
        }

        private boolean isOfSamePerson(Report other) {
            return actor.isSamePerson(other.actor)
                    || recipient.isSamePerson(other.recipient)
                    || actor.isSamePerson(other.recipient)
                    || recipient.isSamePerson(other.actor);
        }

        Report withEvent(long id) {
            return new Report(id, article, copies, story, day, told, type, quad, mode, actor, recipient, where);
        }
    }

    /** Gives each report of the drafts its event, in order, and remembers it; copies and stories must be known. */
    static void assign(List<Draft> drafts, DuckDBConnection connection) throws SQLException {
        List<Long> keys = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        for (Draft draft : drafts) {
            for (Row row : draft.reports()) {
                keys.add(key(row));
                days.add(day(draft, row));
            }
        }
        EventMerger merger = new EventMerger();
        merger.load(keys, days, connection);
        try (DuckDBAppender ties = connection.createAppender("main", "ties")) {
            for (Draft draft : drafts) {
                Set<String> persons = draft.entities().stream()
                        .filter(entity -> entity.textOf("type").equals("person"))
                        .map(entity -> entity.textOf("name"))
                        .collect(Collectors.toSet());
                List<Group> groups = new ArrayList<>();
                for (Row row : draft.reports()) {
                    Report report = report(draft, row, persons);
                    Group.of(report, key(row), groups).rows.add(row);
                    ties.beginRow()
                            .append(report.event)
                            .append(draft.id())
                            .append(key(row))
                            .append(report.day)
                            .append(report.actor.person)
                            .append(report.recipient.person)
                            .endRow();
                }
                groups.forEach(merger::merge);
            }
        }
    }

    /** The reports of one event in one article. */
    private record Group(long key, List<Report> reports, List<Row> rows) {
        /** The group a report belongs to: one of those, or a new one of its own. */
        static Group of(Report report, long key, List<Group> groups) {
            Group group = groups.stream()
                    .filter(other -> other.key == key)
                    .filter(other -> other.reports.stream().anyMatch(told -> report.distance(told) >= 0))
                    .findFirst()
                    .orElseGet(() -> {
                        Group alone = new Group(key, new ArrayList<>(), new ArrayList<>());
                        groups.add(alone);
                        return alone;
                    });
            group.reports.add(report);
            return group;
        }
    }

    /** Gives a group the event of the earlier report that any of its own is closest to, or the first one's own. */
    private void merge(Group group) {
        List<Report> others = byKey.computeIfAbsent(group.key, unknown -> new ArrayList<>());
        long event = group.reports.get(0).event;
        int least = Integer.MAX_VALUE;
        for (Report report : group.reports) {
            for (Report other : others) {
                int distance = report.distance(other);
                if (distance >= 0 && distance < least) {
                    least = distance;
                    event = other.event;
                }
            }
        }
        for (Report report : group.reports) {
            others.add(report.withEvent(event));
        }
        for (Row row : group.rows) {
            row.set("event", event);
        }
    }

    private void load(List<Long> keys, List<Integer> days, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH sought AS (SELECT unnest(?::BIGINT[]) AS key, unnest(?::INTEGER[]) AS day),
                found AS (
                    SELECT DISTINCT t.report, t.key, t.day, t.actor_person, t.recipient_person
                    FROM ties t JOIN sought s ON s.key = t.key AND t.day BETWEEN s.day - ? AND s.day + ?)
                SELECT f.key, r.event, r.article, a.copies, a.story, f.day,
                    coalesce(r.date_last - r.date_first <= ?, false), r.mode, r.type, r.quad,
                    r.actor, r.actor_sectors[1], f.actor_person, r.recipient, r.recipient_sectors[1], f.recipient_person,
                    r.geonames, r.place_country, r.admin, r.latitude, r.longitude, r.feature
                FROM found f JOIN reports r ON r.id = f.report JOIN articles a ON a.id = r.article
                ORDER BY a.seq, r.number""")) {
            statement.setArray(1, connection.createArrayOf("BIGINT", keys.toArray()));
            statement.setArray(2, connection.createArrayOf("INTEGER", days.toArray()));
            statement.setInt(3, LOOK_BACK);
            statement.setInt(4, LOOK_BACK);
            statement.setInt(5, PRECISE_DAYS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byKey.computeIfAbsent(rows.getLong(1), key -> new ArrayList<>())
                            .add(new Report(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    rows.getInt(6),
                                    rows.getBoolean(7),
                                    text(rows, 9),
                                    rows.getInt(10),
                                    text(rows, 8),
                                    new Party(words(text(rows, 11)), text(rows, 12), rows.getBoolean(13)),
                                    new Party(words(text(rows, 14)), text(rows, 15), rows.getBoolean(16)),
                                    new Where(
                                            rows.getLong(17),
                                            text(rows, 18),
                                            text(rows, 19),
                                            rows.getDouble(20),
                                            rows.getDouble(21),
                                            text(rows, 22))));
                }
            }
        }
    }

    private static Report report(Draft draft, Row row, Set<String> persons) {
        Where where = row.textOf("feature").isEmpty()
                ? Where.UNKNOWN
                : new Where(
                        row.numberOf("geonames"),
                        row.textOf("place_country"),
                        row.textOf("admin"),
                        row.realOf("latitude"),
                        row.realOf("longitude"),
                        row.textOf("feature"));
        boolean told = row.dayOf("date_first").isPresent()
                && row.dayOf("date_last")
                        .map(last -> last.toEpochDay()
                                        - row.dayOf("date_first").orElse(last).toEpochDay()
                                <= PRECISE_DAYS)
                        .orElse(false);
        return new Report(
                row.numberOf("id"),
                draft.id(),
                draft.article().numberOf("copies"),
                draft.article().numberOf("story"),
                day(draft, row),
                told,
                row.textOf("type"),
                (int) row.numberOf("quad"),
                row.textOf("mode"),
                party(row, "actor", persons),
                party(row, "recipient", persons),
                where);
    }

    private static Party party(Row row, String side, Set<String> persons) {
        List<String> sectors = row.textsOf(side + "_sectors");
        return new Party(
                words(row.textOf(side)), sectors.isEmpty() ? "" : sectors.get(0), persons.contains(row.textOf(side)));
    }

    private static int day(Draft draft, Row row) {
        return row.dayOf("date")
                .or(draft::published)
                .map(day -> (int) day.toEpochDay())
                .orElse(NO_DAY);
    }

    /** What two reports of one event must have in common exactly: it finds the candidates. */
    private static long key(Row row) {
        String actor = side(row, "actor");
        String recipient = side(row, "recipient");
        boolean swap = MUTUAL.contains(row.textOf("type")) && actor.compareTo(recipient) > 0;
        return Ids.of(
                0,
                row.textOf("type"),
                swap ? recipient : actor,
                swap ? actor : recipient,
                String.join(" ", row.textsOf("modality")));
    }

    /** The country, else the name. */
    private static String side(Row row, String side) {
        String country = row.textOf(side + "_country");
        return country.isEmpty() ? row.textOf(side).toLowerCase(Locale.ROOT) : country;
    }

    private static Set<String> words(String name) {
        return Arrays.stream(NO_WORD.split(name.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }
}
