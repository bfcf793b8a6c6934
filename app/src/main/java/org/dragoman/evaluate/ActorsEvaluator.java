package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Country and sector of phrases: {@code {id, country?, sector?}} on both sides. Each is scored where gold has a value; a
 * blank prediction is a miss, not an error.
 */
final class ActorsEvaluator implements Evaluator {
    /** Names under which gold sets keep the sector. */
    private static final List<String> SECTORS = List.of("sector", "code_1", "primary_sector");

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Entry> predicted = Entry.lines(predictions);
        Tally country = new Tally();
        Tally sector = new Tally();
        for (Map.Entry<String, Entry> entry : Entry.lines(gold).entrySet()) {
            Entry prediction = predicted.get(entry.getKey());
            compare(
                    entry.getValue(),
                    List.of("country"),
                    prediction == null ? "" : prediction.textOrEmpty("country"),
                    country);
            compare(entry.getValue(), SECTORS, prediction == null ? "" : prediction.textOrEmpty("sector"), sector);
        }
        if (country.isEmpty() && sector.isEmpty()) {
            throw new IOException(gold + ":1: expected lines with \"country\" or \"sector\"");
        }
        return List.of(country.score("country"), sector.score("sector"));
    }

    private static void compare(Entry gold, List<String> names, String answer, Tally tally) {
        Stream<String> values = names.stream().map(gold::textOrEmpty).filter(value -> !value.isEmpty());
        values.findFirst()
                .ifPresent(value -> tally.add(answer.equalsIgnoreCase(value) ? 1 : 0, answer.isEmpty() ? 0 : 1, 1));
    }
}
