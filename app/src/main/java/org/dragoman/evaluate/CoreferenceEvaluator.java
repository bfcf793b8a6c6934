package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.predict.ColumnFile;

/**
 * Which words refer to the same: gold is CoNLL-U, plain or gzipped, with {@code # newdoc id} and CorefUD's {@code Entity=} brackets; predictions
 * are JSON lines {@code {id, clusters: [[word, ...], ...]}}, mentions given by the number of their head word in the
 * document, from 0. A gold mention's head is its first word whose own head lies outside of it. The rows that begin with
 * "head match" score a baseline made from gold's grammar: nouns and names with the same lemma are the same.
 */
final class CoreferenceEvaluator implements Evaluator {
    private static final int LEMMA = 2;
    private static final int UPOS = 3;
    private static final int HEAD = 6;
    private static final int RELATION = 7;
    private static final int MISC = 9;
    private static final Pattern BRACKET = Pattern.compile("\\(([^()-]+)[^()]*(\\)?)|([^()]+)\\)");
    private static final Set<String> INSIDE_NAMES = Set.of("compound", "flat", "fixed", "goeswith");

    /** A document as it is read. */
    private static final class Document {
        private final Map<String, Set<Integer>> clusters = new LinkedHashMap<>();
        private final Map<String, Set<Integer>> byLemma = new LinkedHashMap<>();
        private final Map<String, Deque<Integer>> open = new HashMap<>();
        private final Set<Integer> heads = new HashSet<>();
        /** Heads of the sentence's words, in the document's numbers; -1 for the root. */
        private final List<Integer> headOf = new ArrayList<>();

        private final List<String> brackets = new ArrayList<>();
        private int sentenceStart;

        void add(String[] columns, String where) throws IOException {
            int word = sentenceStart + headOf.size();
            try {
                int head = Integer.parseInt(columns[HEAD]);
                headOf.add(head == 0 ? -1 : sentenceStart + head - 1);
            } catch (NumberFormatException problem) {
                throw new IOException(
                        where + ": expected a head's number in column 7, found " + columns[HEAD], problem);
            }
            brackets.add(entity(columns[MISC]));
            boolean noun = columns[UPOS].equals("NOUN") || columns[UPOS].equals("PROPN");
            if (noun && !INSIDE_NAMES.contains(columns[RELATION].split(":", -1)[0])) {
                byLemma.computeIfAbsent(columns[LEMMA].toLowerCase(Locale.ROOT), lemma -> new HashSet<>())
                        .add(word);
            }
        }

        private static String entity(String misc) {
            for (String part : misc.split("\\|", -1)) {
                if (part.startsWith("Entity=")) {
                    return part.substring("Entity=".length());
                }
            }
            return "";
        }

        void endSentence() {
            for (int i = 0; i < brackets.size(); i++) {
                Matcher matcher = BRACKET.matcher(brackets.get(i));
                while (matcher.find()) {
                    String entity = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
                    if (matcher.group(1) != null) {
                        open.computeIfAbsent(entity, key -> new ArrayDeque<>()).push(sentenceStart + i);
                    }
                    if (matcher.group(1) == null || !matcher.group(2).isEmpty()) {
                        close(entity, sentenceStart + i);
                    }
                }
            }
            open.clear();
            sentenceStart += headOf.size();
            headOf.clear();
            brackets.clear();
        }

        private void close(String entity, int last) {
            Deque<Integer> starts = open.get(entity);
            if (starts == null || starts.isEmpty()) {
                return;
            }
            int first = starts.pop();
            for (int word = first; word <= last; word++) {
                int head = headOf.get(word - sentenceStart);
                if ((head < first || head > last) && heads.add(word)) {
                    clusters.computeIfAbsent(entity, key -> new HashSet<>()).add(word);
                    return;
                }
            }
        }
    }

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Document> documents = read(gold);
        Map<String, Entry> answers = Entry.lines(predictions);
        ClusterOverlap found = new ClusterOverlap();
        ClusterOverlap baseline = new ClusterOverlap();
        for (Map.Entry<String, Document> entry : documents.entrySet()) {
            List<Set<Integer>> clusters = List.copyOf(entry.getValue().clusters.values());
            Entry answer = answers.get(entry.getKey());
            found.add(clusters, answer == null ? List.of() : clusters(answer));
            baseline.add(clusters, List.copyOf(entry.getValue().byLemma.values()));
        }
        List<Score> scores = new ArrayList<>(found.scores(""));
        scores.addAll(baseline.scores("head match "));
        return scores;
    }

    private static List<Set<Integer>> clusters(Entry answer) throws IOException {
        List<Set<Integer>> clusters = new ArrayList<>();
        for (var cluster : answer.json().path("clusters")) {
            Set<Integer> words = new HashSet<>();
            for (var word : cluster) {
                if (!word.canConvertToInt()) {
                    throw answer.wrong("numbers of words in \"clusters\"");
                }
                words.add(word.intValue());
            }
            clusters.add(words);
        }
        return clusters;
    }

    private static Map<String, Document> read(Path file) throws IOException {
        Map<String, Document> documents = new LinkedHashMap<>();
        Document document = new Document();
        List<String> lines = ColumnFile.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("# newdoc id = ")) {
                document = new Document();
                documents.put(line.substring("# newdoc id = ".length()), document);
            } else if (line.isEmpty()) {
                document.endSentence();
            } else if (line.charAt(0) != '#') {
                String[] columns = ColumnFile.columns(line, MISC + 1, file, i + 1);
                if (columns[0].chars().allMatch(Character::isDigit)) {
                    document.add(columns, file + ":" + (i + 1));
                }
            }
        }
        document.endSentence();
        return documents;
    }
}
