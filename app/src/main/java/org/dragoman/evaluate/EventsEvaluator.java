package org.dragoman.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dragoman.predict.JsonLines;

/**
 * Events of sentences: {@code {id, events: [EVENT]}} on both sides, or one object {@code {id: [EVENT]}}; an event's fields
 * are those of {@link CodedEvent}. Within a sentence everything is compared as a set, so doubles count once. Measures:
 *
 * <ul>
 *   <li>class: PLOVER class; cameo_root: first two digits of CAMEO; where gold has alternatives, any of them is right;
 *   <li>dyad: both countries, directed; class+dyad; class+undirdyad, which ignores direction;
 *   <li>class+actors: class and both countries and sectors; class+actors~: an empty sector matches any;
 *   <li>any prediction, right class: of sentences with events, those with any, with a right class among the predictions;
 *   <li>false alarm: of sentences without events, those that were given one. Less is better;
 *   <li>each type, and each of its periods, if gold's sentences have a {@code period}: {@link TypesOverTime}.
 * </ul>
 */
final class EventsEvaluator implements Evaluator {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** As {@link CodedEvent#withSectors()} lays them out. */
    private static final List<Integer> SECTORS = List.of(2, 4);

    private static final Comparator<List<String>> BY_PARTS = EventsEvaluator::compareParts;

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, List<CodedEvent>> coded = read(gold);
        Map<String, List<CodedEvent>> predicted = read(predictions);
        Map<String, String> periods = periods(gold);
        TypesOverTime types = new TypesOverTime();
        Tally type = new Tally();
        Tally root = new Tally();
        Tally dyad = new Tally();
        Tally typeAndDyad = new Tally();
        Tally undirected = new Tally();
        Tally actors = new Tally();
        Tally lenient = new Tally();
        int withEvents = 0;
        int any = 0;
        int rightType = 0;
        int falseAlarms = 0;
        for (Map.Entry<String, List<CodedEvent>> sentence : coded.entrySet()) {
            List<CodedEvent> events = sentence.getValue();
            List<CodedEvent> found = predicted.getOrDefault(sentence.getKey(), List.of());
            types.add(periods.getOrDefault(sentence.getKey(), ""), events, found);
            addAlternatives(events, found, CodedEvent::types, type);
            addAlternatives(events, found, CodedEvent::roots, root);
            List<CodedEvent> chosen = chooseTypes(events, found);
            addEqual(keys(chosen, false, CodedEvent::dyad), keys(found, false, CodedEvent::dyad), dyad);
            addEqual(
                    keys(chosen, true, CodedEvent::typeAndDyad),
                    keys(found, true, CodedEvent::typeAndDyad),
                    typeAndDyad);
            addEqual(keys(chosen, true, CodedEvent::undirected), keys(found, true, CodedEvent::undirected), undirected);
            Set<List<String>> goldActors = keys(chosen, true, CodedEvent::withSectors);
            Set<List<String>> foundActors = keys(found, true, CodedEvent::withSectors);
            addEqual(goldActors, foundActors, actors);
            lenient.add(countLenient(goldActors, foundActors), foundActors.size(), goldActors.size());
            boolean answered = found.stream().anyMatch(CodedEvent::isEvent);
            if (events.isEmpty()) {
                falseAlarms += answered ? 1 : 0;
            } else {
                withEvents++;
                any += answered ? 1 : 0;
                rightType += shareType(events, found) ? 1 : 0;
            }
        }
        List<Score> scores = new ArrayList<>(List.of(
                type.score("class"),
                root.score("cameo_root"),
                dyad.score("dyad"),
                typeAndDyad.score("class+dyad"),
                undirected.score("class+undirdyad"),
                actors.score("class+actors"),
                lenient.score("class+actors~"),
                Score.share("any prediction", any, withEvents),
                Score.share("right class", rightType, withEvents)));
        if (withEvents < coded.size()) {
            scores.add(Score.share("false alarm", falseAlarms, coded.size() - withEvents));
        }
        scores.addAll(types.scores());
        return scores;
    }

    private static Map<String, String> periods(Path gold) throws IOException {
        Map<String, String> periods = new HashMap<>();
        for (Entry sentence : sentences(gold)) {
            periods.put(sentence.id(), sentence.textOrEmpty("period"));
        }
        return periods;
    }

