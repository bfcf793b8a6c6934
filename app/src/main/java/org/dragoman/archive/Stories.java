package org.dragoman.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Finds articles that tell the same story, copies or not: they name the same rare persons, bodies and places and share words
 * of the title, within some days. An article joins the story of the one it is most like, or begins its own; copies always
 * share a story. The table {@code terms} remembers what articles name.
 */
final class Stories {
    /** From this cosine on two articles tell the same story. Looked at on 81 articles of seven newspapers from eight runs of
     * two days: the three pairs above it tell the same, the pair next below it does not. */
    static final double LEAST_LIKENESS = 0.25;

    /** A story lasts as long as a next article comes within so many days. */
    private static final int DAYS = 3;

    /** A term is rare, and leads to candidates, if at most so many articles have it, or so small a share of all. */
    private static final int RARE = 50;

    private static final double RARE_SHARE = 0.02;
    /** In a small archive every name is rare; this many other articles are imagined, which have none of them. */
    private static final int IMAGINED = 200;

    private static final int MOST_TERMS = 40;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_TITLE_WORD = 4;

    private final Map<Integer, Integer> frequency = new HashMap<>();
    private final Map<Long, Known> known = new LinkedHashMap<>();
    private final Map<Integer, Set<Long>> byTerm = new HashMap<>();
    private long articles;

    /** An article taken in before; without a day it can't be compared. */
    private record Known(long day, long story, Set<Integer> terms) {}

    /** Gives each draft the number of its story, in order, and remembers it; the copies must be known. */
    static void assign(List<Draft> drafts, DuckDBConnection connection) throws SQLException {
        Map<Draft, Set<Integer>> terms = new HashMap<>();
        for (Draft draft : drafts) {
            terms.put(draft, terms(draft));
        }
        Stories stories = new Stories();
        stories.load(drafts, terms, connection);
        Map<Long, Long> ofCopies = storiesOfCopies(drafts, connection);
        try (DuckDBAppender rows = connection.createAppender("main", "terms")) {
            for (Draft draft : drafts) {
                Set<Integer> own = terms.getOrDefault(draft, Set.of());
                long copies = draft.article().numberOf("copies");
                long story = ofCopies.containsKey(copies)
                        ? ofCopies.getOrDefault(copies, draft.id())
                        : stories.find(draft, own);
                ofCopies.putIfAbsent(copies, story);
                draft.article().set("story", story);
                if (draft.published().isPresent()) {
                    long day = draft.published().get().toEpochDay();
                    stories.remember(draft.id(), new Known(day, story, own));
                    for (int term : own) {
                        rows.beginRow()
                                .append(term)
                                .append((int) day)
                                .append(draft.id())
                                .endRow();
                    }
                }
            }
        }
    }

    /** Proper names in the article and words of its title, as numbers. */
    static Set<Integer> terms(Draft draft) {
        Set<Integer> terms = new HashSet<>();
        for (Row entity : draft.entities()) {
            String name = entity.textOf("name");
            if (!name.isEmpty() && Character.isUpperCase(name.codePointAt(0)) && terms.size() < MOST_TERMS) {
                // The last word of a person's name is what every outlet writes.
                terms.add(entity.textOf("type").equals("person") ? term(lastWord(name)) : term(name));
            }
        }
        for (String word : NO_WORD.split(draft.title(), -1)) {
            if (word.length() >= SHORTEST_TITLE_WORD) {
                terms.add(term(word));
            }
        }
        return terms;
    }

    private static String lastWord(String name) {
        String word = name;
        for (String part : NO_WORD.split(name, -1)) {
            word = part.isEmpty() ? word : part;
        }
        return word;
    }

    private static int term(String text) {
        return text.toLowerCase(Locale.ROOT).hashCode();
    }

    private long find(Draft draft, Set<Integer> terms) {
        if (draft.published().isEmpty()) {
            return draft.id();
        }
        long day = draft.published().get().toEpochDay();
        Set<Long> candidates = new HashSet<>();
        for (int term : terms) {
            if (rare(term)) {
                candidates.addAll(byTerm.getOrDefault(term, Set.of()));
            }
        }
        long story = draft.id();
        double best = LEAST_LIKENESS;
        for (Map.Entry<Long, Known> entry : known.entrySet()) {
            Known other = entry.getValue();
            if (candidates.contains(entry.getKey()) && Math.abs(other.day - day) <= DAYS) {
                double likeness = likeness(terms, other.terms);
                if (likeness >= best && (likeness > best || story == draft.id())) {
                    best = likeness;
                    story = other.story;
                }
            }
        }
        return story;
    }

