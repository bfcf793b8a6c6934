package org.dragoman.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
    /** No article that is read has more. */
    private static final int MOST_PARTS = 100_000;

    private static final Pattern QUESTION = Pattern.compile(
            "(select|with|from|values|describe|desc|show|summarize|explain|pivot|unpivot|\\()\\b?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STRING = Pattern.compile("'[^']*+'");
    private static final Pattern BLURS_STRINGS = Pattern.compile("--|/\\*|[$\"\\\\]");

    private static final String LATEST_FIRST = " ORDER BY e.date DESC NULLS LAST, e.id";

    private final Archive archive;
    private final Tables tables;
    /** The column by which a row is fetched again. */
    private final String place;

    public Query(Archive archive) {
        this.archive = archive;
        tables = new Tables(archive);
        place = archive.rowPlace();
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
                "WITH found AS MATERIALIZED (SELECT e." + place + " AS row, e.best_report AS best FROM events e WHERE "
                        + condition.sql() + LATEST_FIRST + page(offset, limit)
                        + "), r AS MATERIALIZED (SELECT id, article, sentence, sentence_span, trigger, trigger_span, rule FROM reports r WHERE r."
                        + place + " IN (SELECT " + place + " FROM reports WHERE id IN (SELECT best FROM found))), "
                        + articlesOf("r")
                        + " SELECT e.*, a.url, a.title, r.sentence, r.trigger,"
                        + " r.trigger_span[1] - r.sentence_span[1] AS trigger_start, r.rule"
                        + " FROM events e JOIN r ON r.id = e.best_report JOIN a ON a.id = r.article"
                        + " WHERE e." + place + " IN (SELECT row FROM found)" + LATEST_FIRST,
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

    /**
     * Articles by their words, those that fit best first, with the places where the words stand.
     *
     * @param filter whose words count for the ranking
     */
    public Hits search(Filter filter, int offset, int limit) {
        try {
            org.apache.lucene.search.Query query = new TextQuery(this::articles).of(filter);
            org.apache.lucene.search.Query marks = TextQuery.marks(filter);
            TextSearch.Ranking ranking = TextSearch.rank(archive.index(), query, offset, limit);
            List<Long> ids = List.copyOf(ranking.best().keySet());
            Result articles = ask(
                    "SELECT id, url, title, source, published, text FROM articles WHERE id IN (SELECT unnest(?::BIGINT[]))",
                    List.of(ids),
                    limit);
            Map<Long, Hit> hits = new HashMap<>();
            for (List<@Nullable Object> row : articles.rows()) {
                long id = row.get(0) instanceof Long number ? number : 0;
                hits.put(
                        id,
                        new Hit(
                                id,
                                ranking.best().getOrDefault(id, 0.0),
                                ResultWriter.text(row.get(1)),
                                ResultWriter.text(row.get(2)),
                                ResultWriter.text(row.get(3)),
                                row.get(4) instanceof LocalDate day ? Optional.of(day) : Optional.empty(),
                                TextSearch.passages(marks, ResultWriter.text(row.get(5)))));
            }
            return new Hits(ids.stream().map(hits::get).filter(Objects::nonNull).toList(), ranking.total());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What was found.
     *
     * @param best best first
     * @param total how many there are in all
     */
    public record Hits(List<Hit> best, long total) {
        public Hits {
            best = List.copyOf(best);
        }
    }

    /**
     * A question in SQL, for who wants other columns or more rows than memory holds.
     *
     * @param setup statements to run before it, such as macros that it uses
     * @param sql with a mark for each value
     * @param values of the marks, in order
     */
    public record Question(List<String> setup, String sql, List<Object> values) {
        public Question {
            setup = List.copyOf(setup);
            values = List.copyOf(values);
        }

        /** The same after other statements. */
        public Question with(List<String> statements) {
            return new Question(statements, sql, values);
        }
    }

    /**
     * A question for chosen columns of records.
     *
     * @param columns SQL over the target's tables: events and reports are called e, statements s, articles a
     * @param joins SQL that follows the target's tables; may be empty
     * @param order SQL
     */
    public Question question(Target target, String columns, String joins, Filter filter, String order) {
        Condition condition = condition(target, filter);
        return new Question(
                List.of(),
                "SELECT " + columns + " FROM " + target.from() + joins + " WHERE " + condition.sql() + " ORDER BY "
                        + order,
                condition.values());
    }

    /** Hands the names of the columns and then row after row to the takers. */
    public void each(Question question, Consumer<List<String>> names, Consumer<List<@Nullable Object>> rows) {
        tables.each(question, names, rows);
    }

    /**
     * Writes a question's answer as a Parquet file.
     *
     * @param file in the archive's outbox
     * @return how many rows it has
     */
    public long copy(Question question, Path file) {
        return tables.copy(question, file);
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
        String one = question.strip();
        while (one.endsWith(";")) {
            one = one.substring(0, one.length() - 1).strip();
        }
        if (!QUESTION.matcher(one).lookingAt() || mayBeSeveral(one)) {
            throw new IllegalArgumentException("only one SELECT is answered here: " + question);
        }
        return ask(one, List.of(), limit);
    }

    /**
     * Whether there may be a second statement, which could leave the read-only transaction. A semicolon is let through only
     * in a plain string, with nothing near that would make it hard to say what is a string.
     */
    private static boolean mayBeSeveral(String question) {
        return question.indexOf(';') >= 0
                && (BLURS_STRINGS.matcher(question).find()
                        || STRING.matcher(question).replaceAll("").indexOf(';') >= 0);
    }

    private Result select(Target target, String columns, Filter filter, String order, int offset, int limit) {
        Condition condition = condition(target, filter);
        String row = target.alias() + "." + place;
        String from = (condition.sql() + order).contains("a.") ? target.from() : target.table();
        boolean articles = target == Target.ARTICLES;
        return ask(
                "WITH found AS MATERIALIZED (SELECT " + row + " AS row, "
                        + (articles ? "a.id" : target.alias() + ".article")
                        + " AS article FROM " + from + " WHERE " + condition.sql() + order + page(offset, limit) + ")"
                        + (articles ? "" : ", " + articlesOf("found"))
                        + " SELECT " + columns + " FROM " + target.table()
                        + (articles ? "" : " JOIN a ON a.id = " + target.alias() + ".article")
                        + " WHERE " + row + " IN (SELECT row FROM found)" + order,
                condition.values(),
                limit);
    }

    /**
     * What lists show of the articles that {@code part}'s rows are of. As everywhere here rows are first found by narrow columns and then
     * fetched by their place in the table: long texts are read of the few that are shown, not of all that are looked through.
     */
    private String articlesOf(String part) {
        return "a AS MATERIALIZED (SELECT id, url, title, source, published FROM articles a WHERE a." + place
                + " IN (SELECT " + place + " FROM articles WHERE id IN (SELECT article FROM " + part + ")))";
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
        try {
            return TextSearch.all(archive.index(), TextQuery.words(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Collection<Long> articles(Filter filter) {
        Condition condition = condition(Target.ARTICLES, filter);
        Result found = ask(
                "SELECT a.id FROM " + Target.ARTICLES.from() + " WHERE " + condition.sql(),
                condition.values(),
                Integer.MAX_VALUE);
        List<Long> ids = new ArrayList<>();
        found.rows().forEach(row -> ids.add((Long) row.get(0)));
        return ids;
    }

    Result ask(String sql, List<Object> values, int limit) {
        return tables.ask(sql, values, limit);
    }
}
