package org.dragoman.query;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The kinds of records that can be asked for, and what each {@link Field} means for them in SQL. */
public enum Target {
    /** Real events, each once. */
    EVENTS("events e", Own.EVENTS, "e.id IN (SELECT r.event FROM reports r JOIN articles a ON a.id = r.article WHERE "),
    /** Events as articles report them. */
    REPORTS("reports e JOIN articles a ON a.id = e.article", Own.REPORTS, ""),
    /** Who said what. */
    STATEMENTS("statements s JOIN articles a ON a.id = s.article", Own.STATEMENTS, ""),
    /** Articles; what a filter says of events is met if some report in the article meets it. */
    ARTICLES("articles a", Own.ARTICLES, "a.id IN (SELECT e.article FROM reports e WHERE ");

    private final String from;

    @SuppressWarnings("ImmutableEnumChecker") // filled before any target is made, never changed
    private final Map<Field, Column> own;

    private final String through;

    Target(String from, Map<Field, Column> own, String through) {
        this.from = from;
        this.own = own;
        this.through = through;
    }

    /** What follows FROM. */
    String from() {
        return from;
    }

    /** The records' own table, with the name that conditions give it. */
    String table() {
        int join = from.indexOf(" JOIN ");
        return join < 0 ? from : from.substring(0, join);
    }

    /** The name that conditions give the records' own table. */
    String alias() {
        return table().substring(table().indexOf(' ') + 1);
    }

    /** Whether these records have all details that a filter asks for. */
    public boolean takes(Filter filter) {
        return Arrays.stream(Field.values()).filter(filter::asks).allMatch(field -> column(field)
                .isPresent());
    }

    /** What a field asks of these records; empty if they have no such detail. */
    Optional<Column> column(Field field) {
        Column column = own.get(field);
        if (column == null && !through.isEmpty()) {
            Column other = (this == EVENTS ? Own.ARTICLES : Own.REPORTS).get(field);
            if (other != null) {
                return Optional.of((condition, asked, values) -> {
                    condition.add(through);
                    other.write(condition, asked, values);
                    condition.add(")");
                });
            }
        }
        return Optional.ofNullable(column);
    }

    /** Writes the condition that a detail has one of some values. */
    interface Column {
        void write(Condition condition, Field field, List<String> values);
    }

    /** The details that each kind of record has itself. */
    private static final class Own {
        static final Map<Field, Column> EVENTS = new EnumMap<>(Field.class);
        static final Map<Field, Column> REPORTS = new EnumMap<>(Field.class);
        static final Map<Field, Column> STATEMENTS = new EnumMap<>(Field.class);
        static final Map<Field, Column> ARTICLES = new EnumMap<>(Field.class);

