package org.dragoman.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Articles of pages: gold {@code {ID: {source?, text?, with?, without?, title?, date?, author?}}}, predictions {@code {ID:
 * {title, text, date, author}}}, where author is a text or a list. A gold of several sources is scored by source and over
 * all. Measures:
 *
 * <ul>
 *   <li>body: runs of four words, precision and recall as means over pages ({@link TextOverlap});
 *   <li>segments: of gold's {@code with}, which must be in the body, and {@code without}, which must not, how many are;
 *   <li>title: same letters and digits; date: same day; author: same set of names. Pages are left out where gold has none.
 * </ul>
 */
final class ArticlesEvaluator implements Evaluator {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\x1c-\\x1f]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NAME_END =
            Pattern.compile("[;,|&]|\\b(?:and|und)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BY = Pattern.compile(
            "^\\s*(?:by|von|par|por|di)\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String ALL = "all";

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Entry> pages = Entry.goldPages(gold);
        Map<String, Entry> answers = Entry.predictedPages(predictions);
        Set<String> sources = new TreeSet<>();
        pages.values().forEach(page -> sources.add(page.textOrEmpty("source")));
        List<Score> scores = new ArrayList<>();
        if (sources.size() > 1) {
            for (String source : sources) {
                Table table = new Table();
                for (Map.Entry<String, Entry> page : pages.entrySet()) {
                    if (page.getValue().textOrEmpty("source").equals(source)) {
                        table.add(page.getValue(), answers.get(page.getKey()));
                    }
                }
                scores.addAll(table.scores(source + " "));
            }
        }
        Table table = new Table();
        for (Map.Entry<String, Entry> page : pages.entrySet()) {
            table.add(page.getValue(), answers.get(page.getKey()));
        }
        scores.addAll(table.scores(sources.size() > 1 ? ALL + " " : ""));
        return scores;
    }

    /** One source's figures, added up page by page. */
    private static final class Table {
        private int bodies;
        private int exact;
        private double words;
        private int precisions;
        private double precision;
        private int recalls;
        private double recall;
        private int segmentsAsGold;
        private int segments;
        private double titleWords;
        private int titles;
        private final Tally segment = new Tally();
        private final Tally title = new Tally();
        private final Tally date = new Tally();
        private final Tally author = new Tally();
        private final Tally name = new Tally();

        void add(Entry gold, @Nullable Entry answer) throws IOException {
            String text = field(answer, "text");
            if (gold.json().has("text")) {
                addBody(TextOverlap.of(gold.textOrEmpty("text"), text));
            } else if (!gold.json().has("with")
                    && !gold.json().has("title")
                    && !gold.json().has("date")) {
                throw gold.wrong("\"text\", \"with\" and \"without\", \"title\" or \"date\"");
            }
            if (gold.json().has("with")) {
                addSegments(gold, squeeze(text));
            }
            String goldTitle = gold.textOrEmpty("title");
            if (!goldTitle.isEmpty()) {
                String answered = field(answer, "title");
                title.add(Words.fold(goldTitle).equals(Words.fold(answered)) ? 1 : 0, answered.isEmpty() ? 0 : 1, 1);
                titleWords += TextOverlap.wordF1(goldTitle, answered);
                titles++;
            }
            String goldDate = gold.textOrEmpty("date");
            if (!goldDate.isEmpty()) {
                String answered = field(answer, "date");
                date.add(day(goldDate).equals(day(answered)) ? 1 : 0, answered.isEmpty() ? 0 : 1, 1);
            }
            JsonNode goldAuthor = gold.json().path("author");
            if (goldAuthor.isArray()
                    ? !goldAuthor.isEmpty()
                    : !gold.textOrEmpty("author").isEmpty()) {
                addAuthors(
                        names(goldAuthor),
                        answer == null ? Set.of() : names(answer.json().path("author")));
            }
        }

        private void addBody(TextOverlap overlap) {
            bodies++;
            exact += overlap.exact() ? 1 : 0;
            words += overlap.wordF1();
            precisions += overlap.precision().isPresent() ? 1 : 0;
            precision += overlap.precision().orElse(0);
            recalls += overlap.recall().isPresent() ? 1 : 0;
            recall += overlap.recall().orElse(0);
        }

        private void addSegments(Entry gold, String text) throws IOException {
            int wanted = gold.json().path("with").size();
            int unwanted = gold.json().path("without").size();
            int kept = present(gold, "with", text);
            int leaked = present(gold, "without", text);
            segment.add(kept, kept + leaked, wanted);
            segmentsAsGold += kept + unwanted - leaked;
            segments += wanted + unwanted;
        }

        private static int present(Entry gold, String field, String text) throws IOException {
            if (!gold.json().path(field).isArray()) {
                throw gold.wrong("a list in \"" + field + "\"");
            }
            int present = 0;
            for (JsonNode segment : gold.json().path(field)) {
                present += text.contains(squeeze(segment.asText())) ? 1 : 0;
            }
            return present;
        }

        private void addAuthors(Set<String> gold, Set<String> answered) {
            Set<String> common = new HashSet<>(gold);
            common.retainAll(answered);
            author.add(gold.equals(answered) ? 1 : 0, answered.isEmpty() ? 0 : 1, 1);
            name.add(common.size(), answered.size(), gold.size());
        }

        List<Score> scores(String prefix) {
            List<Score> scores = new ArrayList<>();
            if (bodies > 0) {
                scores.add(Score.mean(
                        prefix + "body",
                        precisions,
                        recalls,
                        precision / Math.max(1, precisions),
                        recall / Math.max(1, recalls)));
                scores.add(Score.share(prefix + "body exact", exact, bodies));
                scores.add(Score.meanShare(prefix + "body words", words, bodies));
            }
            if (segments > 0) {
                scores.add(segment.score(prefix + "segments"));
                scores.add(Score.share(prefix + "segments right", segmentsAsGold, segments));
            }
            if (titles > 0) {
                scores.add(title.score(prefix + "title"));
                scores.add(Score.meanShare(prefix + "title words", titleWords, titles));
            }
            if (!date.isEmpty()) {
                scores.add(date.score(prefix + "date"));
            }
            if (!author.isEmpty()) {
                scores.add(author.score(prefix + "author"));
                scores.add(name.score(prefix + "author names"));
            }
            return scores;
        }
    }

    private static String field(@Nullable Entry answer, String field) {
        return answer == null ? "" : answer.textOrEmpty(field);
    }

    private static String squeeze(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** The day in a text, or else the text. */
    private static String day(String text) {
        Matcher day = DAY.matcher(text);
        return day.find() ? day.group() : text.strip();
    }

    private static Set<String> names(JsonNode author) {
        Set<String> names = new HashSet<>();
        if (author.isArray()) {
            author.forEach(element -> addName(element.isNull() ? "" : element.asText(), names));
        } else if (!author.isNull()) {
            for (String part : NAME_END.split(author.asText(), -1)) {
                addName(part, names);
            }
        }
        return names;
    }

    private static void addName(String text, Set<String> names) {
        String folded = Words.fold(BY.matcher(text).replaceFirst(""));
        if (!folded.isEmpty()) {
            names.add(folded);
        }
    }
}
