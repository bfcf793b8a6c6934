package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Sentence and word boundaries on the development part of the English Web Treebank, where it lies beside the checkout. Each
 * document's text is rebuilt from its words, paragraphs as lines, and segmented; a sentence or a word counts if both its
 * ends are right.
 */
class SegmentationQualityTest {
    private static final Path TREEBANK = Path.of("../../shared/eval/syntax/ewt-dev.conllu.gz");

    @Test
    void keepsItsFloorOnAllText() throws IOException {
        Score score = score("");
        assertThat(score.sentences).isGreaterThan(80);
        assertThat(score.words).isGreaterThan(98.5);
    }

    /** Blogs and newsgroups quote and discuss the news; e-mail headers and reviews without punctuation are not our text. */
    @Test
    void keepsItsFloorOnNewsLikeText() throws IOException {
        Score score = score("weblog");
        assertThat(score.sentences).isGreaterThan(90);
        assertThat(score.words).isGreaterThan(99);
    }

    private record Score(double sentences, double words) {}

    private static Score score(String genre) throws IOException {
        Assumptions.assumeTrue(Files.exists(TREEBANK), "no treebank beside the checkout");
        Gold gold = Gold.read(TREEBANK, genre);
        List<Span> sentences = new SentenceSplitter().split(gold.text);
        Set<Span> words = new HashSet<>();
        sentences.forEach(sentence -> words.addAll(new Tokenizer().words(gold.text, sentence)));
        Score score = new Score(f1(gold.sentences, new HashSet<>(sentences)), f1(gold.words, words));
        System.out.printf(Locale.ROOT, "%s sentences F1 %.2f, words F1 %.2f%n", genre, score.sentences, score.words);
        if (Boolean.getBoolean("dragoman.show")) {
            show(gold, sentences, words);
        }
        return score;
    }

    private static double f1(Set<Span> gold, Set<Span> found) {
        long right = found.stream().filter(gold::contains).count();
        return 200.0 * right / (gold.size() + found.size());
    }

    private static void show(Gold gold, List<Span> sentences, Set<Span> words) {
        for (Span s : sentences) {
            if (!gold.sentences.contains(s)) {
                System.out.println("S " + s.in(gold.text));
            }
        }
        for (Span s : gold.words) {
            if (!words.contains(s)) {
                System.out.println("W " + s.in(gold.text) + "\t"
                        + gold.text
                                .substring(Math.max(0, s.start() - 10), Math.min(gold.text.length(), s.end() + 10))
                                .replace('\n', ' '));
            }
        }
    }

    /** The treebank's text with the boundaries annotated in it. */
    private record Gold(String text, Set<Span> sentences, Set<Span> words) {
        static Gold read(Path file, String genre) throws IOException {
            StringBuilder text = new StringBuilder();
            Set<Span> sentences = new HashSet<>();
            Set<Span> words = new HashSet<>();
            String gap = "";
            int start = -1;
            int tokenEnd = 0;
            String tokenGap = "";
            boolean wanted = false;
            for (String line : lines(file)) {
                if (line.startsWith("# newdoc")) {
                    wanted = line.startsWith("# newdoc id = " + genre);
                }
                if (!wanted) {
                    continue;
                }
                if (line.startsWith("# newpar") || line.startsWith("# newdoc")) {
                    gap = "\n";
                } else if (line.isEmpty()) {
                    sentences.add(new Span(start, text.length()));
                    start = -1;
                    tokenEnd = 0;
                } else if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    String after = columns[9].contains("SpaceAfter=No") ? "" : " ";
                    if (columns[0].contains("-")) {
                        tokenEnd = Integer.parseInt(columns[0].substring(columns[0].indexOf('-') + 1));
                        tokenGap = after;
                    } else if (!columns[0].contains(".")) {
                        text.append(gap);
                        start = start < 0 ? text.length() : start;
                        words.add(new Span(text.length(), text.length() + columns[1].length()));
                        text.append(columns[1]);
                        int word = Integer.parseInt(columns[0]);
                        gap = word < tokenEnd ? "" : word == tokenEnd ? tokenGap : after;
                    }
                }
            }
            return new Gold(text.toString(), sentences, words);
        }

        private static List<String> lines(Path file) throws IOException {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                return lines.lines().toList();
            }
        }
    }
}