    private static Map<String, List<CodedEvent>> read(Path file) throws IOException {
        Map<String, List<CodedEvent>> sentences = new LinkedHashMap<>();
        for (Entry sentence : sentences(file)) {
            List<CodedEvent> events = sentences.computeIfAbsent(sentence.id(), id -> new ArrayList<>());
            for (Entry event : sentence.list("events")) {
                events.add(CodedEvent.of(event));
            }
        }
        return sentences;
    }

    /** JSON lines with ids, or else one object, whose line breaks may be anywhere. */
    private static List<Entry> sentences(Path file) throws IOException {
        List<Entry> sentences = new ArrayList<>();
        if (startsWithId(file)) {
            for (JsonLines.Line line : JsonLines.lines(file)) {
                sentences.add(new Entry(file + ":" + line.number(), line.object()));
            }
        } else {
            for (Map.Entry<String, JsonNode> member : Entry.tree(file).properties()) {
                Entry sentence = new Entry(file + ": " + member.getKey(), JsonLines.object());
                sentence.json().put("id", member.getKey()).set("events", member.getValue());
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static boolean startsWithId(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            return line != null && MAPPER.readTree(line).has("id");
        } catch (JsonProcessingException noLine) {
            return false;
        }
    }

    private static boolean shareType(List<CodedEvent> events, List<CodedEvent> found) {
        Set<String> said = new HashSet<>();
        found.forEach(event -> said.addAll(event.types()));
        return events.stream().flatMap(event -> event.types().stream()).anyMatch(said::contains);
    }

    /** Where gold has alternatives: the one that was predicted in that sentence, or else the first. */
    private static List<CodedEvent> chooseTypes(List<CodedEvent> events, List<CodedEvent> found) {
        Set<String> said = new HashSet<>();
        found.forEach(event -> said.addAll(event.types()));
        return events.stream().map(event -> event.choose(said)).toList();
    }

    /** A further alternative of an event that was found is not wrong, nor is it right once more. */
    private static void addAlternatives(
            List<CodedEvent> events, List<CodedEvent> found, Function<CodedEvent, List<String>> codes, Tally tally) {
        Set<Set<String>> gold = new HashSet<>();
        events.forEach(event -> gold.add(new TreeSet<>(codes.apply(event))));
        gold.removeIf(Set::isEmpty);
        Set<String> said = new TreeSet<>();
        found.forEach(event -> said.addAll(codes.apply(event)));
        List<Set<String>> narrowFirst = new ArrayList<>(gold);
        narrowFirst.sort(Comparator.<Set<String>>comparingInt(Set::size).thenComparing(List::copyOf, BY_PARTS));
        Set<String> used = new HashSet<>();
        for (Set<String> alternatives : narrowFirst) {
            said.stream()
                    .filter(code -> alternatives.contains(code) && !used.contains(code))
                    .findFirst()
                    .ifPresent(used::add);
        }
        int wrong = 0;
        for (String code : said) {
            boolean further = used.contains(code)
                    || gold.stream()
                            .anyMatch(set -> set.contains(code) && set.stream().anyMatch(used::contains));
            wrong += further ? 0 : 1;
        }
        tally.add(used.size(), used.size() + wrong, gold.size());
    }

    private static Set<List<String>> keys(
            List<CodedEvent> events, boolean typed, Function<CodedEvent, List<String>> key) {
        Set<List<String>> keys = new TreeSet<>(BY_PARTS);
        events.stream()
                .filter(event -> !typed || !event.plover().isEmpty())
                .map(key)
                .forEach(keys::add);
        return keys;
    }

    private static void addEqual(Set<List<String>> gold, Set<List<String>> found, Tally tally) {
        tally.add((int) gold.stream().filter(found::contains).count(), found.size(), gold.size());
    }

    /** Pairs what is equal first, then what is compatible, in alphabetical order. */
    private static int countLenient(Set<List<String>> gold, Set<List<String>> found) {
        List<List<String>> openGold = new ArrayList<>(gold);
        List<List<String>> openFound = new ArrayList<>(found);
        openGold.removeIf(found::contains);
        openFound.removeIf(gold::contains);
        int right = gold.size() - openGold.size();
        for (List<String> wanted : openGold) {
            for (int i = 0; i < openFound.size(); i++) {
                if (compatible(wanted, openFound.get(i))) {
                    openFound.remove(i);
                    right++;
                    break;
                }
            }
        }
        return right;
    }

    private static boolean compatible(List<String> left, List<String> right) {
        for (int i = 0; i < left.size(); i++) {
            boolean free = SECTORS.contains(i)
                    && (left.get(i).isEmpty() || right.get(i).isEmpty());
            if (!free && !left.get(i).equals(right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int compareParts(List<String> left, List<String> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
