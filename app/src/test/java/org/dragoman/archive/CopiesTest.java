package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleExtractor;
import org.dragoman.page.Page;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well copies are found. Of each article on some pages, wire copies are made as newspapers make them, and all are taken in, in a
 * mixed order. {@code -Ddragoman.pages=FOLDER} measures on other pages than the samples.
 */
class CopiesTest {
    private static final Path PAGES = Path.of(System.getProperty("dragoman.pages", "../samples"));
    private static final long SEED = 20140906;
    /** Shorter articles have no body that could be told from the lead. */
    private static final int LEAST_WORDS = 150;

    private static final int LEAD = 2;
    private static final int BATCH = 100;
    private static final int SHOWN = 20;

    @TempDir
    private Path folder;

    /** What an editor makes of a wire story. */
    private enum Made {
        ORIGINAL,
        OTHER_LEAD,
        CUT_TO_60_PERCENT,
        OTHER_LEAD_AND_CUT_TO_60_PERCENT,
        EVERY_TENTH_WORD_CHANGED,
        OTHER_LEAD_AND_CUT_TO_35_PERCENT;

        /** @param other another story, whose first sentences and words are taken */
        String of(List<String> story, List<String> other) {
            return switch (this) {
                case ORIGINAL -> joined(story);
                case OTHER_LEAD -> joined(withLead(story, other));
                case CUT_TO_60_PERCENT -> joined(cut(story, 0.6));
                case OTHER_LEAD_AND_CUT_TO_60_PERCENT -> joined(withLead(cut(story, 0.6), other));
                case EVERY_TENTH_WORD_CHANGED -> changed(joined(story), joined(other));
                case OTHER_LEAD_AND_CUT_TO_35_PERCENT -> joined(withLead(cut(story, 0.35), other));
            };
        }

        private static String joined(List<String> sentences) {
            return String.join("", sentences);
        }

        private static List<String> withLead(List<String> story, List<String> other) {
            List<String> changed = new ArrayList<>(other.subList(0, Math.min(LEAD, other.size())));
            changed.addAll(story.subList(Math.min(LEAD, story.size()), story.size()));
            return changed;
        }

        private static List<String> cut(List<String> story, double share) {
            return story.subList(0, (int) Math.ceil(share * story.size()));
        }

        private static String changed(String text, String other) {
            String[] words = text.split(" ", -1);
            String[] others = other.split(" ", -1);
            for (int i = 9; i < words.length; i += 10) {
                words[i] = others[i % others.length];
            }
            return String.join(" ", words);
        }
    }

    @Test
    void findsWireCopies() {
        List<List<String>> stories = stories();
        List<ReadPage> pages = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            for (Made made : Made.values()) {
                pages.add(page(i, made, made.of(stories.get(i), stories.get((i + 1) % stories.size()))));
            }
        }
        Collections.shuffle(pages, new Random(SEED));
        Result found;
        try (Archive archive = Archive.open(folder)) {
            for (int from = 0; from < pages.size(); from += BATCH) {
                archive.add(pages.subList(from, Math.min(pages.size(), from + BATCH)));
            }
            found = new Query(archive).sql("SELECT source, authors[1], copies FROM articles", pages.size());
        }
        Map<String, Map<Made, Long>> groups = new TreeMap<>();
        found.rows().forEach(row -> groups.computeIfAbsent(String.valueOf(row.get(0)), story -> new TreeMap<>())
                .put(Made.valueOf(String.valueOf(row.get(1))), (Long) row.get(2)));

        System.out.printf(Locale.ROOT, "%d articles, %d with their copies%n", stories.size(), pages.size());
        assertThat(recall(groups)).isGreaterThanOrEqualTo(0.90);
        assertThat(precision(groups, stories)).isGreaterThanOrEqualTo(0.98);
    }

    /** The share of the made copies that are found to be copies of their originals. */
    private static double recall(Map<String, Map<Made, Long>> groups) {
        long all = 0;
        for (Made made : Made.values()) {
            long met = groups.values().stream()
                    .filter(group ->
                            Optional.ofNullable(group.get(made)).equals(Optional.ofNullable(group.get(Made.ORIGINAL))))
                    .count();
            if (made != Made.ORIGINAL) {
                all += met;
                System.out.printf(Locale.ROOT, "recall %-35s %.3f%n", made, (double) met / groups.size());
            }
        }
        double recall = (double) all / groups.size() / (Made.values().length - 1);
        System.out.printf(Locale.ROOT, "recall %.3f%n", recall);
        return recall;
    }

    /** Of all pairs that are taken for copies of each other, the share that are made of one article. */
    private static double precision(Map<String, Map<Made, Long>> groups, List<List<String>> stories) {
        Map<Long, List<String>> members = new TreeMap<>();
        groups.forEach((story, made) -> made.values()
                .forEach(copies -> members.computeIfAbsent(copies, group -> new ArrayList<>())
                        .add(story)));
        long pairs = 0;
        long right = 0;
        int shown = 0;
        for (List<String> group : members.values()) {
            pairs += pairs(group.size());
            Map<String, Long> byStory =
                    group.stream().collect(Collectors.groupingBy(story -> story, TreeMap::new, Collectors.counting()));
            right += byStory.values().stream().mapToLong(CopiesTest::pairs).sum();
            if (byStory.size() > 1 && shown++ < SHOWN) {
                System.out.println("taken for copies:");
                byStory.keySet()
                        .forEach(story -> System.out.println("  " + story + ": "
                                + stories.get(Integer.parseInt(story)).get(0).strip()));
            }
        }
        double precision = (double) right / pairs;
        System.out.printf(Locale.ROOT, "precision %.4f (%d of %d pairs)%n", precision, right, pairs);
        return precision;
    }

    private static long pairs(long members) {
        return members * (members - 1) / 2;
    }

    /** The articles on the pages, as sentences, no two with the same body. */
    private static List<List<String>> stories() {
        List<List<String>> stories = new ArrayList<>();
        Set<String> bodies = new HashSet<>();
        ArticleExtractor extractor = new ArticleExtractor();
        new PageReader()
                .read(
                        PAGES,
                        page -> {
                            for (Article article : articles(page, extractor)) {
                                if (article.body().split("\\s+", -1).length >= LEAST_WORDS
                                        && bodies.add(article.body())) {
                                    stories.add(sentences(article.body()));
                                }
                            }
                        },
                        failure -> {});
        return stories;
    }

    private static List<Article> articles(Page page, ArticleExtractor extractor) {
        try {
            return extractor.extract(page);
        } catch (UnreadablePageException notRead) {
            return List.of();
        }
    }

    private static List<String> sentences(String body) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        ends.setText(body);
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            sentences.add(body.substring(start, end));
            start = end;
        }
        return sentences;
    }

    private static ReadPage page(int story, Made made, String body) {
        Article article = new Article(
                "https://held.example/" + story + "/" + made,
                "",
                List.of(made.name()),
                Optional.of(LocalDate.of(2016, 1, 1)),
                Optional.of(Integer.toString(story)),
                "en",
                body,
                List.of());
        return MadePages.page(article, List.of());
    }
}