        static {
            ARTICLES.put(Field.DATE, days("a.published", "a.published"));
            ARTICLES.put(Field.PUBLISHED, days("a.published", "a.published"));
            ARTICLES.put(Field.SOURCE, words("a.source"));
            ARTICLES.put(Field.TITLE, words("a.title"));
            ARTICLES.put(Field.URL, Own::url);
            ARTICLES.put(Field.TEXT, (condition, field, values) -> condition.among("a.id", values));
            ARTICLES.put(Field.ARTICLE, equal("a.id"));
            ARTICLES.put(Field.STORY, equal("a.story"));

            Map<Field, Column> coded = new EnumMap<>(Field.class);
            coded.put(Field.DATE, days("e.date", "e.date"));
            coded.put(Field.TYPE, equal("e.type"));
            coded.put(Field.MODE, equal("e.mode"));
            coded.put(Field.CONTEXT, element("e.contexts"));
            coded.put(
                    Field.CAMEO,
                    (condition, field, values) ->
                            condition.either(values, value -> condition.add("starts_with(e.cameo, ?)", value)));
            coded.put(Field.QUAD, range("e.quad"));
            coded.put(Field.GOLDSTEIN, range("e.goldstein"));
            coded.put(Field.CONFIDENCE, range("e.confidence"));
            coded.put(Field.ACTOR, words("e.actor"));
            coded.put(Field.RECIPIENT, words("e.recipient"));
            coded.put(Field.PARTY, words("e.actor", "e.recipient"));
            coded.put(Field.ROLE, words("e.actor_role", "e.recipient_role"));
            coded.put(Field.ACTOR_COUNTRY, equal("e.actor_country"));
            coded.put(Field.RECIPIENT_COUNTRY, equal("e.recipient_country"));
            coded.put(Field.COUNTRY, equal("e.actor_country", "e.recipient_country"));
            coded.put(Field.ACTOR_SECTOR, element("e.actor_sectors"));
            coded.put(Field.RECIPIENT_SECTOR, element("e.recipient_sectors"));
            coded.put(Field.SECTOR, element("e.actor_sectors", "e.recipient_sectors"));
            coded.put(Field.DYAD, Own::dyad);
            coded.put(Field.DEAD, range("e.dead"));
            coded.put(Field.INJURED, range("e.injured"));
            coded.put(Field.ARRESTED, range("e.arrested"));
            coded.put(Field.PARTICIPANTS, range("e.participants"));
            coded.put(Field.WEAPON, element("e.weapons"));
            coded.putAll(where("e"));
            coded.put(Field.MODALITY, modality("e", "list_contains(e.modality, ?)"));

            EVENTS.putAll(coded);
            EVENTS.put(Field.PUBLISHED, days("e.first_report", "e.last_report"));
            EVENTS.put(Field.SOURCE, words("array_to_string(e.sources, ' | ')"));
            EVENTS.put(Field.REPORTS, range("e.reports"));
            EVENTS.put(Field.SOURCES, range("len(e.sources)"));
            EVENTS.put(Field.EVENT, equal("e.id"));

            REPORTS.putAll(ARTICLES);
            REPORTS.putAll(coded);
            REPORTS.put(Field.EVENT, equal("e.event"));

            STATEMENTS.putAll(ARTICLES);
            STATEMENTS.put(Field.SPEAKER, words("s.speaker"));
            STATEMENTS.put(Field.ROLE, words("s.role"));
            STATEMENTS.put(Field.PARTY, words("s.speaker"));
            STATEMENTS.put(Field.COUNTRY, equal("s.country"));
            STATEMENTS.put(Field.SECTOR, element("s.sectors"));
            STATEMENTS.put(Field.CONTENT, words("s.content"));
            STATEMENTS.put(Field.DATE, days("s.date", "s.date"));
            STATEMENTS.put(Field.CONFIDENCE, range("s.confidence"));
            STATEMENTS.put(Field.MODALITY, modality("s", "s.modality = ?"));
            STATEMENTS.put(Field.ADDRESSEE, words("s.addressee", "s.addressee_role"));
            STATEMENTS.put(Field.ADDRESSEE_COUNTRY, equal("s.addressee_country"));
            STATEMENTS.put(Field.KIND, equal("s.kind"));
            STATEMENTS.put(Field.DIRECTNESS, equal("s.directness"));
            STATEMENTS.put(Field.POLARITY, equal("s.polarity"));
            STATEMENTS.put(Field.MEDIUM, equal("s.medium"));
            STATEMENTS.putAll(where("s"));
        }

        private static Column equal(String... columns) {
            return any(columns, (column, marks) -> column + " IN (" + marks + ")");
        }

        private static Column element(String... columns) {
            return any(columns, (column, marks) -> "list_has_any(" + column + ", [" + marks + "])");
        }

        /** @param sql what it makes of a column and of a mark for each value */
        private static Column any(String[] columns, BinaryOperator<String> sql) {
            return (condition, field, values) -> {
                String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
                condition.either(List.of(columns), column -> condition.add(sql.apply(column, marks), values.toArray()));
            };
        }

