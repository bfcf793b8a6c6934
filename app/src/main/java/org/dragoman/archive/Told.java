package org.dragoman.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as it is compared with others, to say whether they tell the same event. Two that are equal needn't both be remembered: a wire
 * story that is printed thousands of times is compared once.
 *
 * @param event the event it is known to tell; its own id before that is found out
 * @param copies number of the article's copies
 * @param story number of the article's story
 * @param day of the event if told, else of publication, as days since 1970; {@link #NO_DAY} if neither is known
 * @param told whether the text tells the day
 * @param acts beginnings of the words that name the act
 * @param sentence hash of the beginning of the sentence that proves it
 * @param headline whether that is the title
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
        Where where,
        Set<String> acts,
        int sentence,
        boolean headline) {
    static final int NO_DAY = -1_000_000;

    /** Reports of one event count from days so far apart at most: time zones, and who writes after midnight. */
    private static final int DAYS_TOLD_APART = 1;

    private static final int DAYS_PUBLISHED_APART = 2;
    /** Reports of days farther apart than this never tell the same event, unless one article has both. */
    static final int MOST_DAYS_APART = DAYS_PUBLISHED_APART + 1;
    /** A span of days this short names the day of an event well enough. */
    static final int PRECISE_DAYS = 2;

    /** What an article tells of a day farther back than this is background: its title means something newer. */
    private static final int DAYS_OF_NEWS = 7;

    /** As much of a word as inflection leaves alone. */
    private static final int STEM = 5;

    private static final int SHORTEST_ACT = 3;
    /** As much of a sentence as tells it from the others of its article. */
    static final int SENTENCE_START = 60;

    /** Types of what two do together. */
    private static final Set<String> MUTUAL = Set.of("CONSULT");

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
                                report.textOf("feature")),
                acts(report.textOf("trigger")),
                sentence(report.textOf("sentence")),
                report.truthOf("headline"));
    }

    /** The beginnings of a trigger's words. */
    static Set<String> acts(String trigger) {
        return Arrays.stream(Party.NO_WORD.split(trigger.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORTEST_ACT)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toCollection(HashSet::new));
    }

    static int sentence(String text) {
        return text.substring(0, Math.min(SENTENCE_START, text.length())).hashCode();
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

    /**
     * How close two reports of one article are, 0 the closest; negative if they tell different events. Who accuses, demands, attacks
     * twice in one article has mostly done so twice: only the title, or what is done rather than said and called the same, tells
     * the same again.
     */
    int distanceInArticle(Told other) {
        int named = sidesInCommon(other);
        boolean background = told != other.told && apart(other) > DAYS_OF_NEWS;
        if (!agrees(other) || background || named == 0 || !namesAgree(other)) {
            return -1;
        }
        boolean again =
                sameAct(other) && (sentence == other.sentence || sameTown(other) || (named == 2 && quad % 2 == 0));
        boolean title = (headline || other.headline) && (named == 2 || sameAct(other));
        return again || title ? apart(other) : -1;
    }

    /**
     * What ties a report to others: only those with a bond in common can be at a {@linkplain #distance distance}. Hashes; that two
     * bonds share one by chance costs a comparison.
     */
    List<Long> bonds() {
        List<Long> bonds = new ArrayList<>();
        bonds.add(bond(1, copies));
        bonds.add(bond(2, story));
        if (told && isBetweenNamed()) {
            if (where.isTown()) {
                bonds.add(bond(3, day, where.geonames()));
            }
            Stream.of(actor, recipient)
                    .filter(Party::person)
                    .flatMap(party -> party.words().stream())
                    .distinct()
                    .sorted()
                    .forEach(word -> bonds.add(bond(4, day, word)));
        }
        return bonds;
    }

    private static long bond(Object... parts) {
        long bond = 17;
        for (Object part : parts) {
            bond = 1_000_003 * bond + part.hashCode() * 0x9E3779B97F4A7C15L;
        }
        return bond;
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
            if (sentence == other.sentence && acts.equals(other.acts)) {
                return apart;
            }
            if (sameAct(other) && namesAgree(other)) {
                return 100 + apart;
            }
        }
        if (!dated || apart > DAYS_PUBLISHED_APART) {
            return -1;
        }
        int named = sidesInCommon(other);
        if (story == other.story && isLikely(other, named)) {
            return 200 + apart + 10 * (2 - named) + (sameAct(other) ? 0 : 5);
        }
        boolean pinned =
                told && other.told && apart == 0 && isBetweenNamed() && (sameTown(other) || isOfSamePerson(other));
        return pinned ? 300 + 10 * (2 - named) + (sameAct(other) ? 0 : 5) : -1;
    }

    /** Whether two outlets on one story mean the same: both parties by the same name, or fewer and the same act or town. */
    private boolean isLikely(Told other, int named) {
        return switch (named) {
            case 0 -> sameAct(other) && sameTown(other);
            case 1 -> sameAct(other) || sameTown(other);
            default -> true;
        };
    }

    /** How many of the two parties go by a common word; for what two do together in either order. */
    private int sidesInCommon(Told other) {
        int straight = (actor.sharesWord(other.actor) ? 1 : 0) + (recipient.sharesWord(other.recipient) ? 1 : 0);
        int crossed = !MUTUAL.contains(type)
                ? 0
                : (actor.sharesWord(other.recipient) ? 1 : 0) + (recipient.sharesWord(other.actor) ? 1 : 0);
        return Math.max(straight, crossed);
    }

    /** Whether each party goes by a common word or is unnamed in both. */
    private boolean namesAgree(Told other) {
        boolean straight = namesAgree(actor, other.actor) && namesAgree(recipient, other.recipient);
        return straight
                || (MUTUAL.contains(type) && namesAgree(actor, other.recipient) && namesAgree(recipient, other.actor));
    }

    private static boolean namesAgree(Party one, Party other) {
        return one.sharesWord(other) || (one.isUnnamed() && other.isUnnamed());
    }

    private boolean sameAct(Told other) {
        return acts.stream().anyMatch(other.acts::contains);
    }

    private boolean sameTown(Told other) {
        return where.isTown() && where.geonames() == other.where.geonames();
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
        return !actor.isUnnamed() && !recipient.isUnnamed();
    }

    private boolean isOfSamePerson(Told other) {
        return actor.isSamePerson(other.actor)
                || recipient.isSamePerson(other.recipient)
                || actor.isSamePerson(other.recipient)
                || recipient.isSamePerson(other.actor);
    }

    Told withEvent(long id) {
        return new Told(
                id, copies, story, day, told, type, quad, mode, actor, recipient, where, acts, sentence, headline);
    }
}