    private boolean rare(int term) {
        return frequency.getOrDefault(term, 0) <= Math.max(RARE, RARE_SHARE * articles);
    }

    /** Cosine of the two sets, each term weighted by how rare it is. */
    private double likeness(Set<Integer> one, Set<Integer> other) {
        double common = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int term : one) {
            double weight = weight(term);
            ofOne += weight * weight;
            common += other.contains(term) ? weight * weight : 0;
        }
        for (int term : other) {
            double weight = weight(term);
            ofOther += weight * weight;
        }
        return common == 0 ? 0 : common / Math.sqrt(ofOne * ofOther);
    }

    private double weight(int term) {
        return Math.max(0.1, Math.log((articles + IMAGINED) / (1.0 + frequency.getOrDefault(term, 0))));
    }

    private void remember(long id, Known article) {
        articles++;
        known.put(id, article);
        for (int term : article.terms) {
            frequency.merge(term, 1, Integer::sum);
            byTerm.computeIfAbsent(term, key -> new HashSet<>()).add(id);
        }
    }

    /** Brings back how often the terms were seen, and the articles of about the same days that share a rare one. */
    private void load(List<Draft> drafts, Map<Draft, Set<Integer>> terms, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM articles WHERE published IS NOT NULL");
                ResultSet count = statement.executeQuery()) {
            count.next();
            articles = count.getLong(1);
        }
        Set<Integer> sought = new HashSet<>();
        terms.values().forEach(sought::addAll);
        count(sought, connection);
        List<Integer> rareTerms = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        for (Draft draft : drafts) {
            for (int term : terms.getOrDefault(draft, Set.of())) {
                if (draft.published().isPresent() && rare(term) && frequency.containsKey(term)) {
                    rareTerms.add(term);
                    days.add((int) draft.published().get().toEpochDay());
                }
            }
        }
        if (rareTerms.isEmpty()) {
            return;
        }
        Set<Integer> others = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH sought AS (SELECT unnest(?::INTEGER[]) AS term, unnest(?::INTEGER[]) AS day),
                near AS (
                    SELECT DISTINCT t.article
                    FROM terms t JOIN sought s ON s.term = t.term AND t.day BETWEEN s.day - ? AND s.day + ?)
                SELECT t.article, t.day, t.term, a.story
                FROM terms t JOIN near n ON n.article = t.article JOIN articles a ON a.id = t.article
                ORDER BY a.seq""")) {
            statement.setArray(1, connection.createArrayOf("INTEGER", rareTerms.toArray()));
            statement.setArray(2, connection.createArrayOf("INTEGER", days.toArray()));
            statement.setInt(3, DAYS);
            statement.setInt(4, DAYS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    int term = rows.getInt(3);
                    long day = rows.getLong(2);
                    long story = rows.getLong(4);
                    known.computeIfAbsent(id, key -> new Known(day, story, new HashSet<>()))
                            .terms
                            .add(term);
                    byTerm.computeIfAbsent(term, key -> new HashSet<>()).add(id);
                    others.add(term);
                }
            }
        }
        others.removeAll(sought);
        count(others, connection);
    }

    private void count(Set<Integer> terms, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT term, count(*) FROM terms WHERE term IN (SELECT unnest(?::INTEGER[])) GROUP BY term")) {
            statement.setArray(1, connection.createArrayOf("INTEGER", terms.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    frequency.put(rows.getInt(1), rows.getInt(2));
                }
            }
        }
    }

    private static Map<Long, Long> storiesOfCopies(List<Draft> drafts, Connection connection) throws SQLException {
        Map<Long, Long> stories = new HashMap<>();
        Object[] copies = drafts.stream()
                .map(draft -> draft.article().numberOf("copies"))
                .distinct()
                .toArray();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT copies, min(story) FROM articles WHERE copies IN (SELECT unnest(?::BIGINT[])) GROUP BY copies")) {
            statement.setArray(1, connection.createArrayOf("BIGINT", copies));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stories.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return stories;
    }
}