        /** Whole words, in that order, whatever their case and accents. */
        private static Column words(String... columns) {
            return (condition, field, values) -> condition.either(
                    values,
                    value -> condition.either(
                            List.of(columns),
                            column -> condition.add(
                                    "regexp_matches(strip_accents(lower(" + column
                                            + ")), '(^|[^\\pL\\pN])' || regexp_escape(strip_accents(lower(?))) || '($|[^\\pL\\pN])')",
                                    value)));
        }

        private static Column range(String column) {
            return (condition, field, values) -> condition.either(values, value -> {
                Range range = Range.parse(value);
                condition.add(column + " BETWEEN ? AND ?", range.least(), range.most());
            });
        }

        /** Days that overlap those from {@code first} to {@code last}. */
        private static Column days(String first, String last) {
            return (condition, field, values) -> condition.either(values, value -> {
                Days days = Days.parse(value);
                condition.add("(" + first + " IS NOT NULL");
                days.last().ifPresent(day -> condition.add(" AND " + first + " <= ?::DATE", day.toString()));
                days.first().ifPresent(day -> condition.add(" AND " + last + " >= ?::DATE", day.toString()));
                condition.add(")");
            });
        }

        /** Two comparisons, which DuckDB makes on its dictionaries, instead of one on a text made for each row. */
        private static void dyad(Condition condition, Field field, List<String> values) {
            condition.either(values, value -> {
                int between = value.indexOf('>');
                condition.add(
                        "(e.actor_country = ? AND e.recipient_country = ?)",
                        value.substring(0, between),
                        value.substring(between + 1));
            });
        }

        private static void url(Condition condition, Field field, List<String> values) {
            condition.either(values, value -> condition.add("contains(a.url, ?)", value));
        }

        /** The fields on the place of records that SQL calls {@code alias}. */
        private static Map<Field, Column> where(String alias) {
            Column country = equal(alias + ".place_country");
            return Map.of(
                    Field.PLACE, words(alias + ".place", alias + ".admin"),
                    Field.IN,
                            (condition, field, values) -> country.write(
                                    condition,
                                    field,
                                    values.stream().map(Field::alpha2).toList()),
                    Field.BOX, (condition, field, values) -> box(alias, condition, field, values),
                    Field.NEAR, (condition, field, values) -> near(alias, condition, field, values));
        }

        private static void box(String alias, Condition condition, Field field, List<String> values) {
            condition.either(values, value -> {
                double[] box = field.numbers(value, 4);
                // A box whose west lies east of its east crosses the date line.
                String inside = box[1] <= box[3]
                        ? "(A.latitude BETWEEN ? AND ? AND A.longitude BETWEEN ? AND ?)"
                        : "(A.latitude BETWEEN ? AND ? AND (A.longitude >= ? OR A.longitude <= ?))";
                condition.add(inside.replace("A.", alias + "."), box[0], box[2], box[1], box[3]);
            });
        }

        /** Great-circle distance by the haversine formula on a sphere of 6371 km. */
        private static void near(String alias, Condition condition, Field field, List<String> values) {
            condition.either(values, value -> {
                double[] circle = field.numbers(value, 3);
                condition.add("""
                        A.latitude IS NOT NULL AND 2 * 6371 * asin(sqrt(least(1, pow(sin(radians(A.latitude - ?) / 2), 2)
                        + cos(radians(?)) * cos(radians(A.latitude)) * pow(sin(radians(A.longitude - ?) / 2), 2)))) <= ?""".replace("A.", alias + "."), circle[0], circle[0], circle[1], circle[2]);
            });
        }

        /** @param other the condition for what is neither "any" nor "fact" */
        private static Column modality(String alias, String other) {
            return (condition, field, values) -> condition.either(values, value -> {
                switch (value) {
                    case "any" -> condition.add("true");
                    case "fact" -> condition.add(alias + ".factual");
                    default -> condition.add(other, value);
                }
            });
        }
    }
}
