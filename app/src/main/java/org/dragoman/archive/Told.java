package org.dragoman.archive;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A report as it is compared with others, to say whether they tell the same event. Two that are equal needn't both be remembered: a wire
 * story that is printed thousands of times is compared once.
 *
 * @param event the event it is known to tell; its own id before that is found out
 * @param copies number of the article's copies
 * @param story number of the article's story
 * @param day of the event if told, else of publication, as days since 1970; {@link #NO_DAY} if neither is known
 * @param told whether the text tells the day
 */
record Told(
        long event,
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
    static final int NO_DAY = -1_000_000;

    /** Reports of one event count from days so far apart at most: time zones, and who writes after midnight. */
    private static final int DAYS_TOLD_APART = 1;

    private static final int DAYS_PUBLISHED_APART = 2;
    /** Reports of days farther apart than this never tell the same event, unless one article has both. */
    static final int MOST_DAYS_APART = DAYS_PUBLISHED_APART + 1;
    /** A span of days this short names the day of an event well enough. */
    static final int PRECISE_DAYS = 2;

    private static final double NEAR_KILOMETRES = 50;
    private static final double KILOMETRES_PER_DEGREE = 111;
    /** Parties of these sectors go by many names ("London", "Downing Street"; "dozens of people"): country and sector tell. */
    private static final Set<String> MANY_NAMES = Set.of("", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "CVL");

    /** Types of what two do together. */
    private static final Set<String> MUTUAL = Set.of("CONSULT");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS = Set.of("the", "a", "an", "of", "and", "in", "for", "al", "s");

    /** A party as far as it tells who it is. */
    record Party(Set<String> words, String sector, boolean person) {
        static Party of(String name, String sector, boolean person) {
            Set<String> words = Arrays.stream(NO_WORD.split(name.toLowerCase(Locale.ROOT)))
                    .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                    .collect(Collectors.toCollection(HashSet::new));
            return new Party(words, sector, person);
        }

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
    record Where(long geonames, String country, String admin, double latitude, double longitude, String feature) {
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
     * Makes it from a row of the table reports.
     *
     * @param teller the article that the row belongs to
     */
    static Told of(Row report, EventMerger.Teller teller) {
        boolean told = report.dayOf("date_first").isPresent()
                && report.dayOf("date_last")
                        .map(last -> last.toEpochDay()
                                        - report.dayOf("date_first")
                                                .orElse(last)
                                                .toEpochDay()
                                <= PRECISE_DAYS)
                        .orElse(false);
        return new Told(
                report.numberOf("id"),
                teller.copies(),
                teller.story(),
                day(report, teller.published()),
                told,
                report.textOf("type"),
                (int) report.numberOf("quad"),
                report.textOf("mode"),
                party(report, "actor", teller.persons()),
                party(report, "recipient", teller.persons()),
                report.textOf("feature").isEmpty()
                        ? Where.UNKNOWN
                        : new Where(
                                report.numberOf("geonames"),
                                report.textOf("place_country"),
                                report.textOf("admin"),
                                report.realOf("latitude"),
                                report.realOf("longitude"),
                                report.textOf("feature")));
    }

    private static Party party(Row row, String side, Set<String> persons) {
        List<String> sectors = row.textsOf(side + "_sectors");
        return Party.of(row.textOf(side), sectors.isEmpty() ? "" : sectors.get(0), persons.contains(row.textOf(side)));
    }

    static int day(Row report, Optional<LocalDate> published) {
        return report.dayOf("date")
                .or(() -> published)
                .map(day -> (int) day.toEpochDay())
                .orElse(NO_DAY);
    }

    /** What two reports of one event must have in common exactly: only reports with one key can tell the same. */
    static long key(Row report) {
        String actor = side(report, "actor");
        String recipient = side(report, "recipient");
        boolean swap = MUTUAL.contains(report.textOf("type")) && actor.compareTo(recipient) > 0;
        return Ids.of(
                0,
                report.textOf("type"),
                swap ? recipient : actor,
                swap ? actor : recipient,
                String.join(" ", report.textsOf("modality")));
    }

    /** The country, else the name. */
    private static String side(Row row, String side) {
        String country = row.textOf(side + "_country");
        return country.isEmpty() ? row.textOf(side).toLowerCase(Locale.ROOT) : country;
    }

    /** How close two reports of one article are, 0 the closest; negative if they tell different events. */
    int distanceInArticle(Told other) {
        return agrees(other) ? apart(other) : -1;
    }

    /** How close two reports of different articles are, 0 the closest; negative if they tell different events. */
    int distance(Told other) {
        boolean dated = day != NO_DAY && other.day != NO_DAY;
        int apart = apart(other);
        // An undated report is compared with undated copies alone.
        if ((!dated && day != other.day) || !agrees(other)) {
            return -1;
        }
        if (copies == other.copies && apart <= MOST_DAYS_APART) {
            return 100 + apart;
        }
        if (!dated || apart > DAYS_PUBLISHED_APART) {
            return -1;
        }
        if (story == other.story) {
            return 200 + apart;
        }
        boolean sameTown = where.isTown() && where.geonames == other.where.geonames;
        boolean pinned = told && other.told && apart == 0 && isBetweenNamed() && (sameTown || isOfSamePerson(other));
        return pinned ? 300 : -1;
    }

    /** Whether no detail of one excludes the other's. */
    private boolean agrees(Told other) {
        return (mode.isEmpty() || other.mode.isEmpty() || mode.equals(other.mode))
                && (sameSides(other) || swappedSides(other))
                && (quad % 2 == 1 || where.mayBe(other.where))
                && !(told && other.told && apart(other) > DAYS_TOLD_APART);
    }

    private int apart(Told other) {
        return day == NO_DAY || other.day == NO_DAY ? 0 : Math.abs(day - other.day);
    }

    private boolean sameSides(Told other) {
        return actor.mayBe(other.actor) && recipient.mayBe(other.recipient);
    }

    /** Who met whom is the same as whom who met. */
    private boolean swappedSides(Told other) {
        return MUTUAL.contains(type) && actor.mayBe(other.recipient) && recipient.mayBe(other.actor);
    }

    private boolean isBetweenNamed() {
        return !actor.words.isEmpty() && !recipient.words.isEmpty();
    }

    private boolean isOfSamePerson(Told other) {
        return actor.isSamePerson(other.actor)
                || recipient.isSamePerson(other.recipient)
                || actor.isSamePerson(other.recipient)
                || recipient.isSamePerson(other.actor);
    }

    Told withEvent(long id) {
        return new Told(id, copies, story, day, told, type, quad, mode, actor, recipient, where);
    }
}
