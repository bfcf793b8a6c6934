package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dragoman.predict.ColumnFile;

/**
 * Names: gold {@code {id, text, entities: [{start, end, type, confidence?}]}} as JSON lines, or an {@code .iob2} file (plain or
 * gzipped; columns number, word, tag), whose sentences have the numbers from 0 as ids and their words joined by blanks as
 * text. Predictions: {@code {id, entities: [{start, end, type}]}}. Types other than {@code PER}, {@code ORG}, {@code LOC}
 * are ignored. Leading words in lower case are cut off both sides' spans. What gold has with a confidence below 0.5 may be
 * found, but need not be. Each type, and all: same span, and any overlap.
 */
final class EntitiesEvaluator implements Evaluator {
    private static final String ALL = "all";
    private static final List<String> ROWS = List.of("PER", "ORG", "LOC", ALL);
    private static final int IOB_COLUMNS = 3;
    private static final Map<String, String> TYPE_NAMES =
            Map.of("PER", "PER", "ORG", "ORG", "LOC", "LOC", "Person", "PER", "Organisation", "ORG", "Location", "LOC");
    private static final double SURE = 0.5;

    private record Name(int start, int end, String type) {
        boolean overlaps(Name other) {
            return start < other.end && other.start < end;
        }

        /** Whether a name of the same type overlaps this one. */
        boolean meetsAny(Set<Name> names) {
            return names.stream().anyMatch(name -> name.type.equals(type) && overlaps(name));
        }
    }

    /** A text as code points, with the names that must be found and those that may be. */
    private record Text(List<Integer> codePoints, Set<Name> sure, Set<Name> all) {}

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Text> texts = gold.toString().contains(".iob2") ? readWords(gold) : readLines(gold);
        Map<String, Entry> answers = Entry.lines(predictions);
        List<Row> rows = ROWS.stream().map(Row::new).toList();
        for (Map.Entry<String, Text> entry : texts.entrySet()) {
            Text text = entry.getValue();
            Entry answer = answers.get(entry.getKey());
            Set<Name> found = new HashSet<>();
            for (Entry entity : answer == null ? List.<Entry>of() : answer.listOrEmpty("entities")) {
                name(entity, text.codePoints()).ifPresent(found::add);
            }
            rows.forEach(row -> row.add(text, found));
        }
        List<Score> scores = new ArrayList<>();
        rows.forEach(row -> scores.add(row.exact.score(row.type)));
        rows.forEach(row -> scores.add(row.overlap.score(row.type + " overlap")));
        return scores;
    }

    /** One type's figures, or those of all, added up text by text. */
    private static final class Row {
        private final String type;
        private final Tally exact = new Tally();
        private final Tally overlap = new Tally();

        Row(String type) {
            this.type = type;
        }

        void add(Text text, Set<Name> names) {
            Set<Name> found = only(type, names);
            Set<Name> sure = only(type, text.sure());
            int right = count(found, text.all()::contains);
            int hit = count(sure, found::contains);
            exact.add(right, hit, found.size(), sure.size());
            int rightOverlaps = count(found, name -> name.meetsAny(text.all()));
            int hitOverlaps = count(sure, name -> name.meetsAny(found));
            overlap.add(rightOverlaps, hitOverlaps, found.size(), sure.size());
        }
    }

    private static Set<Name> only(String type, Set<Name> names) {
        if (type.equals(ALL)) {
            return names;
        }
        Set<Name> only = new HashSet<>(names);
        only.removeIf(name -> !name.type().equals(type));
        return only;
    }

    private static int count(Set<Name> names, Predicate<Name> condition) {
        return (int) names.stream().filter(condition).count();
    }

    private static Map<String, Text> readLines(Path file) throws IOException {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> line : Entry.lines(file).entrySet()) {
            Entry entry = line.getValue();
            List<Integer> codePoints = entry.text("text").codePoints().boxed().toList();
            Set<Name> sure = new HashSet<>();
            Set<Name> all = new HashSet<>();
            for (Entry entity : entry.list("entities")) {
                if (entity.json().path("ok").asBoolean(true)) {
                    boolean isSure = entity.json().path("confidence").asDouble(1) >= SURE;
                    name(entity, codePoints).ifPresent(name -> {
                        all.add(name);
                        if (isSure) {
                            sure.add(name);
                        }
                    });
                }
            }
            texts.put(line.getKey(), new Text(codePoints, sure, all));
        }
        return texts;
    }

    private static Optional<Name> name(Entry entity, List<Integer> text) throws IOException {
        String type = TYPE_NAMES.getOrDefault(entity.text("type"), "");
        int start = entity.number("start");
        int end = entity.number("end");
        if (start < 0 || end < start || end > text.size()) {
            throw entity.wrong("0 <= start <= end <= " + text.size() + ", found " + start + ", " + end);
        }
        while (start < end && !Character.isUpperCase(text.get(start))) {
            start = nextWord(text, start, end);
        }
        return type.isEmpty() || start == end ? Optional.empty() : Optional.of(new Name(start, end, type));
    }

    private static int nextWord(List<Integer> text, int from, int end) {
        int next = from;
        while (next < end && !isBlank(text.get(next))) {
            next++;
        }
        while (next < end && isBlank(text.get(next))) {
            next++;
        }
        return next;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static Map<String, Text> readWords(Path file) throws IOException {
        Map<String, Text> texts = new LinkedHashMap<>();
        TaggedSentence sentence = new TaggedSentence();
        List<String> lines = ColumnFile.lines(file);
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            if (line.isEmpty() && sentence.hasWords()) {
                texts.put(String.valueOf(texts.size()), sentence.text());
                sentence = new TaggedSentence();
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                String[] columns = ColumnFile.columns(line, IOB_COLUMNS, file, i + 1);
                sentence.add(columns[1], columns[2]);
            }
        }
        return texts;
    }

    /** A sentence of an IOB2 file while it is read. Spans of IOB2 are names already: nothing is cut off. */
    private static final class TaggedSentence {
        private final StringBuilder text = new StringBuilder();
        private final Set<Name> names = new HashSet<>();
        private int length;
        private int start;
        private int end;
        private String type = "";

        boolean hasWords() {
            return length > 0;
        }

        void add(String word, String tag) {
            String tagged = tag.startsWith("B-") || tag.startsWith("I-") ? tag.substring(2) : "";
            int wordStart = length;
            text.append(word).append(' ');
            length += word.codePointCount(0, word.length()) + 1;
            if (tag.startsWith("B-") || !tagged.equals(type)) {
                close();
                start = wordStart;
                type = tagged;
            }
            end = length - 1;
        }

        private void close() {
            String known = TYPE_NAMES.getOrDefault(type, "");
            if (!known.isEmpty()) {
                names.add(new Name(start, end, known));
            }
        }

        Text text() {
            close();
            text.setLength(text.length() - 1);
            return new Text(text.codePoints().boxed().toList(), names, names);
        }
    }
}
