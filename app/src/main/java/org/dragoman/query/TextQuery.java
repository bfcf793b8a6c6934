package org.dragoman.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.dragoman.archive.TextIndex;
import org.dragoman.query.Filter.All;
import org.dragoman.query.Filter.Any;
import org.dragoman.query.Filter.Not;
import org.dragoman.query.Filter.Term;
import org.dragoman.query.Filter.Words;

/** A filter on articles as Lucene wants it: words count for the ranking, everything else only for being found. */
final class TextQuery {
    private final Function<Filter, Collection<Long>> articles;

    /** @param articles the ids of the articles that meet a filter without words */
    TextQuery(Function<Filter, Collection<Long>> articles) {
        this.articles = articles;
    }

    Query of(Filter filter) {
        if (filter instanceof Words words) {
            return words(words.text());
        }
        if (filter instanceof All all) {
            return joined(all.parts(), Occur.MUST, new MatchAllDocsQuery());
        }
        if (filter instanceof Any any) {
            return joined(any.parts(), Occur.SHOULD, new MatchNoDocsQuery());
        }
        if (filter instanceof Not not) {
            return new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(of(not.part()), Occur.MUST_NOT)
                    .build();
        }
        if (filter instanceof Term term && (term.field() == Field.DATE || term.field() == Field.PUBLISHED)) {
            return days(term.values());
        }
        return new ConstantScoreQuery(LongField.newSetQuery(
                TextIndex.ID,
                articles.apply(filter).stream().mapToLong(Long::longValue).toArray()));
    }

    /** A word or a phrase; what holds no word, such as "!!", is in no article. */
    static Query words(String text) {
        Query query = new QueryBuilder(TextIndex.ANALYZER).createPhraseQuery(TextIndex.TEXT, text);
        return query == null ? new MatchNoDocsQuery() : query;
    }

    /** What to mark in the articles found: the words asked for, not those that must be absent. */
    static Query marks(Filter filter) {
        if (filter instanceof Words words) {
            return words(words.text());
        }
        List<Filter> parts =
                filter instanceof All all ? all.parts() : filter instanceof Any any ? any.parts() : List.of();
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        parts.forEach(part -> builder.add(marks(part), Occur.SHOULD));
        return builder.build();
    }

    private Query joined(List<Filter> parts, Occur occur, Query ofNone) {
        if (parts.isEmpty()) {
            return ofNone;
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        parts.forEach(part -> builder.add(of(part), occur));
        return builder.build();
    }

    private static Query days(List<String> values) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String value : values) {
            Days days = Days.parse(value);
            builder.add(
                    LongField.newRangeQuery(
                            TextIndex.DAY,
                            days.first().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                            days.last().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)),
                    Occur.SHOULD);
        }
        return new ConstantScoreQuery(builder.build());
    }
}
