package org.dragoman.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts and means over the records that a filter means: for charts, maps and tables. Cooperation is quad classes 1 and 2,
 * conflict 3 and 4; {@code goldstein} is the mean Goldstein score, -10 to +10.
 *
 * <p>Safe to share between threads; throws as {@link Query} does.
 */
public final class Counts {
    /** More periods than anyone can look at; days of 270 years. */
    private static final int MOST_PERIODS = 100_000;

    private static final String BALANCE = "count(*) AS events, count(*) FILTER (e.quad IN (1, 2)) AS cooperation,"
            + " count(*) FILTER (e.quad IN (3, 4)) AS conflict, round(avg(e.goldstein), 3) AS goldstein";

    private final Query query;

    public Counts(Query query) {
        this.query = query;
    }

    /** The length of a period. Weeks begin on Monday. */
    public enum Step {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        /** A day's period, named by its first day. Months are cut by hand: DuckDB truncates timestamps only, and slowly. */
        String of(String day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> "(D - (day(D) - 1)::INTEGER)".replace("D", day);
                case WEEK, QUARTER, YEAR -> "date_trunc('" + name().toLowerCase(Locale.ROOT) + "', " + day + ")::DATE";
            };
        }
    }

    /** What an archive holds, in one row: how many records of each kind, and the first and last day of publication. */
    public Result holdings() {
        return query.ask(
                "SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM events) AS events,"
                        + " (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM statements) AS statements,"
                        + " (SELECT count(DISTINCT source) FROM articles) AS sources,"
                        + " (SELECT count(*) FROM failures) AS failures,"
                        + " (SELECT min(published) FROM articles) AS first, (SELECT max(published) FROM articles) AS last",
                List.of(),
                1);
    }

    /** Events by period and quad class, in time order; periods without events are left out, as are events without a day. */
    public Result series(Filter filter, Step step) {
        Condition condition = query.condition(Target.EVENTS, filter);
        return query.ask(
                "SELECT " + step.of("e.date") + " AS period, "
                        + "count(*) FILTER (e.quad = 1) AS verbal_cooperation,"
                        + " count(*) FILTER (e.quad = 2) AS material_cooperation,"
                        + " count(*) FILTER (e.quad = 3) AS verbal_conflict,"
                        + " count(*) FILTER (e.quad = 4) AS material_conflict, " + BALANCE
                        + " FROM events e WHERE e.date IS NOT NULL AND " + condition.sql() + " GROUP BY 1 ORDER BY 1",
                condition.values(),
                MOST_PERIODS);
    }

    /** What a series counts apart. */
    public enum By {
        NOTHING("'all'"),
        DYAD("e.actor_country", "e.recipient_country"),
        TYPE("e.type"),
        QUAD("e.quad::VARCHAR"),
        ACTOR("e.actor"),
        RECIPIENT("e.recipient"),
        COUNTRY("e.actor_country"),
        PLACE("e.place"),
        IN("e.place_country");

        private final String first;
        private final String second;

        By(String first) {
            this(first, "''");
        }

        /** A pair is grouped by its sides and named after: a text made for each event would cost more than all the rest. */
        By(String first, String second) {
            this.first = first;
            this.second = second;
        }

        private boolean isPair() {
            return this == DYAD;
        }

        /** An event's group. */
        String sql() {
            return isPair() ? "(" + first + " || '>' || " + second + ")" : first;
        }
    }

    /**
     * Events over time, group by group: for each period, from its first day, and each group how many events, how many
     * reports tell them, the sum and mean of their Goldstein scores, and events for each article published in that period.
     * Periods without events have no row.
     */
    public Result series(Filter filter, Step step, By by) {
        Condition condition = query.condition(Target.EVENTS, filter);
        return query.ask(
                "SELECT c.period, " + (by.isPair() ? "c.one || '>' || c.other" : "c.one")
                        + " AS who, c.events, c.reports, c.goldstein_sum, c.goldstein_mean,"
                        + " round(c.events / n.articles, 4) AS events_per_article FROM (SELECT " + step.of("e.date")
                        + " AS period, " + by.first + " AS one, " + by.second + " AS other, count(*) AS events,"
                        + " sum(e.reports)::BIGINT AS reports, round(sum(e.goldstein), 2) AS goldstein_sum,"
                        + " round(avg(e.goldstein), 3) AS goldstein_mean FROM events e WHERE e.date IS NOT NULL AND "
                        + by.first + " IS NOT NULL AND " + by.second + " IS NOT NULL AND " + condition.sql()
                        + " GROUP BY 1, 2, 3) c LEFT JOIN (SELECT " + step.of("published")
                        + " AS period, count(*) AS articles FROM articles WHERE published IS NOT NULL"
                        + " GROUP BY 1) n ON n.period = c.period ORDER BY c.period, c.one, c.other",
                condition.values(),
                Integer.MAX_VALUE);
    }

    /** Ordered pairs of countries, those with most events first. */
    public Result dyads(Filter filter, int limit) {
        Condition condition = query.condition(Target.EVENTS, filter);
        return query.ask(
                "SELECT e.actor_country AS actor, e.recipient_country AS recipient, " + BALANCE
                        + ", min(e.date) AS first, max(e.date) AS last FROM events e"
                        + " WHERE e.actor_country IS NOT NULL AND e.recipient_country IS NOT NULL AND "
                        + condition.sql() + " GROUP BY ALL ORDER BY events DESC, actor, recipient LIMIT "
                        + (limit + 1L),
                condition.values(),
                limit);
    }

    /** Parties by name and country, those in most events first: how often each acts and is acted upon. */
    public Result actors(Filter filter, int limit) {
        Condition condition = query.condition(Target.EVENTS, filter);
        List<Object> values = new ArrayList<>(condition.values());
        values.addAll(condition.values());
        // First who they are, then what is known of these few: the commonest sector of everybody would fill the memory.
        return query.ask(
                "WITH e AS (" + side("actor", true) + condition.sql() + " UNION ALL " + side("recipient", false)
                        + condition.sql()
                        + "), top AS (SELECT name, country, count(*) AS events FROM e GROUP BY name, country"
                        + " ORDER BY events DESC, name, country LIMIT " + (limit + 1L) + ")"
                        + " SELECT e.name, e.country, mode(e.sector) AS sector, " + BALANCE
                        + ", count(*) FILTER (e.acts) AS acts, min(e.date) AS first, max(e.date) AS last"
                        + " FROM top JOIN e ON e.name = top.name AND e.country IS NOT DISTINCT FROM top.country"
                        + " GROUP BY e.name, e.country ORDER BY events DESC, e.name, e.country",
                values,
                limit);
    }

    /**
     * The roles in which reports show the parties that a filter means, those of the latest days first: each role with the country and
     * sector it was coded with, its first and last day, and how many reports and publishers give it.
     */
    public Result roles(Filter filter, String name, int limit) {
        Condition condition = query.condition(Target.REPORTS, filter);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            values.add(name);
            values.addAll(condition.values());
        }
        return query.ask(
                "SELECT role, country, sector, min(date) AS first, max(date) AS last, count(*) AS reports,"
                        + " count(DISTINCT source) AS sources FROM (" + role("actor") + condition.sql() + " UNION ALL "
                        + role("recipient") + condition.sql() + ") GROUP BY role, country, sector"
                        + " ORDER BY last DESC NULLS LAST, reports DESC, role, country, sector LIMIT " + (limit + 1L),
                values,
                limit);
    }

    private static String role(String party) {
        return "SELECT e.P_role AS role, e.P_country AS country, e.P_sectors[1] AS sector, e.date, a.source FROM "
                        .replace("P", party)
                + Target.REPORTS.from() + " WHERE e." + party + "_role IS NOT NULL AND e." + party + " = ? AND ";
    }

    private static String side(String party, boolean acts) {
        return "SELECT e.P AS name, e.P_country AS country, e.P_sectors[1] AS sector, ".replace("P", party) + acts
                + " AS acts, e.quad, e.goldstein, e.date FROM events e WHERE e." + party + " IS NOT NULL AND ";
    }

    /** Who does what to whom by name: pairs of parties, those with most events first. */
    public Result relations(Filter filter, int limit) {
        Condition condition = query.condition(Target.EVENTS, filter);
        return query.ask(
                "SELECT e.actor, e.actor_country, e.recipient, e.recipient_country, " + BALANCE + " FROM events e"
                        + " WHERE e.actor IS NOT NULL AND e.recipient IS NOT NULL AND " + condition.sql()
                        + " GROUP BY ALL ORDER BY events DESC, e.actor, e.recipient, e.actor_country, e.recipient_country LIMIT "
                        + (limit + 1L),
                condition.values(),
                limit);
    }

    /** Places of events, those with most events first. */
    public Result places(Filter filter, int limit) {
        Condition condition = query.condition(Target.EVENTS, filter);
        return query.ask(
                "SELECT any_value(e.place) AS place, e.geonames, any_value(e.place_country) AS country,"
                        + " any_value(e.latitude) AS latitude, any_value(e.longitude) AS longitude, " + BALANCE
                        + " FROM events e WHERE e.geonames IS NOT NULL AND " + condition.sql()
                        + " GROUP BY e.geonames ORDER BY events DESC, e.geonames LIMIT " + (limit + 1L),
                condition.values(),
                limit);
    }

    /** Speakers, those with most statements first. */
    public Result speakers(Filter filter, int limit) {
        Condition condition = query.condition(Target.STATEMENTS, filter);
        return query.ask(
                "SELECT s.speaker AS name, s.country, mode(s.sectors[1]) AS sector, mode(s.role) AS role,"
                        + " count(*) AS statements, min(s.date) AS first, max(s.date) AS last FROM "
                        + Target.STATEMENTS.from() + " WHERE s.speaker IS NOT NULL AND " + condition.sql()
                        + " GROUP BY s.speaker, s.country ORDER BY statements DESC, name, s.country LIMIT "
                        + (limit + 1L),
                condition.values(),
                limit);
    }

    /**
     * How the records divide by some details: the filter's field, its value and the number of records, for each field the
     * commonest first.
     *
     * @param target events or statements
     * @param limit most values of a field
     */
    public Result facets(Target target, Filter filter, int limit) {
        Condition condition = query.condition(target, filter);
        boolean events = target == Target.EVENTS;
        String meant = events
                ? "SELECT type, quad::VARCHAR AS quad, actor_country, recipient_country, place_country, year(date)::VARCHAR AS year,"
                        + " sources, contexts FROM events e WHERE "
                : "SELECT s.kind, s.directness, s.country, s.speaker, s.medium, year(s.date)::VARCHAR AS year, a.source"
                        + " FROM " + Target.STATEMENTS.from() + " WHERE ";
        List<String> parts = events
                ? List.of(
                        part(Field.TYPE, "type"),
                        part(Field.QUAD, "quad"),
                        part(Field.ACTOR_COUNTRY, "actor_country"),
                        part(Field.RECIPIENT_COUNTRY, "recipient_country"),
                        part(Field.IN, "place_country"),
                        part(Field.DATE, "year"),
                        part(Field.SOURCE, "unnest(sources)"),
                        part(Field.CONTEXT, "unnest(contexts)"))
                : List.of(
                        part(Field.SPEAKER, "speaker"),
                        part(Field.COUNTRY, "country"),
                        part(Field.KIND, "kind"),
                        part(Field.DIRECTNESS, "directness"),
                        part(Field.MEDIUM, "medium"),
                        part(Field.DATE, "year"),
                        part(Field.SOURCE, "source"));
        return query.ask(
                "WITH meant AS MATERIALIZED (" + meant + condition.sql() + "), counted AS ("
                        + String.join(" UNION ALL ", parts) + ") SELECT * FROM counted WHERE value IS NOT NULL"
                        + " QUALIFY row_number() OVER (PARTITION BY field ORDER BY records DESC, value) <= " + limit
                        + " ORDER BY field, records DESC, value",
                condition.values(),
                limit * parts.size());
    }

    private static String part(Field field, String column) {
        return "SELECT '" + field.text() + "' AS field, value, count(*) AS records FROM (SELECT " + column
                + " AS value FROM meant) GROUP BY value";
    }
}
