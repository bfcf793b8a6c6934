package org.dragoman.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.archive.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Asks an archive.
 *
 * <pre>{@code
 * Result events = new Query(archive).events(Filter.parse("type:ASSAULT country:SYR date:2014"), 0, 100);
 * }</pre>
 *
 * <p>Safe to share between threads; each call sees whole batches as of its start. Throws {@link
 * org.dragoman.archive.ArchiveException} where the archive can't answer and {@link IllegalArgumentException} where a filter
 * doesn't fit what it is asked of.
 */
public final class Query {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** No article that is read has more. */
    private static final int MOST_PARTS = 100_000;

    private static final String LATEST_FIRST = " ORDER BY e.date DESC NULLS LAST, e.id";

    private final Archive archive;

    public Query(Archive archive) {
        this.archive = archive;
    }

    /**
     * Real events, latest first, all columns of the table {@code events} and the words that prove the best report.
     *
     * @param offset how many to leave out
     * @param limit how many at most
     */
    public Result events(Filter filter, int offset, int limit) {
        Condition condition = condition(Target.EVENTS, filter);
        return ask(
                "SELECT e.*, a.url, a.title, r.sentence, r.trigger, r.trigger_span[1] - r.sentence_span[1] AS trigger_start, r.rule"
                        + " FROM (SELECT e.* FROM events e WHERE "
                        + condition.sql() + LATEST_FIRST + page(offset, limit)
                        + ") e JOIN reports r ON r.id = e.best_report JOIN articles a ON a.id = r.article"
                        + LATEST_FIRST,
                condition.values(),
                limit);
    }

    /** Events as articles report them, latest first. */
    public Result reports(Filter filter, int offset, int limit) {
        return select(
                Target.REPORTS, "e.*, a.url, a.title, a.source, a.published", filter, LATEST_FIRST, offset, limit);
    }

    /** Statements, latest first, with the article they stand in. */
    public Result statements(Filter filter, int offset, int limit) {
        return select(
                Target.STATEMENTS,
                "s.*, a.url, a.title, a.source AS publisher, a.published",
                filter,
                " ORDER BY a.published DESC NULLS LAST, s.article, s.number",
                offset,
                limit);
    }

    /** Articles, latest first, without their text. */
    public Result articles(Filter filter, int offset, int limit) {
        return select(
                Target.ARTICLES,
                "a.* EXCLUDE (text)",
                filter,
                " ORDER BY a.published DESC NULLS LAST, a.id",
                offset,
                limit);
    }

    /** One article with its text; no row if the archive has none of that id. */
    public Result article(long id) {
        return ask("SELECT * FROM articles WHERE id = ?", List.of(id), 1);
    }

    /** Who and what an article names or describes, those it names most first. */
    public Result entities(long article) {
        return ask(
                "SELECT * EXCLUDE (article, version) FROM entities WHERE article = ? ORDER BY mentions DESC, number",
                List.of(article),
                MOST_PARTS);
    }

    /** How many records a filter means. */
    public long count(Target target, Filter filter) {
        Condition condition = condition(target, filter);
        Result result =
                ask("SELECT count(*) FROM " + target.from() + " WHERE " + condition.sql(), condition.values(), 1);
        return result.rows().get(0).get(0) instanceof Long count ? count : 0;
    }

    /**
     * Answers a question in DuckDB's SQL. Only questions: anything that would write is refused.
     *
     * @param limit most rows
     */
    public Result sql(String question, int limit) {
        if (archive.writable()) {
            // A read-only database refuses by itself; here a second statement could end the transaction.
            Result parsed = ask("SELECT json_serialize_sql(?)", List.of(question), 1);
            String json = String.valueOf(parsed.rows().get(0).get(0));
            if (json.startsWith("{\"error\":true")) {
                throw new IllegalArgumentException(
                        json.contains("Only SELECT") ? "only SELECT is answered here: " + question : json);
            }
        }
        return ask(question, List.of(), limit);
    }

    private Result select(Target target, String columns, Filter filter, String order, int offset, int limit) {
        Condition condition = condition(target, filter);
        return ask(
                "SELECT " + columns + " FROM " + target.from() + " WHERE " + condition.sql() + order
                        + page(offset, limit),
                condition.values(),
                limit);
    }

    /** One row more than asked for, to know whether there are more. */
    private static String page(int offset, int limit) {
        return " LIMIT " + (limit + 1L) + " OFFSET " + offset;
    }

    Condition condition(Target target, Filter filter) {
        Condition condition = new Condition(target, this::articlesWith);
        filter.write(condition);
        return condition;
    }

    private Collection<Long> articlesWith(String text) {
        Result found = ask(
                "SELECT id FROM articles WHERE contains(lower(text), lower(?))", List.of(text), Integer.MAX_VALUE - 1);
        Set<Long> ids = new HashSet<>();
        found.rows().forEach(row -> ids.add((Long) row.get(0)));
        return ids;
    }

    Result ask(String sql, List<Object> values, int limit) {
        try (Connection connection = archive.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) LONGEST.toSeconds());
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Collection<?> ids) {
                    statement.setArray(i + 1, connection.createArrayOf("BIGINT", ids.toArray()));
                } else {
                    statement.setObject(i + 1, values.get(i));
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, limit);
            }
        } catch (SQLException refused) {
            throw archive.problem(refused);
        }
    }

    private static Result read(ResultSet rows, int limit) throws SQLException {
        int width = rows.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> read = new ArrayList<>();
        while (rows.next()) {
            if (read.size() == limit) {
                return new Result(columns, read, true);
            }
            @Nullable Object[] cells = new @Nullable Object[width];
            for (int i = 0; i < width; i++) {
                cells[i] = plain(rows.getObject(i + 1));
            }
            read.add(Result.row(cells));
        }
        return new Result(columns, read, false);
    }

    /** A value without its database. */
    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : (Object[]) array.getArray()) {
                items.add(plain(item));
            }
            return Result.row(items.toArray());
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof BigInteger number) {
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime();
        }
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof java.time.LocalDate
                || value instanceof java.time.LocalDateTime) {
            return value;
        }
        return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
    }
}
