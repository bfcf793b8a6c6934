package org.dragoman.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dragoman.predict.JsonLines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our figures are those of the Python scorers, on predictions made from gold by damaging it. Needs the evaluation data beside
 * the checkout ({@code ../shared}, or the system property {@code dragoman.shared}) and {@code python3}.
 */
class ScorerParityTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.@+-])\\d+(?:\\.\\d+)?(?!\\w)");
    private static final long SEED = 20261124;

    private static Path eval = Path.of("");

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @BeforeAll
    static void findData() throws InterruptedException {
        Path found = null;
        String named = System.getProperty("dragoman.shared");
        if (named != null) {
            found = Path.of(named, "eval");
        } else {
            for (Path at = Path.of("").toAbsolutePath(); at != null && found == null; at = at.getParent()) {
                Path here = at.resolve("shared/eval");
                found = Files.isDirectory(here) ? here : null;
            }
        }
        assumeTrue(found != null && Files.isDirectory(found), "no evaluation data");
        eval = found;
        try {
            assumeTrue(new ProcessBuilder("python3", "-V").start().waitFor() == 0, "no python3");
        } catch (IOException noPython) {
            assumeTrue(false, "no python3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsr.dev", "press.dev", "plv.dev", "case2021.dev"})
    void events(String set) throws Exception {
        Path gold = eval.resolve("events/" + set + ".jsonl");
        Path predictions = damageLines(gold, "events", this::damageEvent);
        Figures ours = figures("events", gold, predictions);
        List<Double> expected = new ArrayList<>();
        for (String measure : List.of(
                "class", "cameo_root", "dyad", "class+dyad", "class+undirdyad", "class+actors", "class+actors~")) {
            expected.addAll(ours.counts(measure));
            expected.addAll(ours.prf(measure));
        }
        List<Double> theirs = run("score_events.py", gold, predictions);
        assertSame(theirs.subList(0, expected.size()), expected);
        List<Double> shares = theirs.subList(expected.size() + 3, theirs.size());
        assertThat(shares.get(0)).isCloseTo(ours.share("any prediction"), within(1e-3));
        assertThat(shares.get(1)).isCloseTo(ours.share("right class"), within(1e-3));
        if (shares.size() > 3) {
            assertThat(shares.get(2)).isCloseTo(ours.share("false alarm"), within(1e-3));
        }
    }

    private void damageEvent(ObjectNode event) {
        for (String field : List.of("sourceCountry", "targetCountry", "sourceSector", "targetSector")) {
            if (chance(0.2)) {
                event.put(field, pick("", "USA", "IGO", "UNO", "GOV", "MIL", "PRM"));
            }
        }
        if (chance(0.2)) {
            event.put("plover", pick("", "ASSAULT", "CONSULT", "ACCUSE|REJECT", "COERCE"));
        }
        if (chance(0.2)) {
            event.put("cameo", pick("", "190", "042", "111|120", "18"));
        }
        if (chance(0.1)) {
            JsonNode source = event.path("sourceCountry");
            event.put("sourceCountry", event.path("targetCountry").asText());
            event.put("targetCountry", source.asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"press.dev", "polnear.dev", "seed.dev"})
    void quotes(String set) throws Exception {
        Path gold = eval.resolve("quotes/" + set + ".jsonl");
        Map<String, Integer> lengths = lengths(gold);
        Path predictions = damageLines(gold, "attributions", this::damageAttribution);
        clampSpans(predictions, lengths);
        Figures ours = figures("quotes", gold, predictions);
        List<Double> expected = new ArrayList<>();
        for (String role : List.of("source", "cue", "content")) {
            for (String measure : List.of("exact", "half", "any", "token", "chars")) {
                expected.addAll(ours.percentRow(role + " " + measure));
            }
        }
        for (String measure : List.of("lenient", "strict", "speech")) {
            expected.addAll(ours.percentRow("triple " + measure));
        }
        for (String kind : List.of("direct", "mixed", "indirect")) {
            if (ours.has("triple " + kind)) {
                Score score = ours.row("triple " + kind);
                expected.addAll(List.of(
                        (double) score.gold(),
                        100 * score.recall(),
                        (double) score.predicted(),
                        100 * score.precision()));
            }
        }
        assertSame(run("score_quotes.py", gold, predictions), expected);
    }

    private void damageAttribution(ObjectNode attribution) {
        for (String role : List.of("source", "cue", "content")) {
            if (chance(0.1)) {
                attribution.putArray(role);
            }
            for (JsonNode span : attribution.path(role)) {
                if (chance(0.4)) {
                    int start = Math.max(0, span.get(0).intValue() + random.nextInt(21) - 10);
                    int end = Math.max(start, span.get(1).intValue() + random.nextInt(41) - 20);
                    ((ArrayNode) span).set(0, start).set(1, end);
                }
            }
        }
    }

    private static Map<String, Integer> lengths(Path gold) throws IOException {
        Map<String, Integer> lengths = new HashMap<>();
        for (ObjectNode line : JsonLines.read(gold)) {
            String text = line.path("text").asText();
            lengths.put(line.path("id").asText(), text.codePointCount(0, text.length()));
        }
        return lengths;
    }

    private static void clampSpans(Path predictions, Map<String, Integer> lengths) throws IOException {
        List<ObjectNode> lines = JsonLines.read(predictions);
        for (ObjectNode line : lines) {
            int length = lengths.get(line.path("id").asText());
            for (JsonNode attribution : line.path("attributions")) {
                for (String role : List.of("source", "cue", "content")) {
                    for (JsonNode span : attribution.path(role)) {
                        int start = Math.min(length, span.get(0).intValue());
                        ((ArrayNode) span)
                                .set(0, start)
                                .set(1, Math.min(length, span.get(1).intValue()));
                    }
                }
            }
        }
        JsonLines.write(predictions, lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lgl", "trnews", "geowebnews", "geovirus"})
    void places(String set) throws Exception {
        Path gold = eval.resolve("places/" + set + ".dev.jsonl");
        Path predictions = damageLines(gold, "toponyms", this::damageToponym);
        Figures ours = figures("places", gold, predictions);
        Path json = folder.resolve("scores.json");
        Files.writeString(json, output("score_places.py", gold, predictions, "--json"));
        JsonNode theirs = MAPPER.readTree(json.toFile());
        assertSame(
                List.of(
                        theirs.path("pred").asDouble(),
                        theirs.path("gold").asDouble(),
                        theirs.path("P").asDouble(),
                        theirs.path("R").asDouble(),
                        theirs.path("F1").asDouble()),
                List.of(
                        (double) ours.row("span").predicted(),
                        (double) ours.row("span").gold(),
                        ours.row("span").precision(),
                        ours.row("span").recall(),
                        ours.row("span").f1()));
        Map<String, String> shares = Map.of(
                "acc161", "acc@161",
                "acc161_e2e", "acc@161 of all",
                "country_acc", "country",
                "country_e2e", "country of all",
                "geonameid_acc", "geonameid");
        shares.forEach((name, measure) -> {
            if (theirs.path(name).isNumber()) {
                assertThat(ours.share(measure))
                        .as(name)
                        .isCloseTo(theirs.path(name).asDouble(), within(1e-3));
            }
        });
    }

    private void damageToponym(ObjectNode toponym) {
        toponym.set("country", toponym.path("cc"));
        if (chance(0.2)) {
            toponym.put("country", "US");
        }
        if (chance(0.2)) {
            toponym.put("end", toponym.path("end").intValue() + 1);
        }
        if (chance(0.3) && toponym.hasNonNull("lat")) {
            toponym.put("lat", toponym.path("lat").asDouble() + random.nextDouble() * 3);
            toponym.remove("geonameid");
        }
        if (chance(0.1)) {
            toponym.remove("lat");
            toponym.put("geonameid", 1);
        }
    }

    @Test
    void actors() throws Exception {
        Path gold = eval.resolve("actors/phrases.dev.jsonl");
        List<ObjectNode> lines = new ArrayList<>();
        for (ObjectNode line : JsonLines.read(gold)) {
            ObjectNode answer = JsonLines.object();
            answer.set("id", line.get("id"));
            answer.put(
                    "country",
                    chance(0.2) ? pick("", "USA") : line.path("country").asText());
            answer.put(
                    "sector",
                    chance(0.2) ? pick("", "GOV") : line.path("sector").asText().toLowerCase(Locale.ROOT));
            lines.add(answer);
        }
        Path predictions = write(lines);
        Figures ours = figures("actors", gold, predictions);
        List<Double> expected = new ArrayList<>();
        for (String measure : List.of("country", "sector")) {
            Score score = ours.row(measure);
            expected.addAll(List.of(
                    (double) score.gold(),
                    (double) score.predicted(),
                    (double) score.right().orElseThrow(),
                    score.precision(),
                    score.recall()));
        }
        assertSame(run("score_actors.py", gold, predictions), expected);
    }

    @Test
    void entities() throws Exception {
        Path gold = eval.resolve("entities/re3d.dev.jsonl");
        compareEntities(gold, damageLines(gold, "entities", this::damageEntity));
    }

    @Test
    void taggedEntities() throws Exception {
        Path gold = eval.resolve("entities/uner-ewt-dev.iob2.gz");
        List<ObjectNode> lines = new ArrayList<>();
        ObjectNode sentence = JsonLines.object();
        int position = 0;
        for (String line : unzip(gold)) {
            String[] columns = line.split("\t", -1);
            if (line.isEmpty()) {
                if (position > 0) {
                    lines.add(sentence.put("id", String.valueOf(lines.size())));
                }
                sentence = JsonLines.object();
                position = 0;
            } else if (!line.startsWith("#")) {
                int end = position + columns[1].codePointCount(0, columns[1].length());
                if (columns[2].length() > 2 && !chance(0.2)) {
                    sentence.withArray("entities")
                            .addObject()
                            .put("start", position)
                            .put("end", end)
                            .put("type", chance(0.9) ? columns[2].substring(2) : "PER");
                }
                position = end + 1;
            }
        }
        compareEntities(gold, write(lines));
    }

    private void compareEntities(Path gold, Path predictions) throws Exception {
        Figures ours = figures("entities", gold, predictions);
        List<Double> expected = new ArrayList<>();
        for (String type : List.of("PER", "ORG", "LOC", "all")) {
            expected.addAll(ours.prf(type));
            expected.add(ours.row(type + " overlap").f1());
            expected.add((double) ours.row(type).gold());
            expected.add((double) ours.row(type).predicted());
        }
        assertSame(run("score_entities.py", gold, predictions), expected);
    }

    private void damageEntity(ObjectNode entity) {
        if (chance(0.2)) {
            entity.put("type", pick("PER", "Location", "MISC"));
        }
        if (chance(0.2)) {
            entity.put("start", Math.max(0, entity.path("start").intValue() - 6));
        }
        if (chance(0.1)) {
            entity.put(
                    "end",
                    Math.max(entity.path("start").intValue(), entity.path("end").intValue() - 3));
        }
    }

    @Test
    void syntax() throws Exception {
        Path gold = eval.resolve("syntax/gum-dev.conllu.gz");
        List<String> lines = new ArrayList<>();
        for (String line : unzip(gold)) {
            String[] columns = line.split("\t", -1);
            if (columns.length > 7 && columns[0].matches("\\d+")) {
                columns[3] = chance(0.1) ? pick("VERB", "NOUN") : columns[3];
                columns[4] = chance(0.1) ? "NN" : columns[4];
                columns[6] = chance(0.1) ? "1" : columns[6];
                columns[7] = chance(0.1) ? pick("obj", "nsubj", "nsubj:pass", "obl:agent") : columns[7];
            }
            lines.add(String.join("\t", columns));
        }
        Path predictions = folder.resolve("predictions.conllu");
        Files.write(predictions, lines);
        Figures ours = figures("syntax", gold, predictions);
        List<Double> theirs = run("score_syntax.py", gold, predictions);
        List<Double> expected = new ArrayList<>();
        for (String measure : List.of("UPOS", "XPOS", "UAS", "LAS")) {
            expected.add(100 * ours.share(measure));
        }
        expected.add(100 * ours.row("SVO").f1());
        assertSame(theirs.subList(2, theirs.size()), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "fundus"})
    void articles(String set) throws Exception {
        Path gold = eval.resolve("extract/" + set);
        ObjectNode answers = JsonLines.object();
        for (Map.Entry<String, JsonNode> page :
                MAPPER.readTree(gold.resolve("gold.json").toFile()).properties()) {
            if (!chance(0.05)) {
                answers.set(page.getKey(), damagePage(page.getValue()));
            }
        }
        Path predictions = folder.resolve("predictions.json");
        MAPPER.writeValue(predictions.toFile(), answers);
        Figures ours = figures("articles", gold, predictions);
        String prefix = "";
        for (String line :
                output("score_articles.py", gold, predictions, "--no-bootstrap").split("\n")) {
            if (line.startsWith("==")) {
                String source = line.substring(3, line.indexOf(':'));
                prefix = ours.has(source + " body") || ours.has(source + " segments") || ours.has(source + " date")
                        ? source + " "
                        : "";
            } else {
                String name = line.strip().split(" ")[0];
                List<Double> theirs = numbers(line);
                // We don't count the pages that segments come from.
                int from = name.equals("segments") ? 1 : 0;
                assertSame(theirs.subList(from, theirs.size()), articleRow(ours, prefix, name));
            }
        }
    }

    private static List<Double> articleRow(Figures ours, String prefix, String name) {
        String measure = prefix + name;
        List<Double> row = new ArrayList<>();
        Score score = ours.row(measure);
        switch (name) {
            case "body" -> {
                row.add((double) ours.row(measure + " exact").gold());
                row.addAll(List.of(score.f1(), score.precision(), score.recall()));
                row.addAll(List.of(ours.share(measure + " exact"), ours.share(measure + " words")));
            }
            case "segments" ->
                row.addAll(
                        List.of(score.f1(), score.precision(), score.recall(), ours.share(measure + " right"), (double)
                                score.right().orElseThrow()));
            case "title" ->
                row.addAll(List.of(
                        (double) score.gold(),
                        score.precision(),
                        score.recall(),
                        score.f1(),
                        ours.share(measure + " words")));
            case "author" -> {
                row.addAll(List.of((double) score.gold(), score.precision(), score.recall(), score.f1()));
                row.addAll(ours.prf(measure + " names"));
            }
            default -> row.addAll(List.of((double) score.gold(), score.precision(), score.recall(), score.f1()));
        }
        return row;
    }

    private ObjectNode damagePage(JsonNode gold) {
        ObjectNode answer = JsonLines.object();
        StringBuilder text = new StringBuilder(damageText(gold.path("text").asText()));
        gold.path("with").forEach(segment -> text.append(chance(0.8) ? segment.asText() + "\n  " : ""));
        gold.path("without").forEach(segment -> text.append(chance(0.2) ? segment.asText() + " " : ""));
        answer.put("text", text.toString());
        String title = gold.path("title").asText("");
        answer.put("title", chance(0.8) ? title.toUpperCase(Locale.ROOT) : chance(0.5) ? damageText(title) : "");
        answer.put("date", chance(0.8) ? gold.path("date").asText("") + "T10:00" : chance(0.5) ? "2019-02-03" : "");
        if (chance(0.9) && gold.hasNonNull("author")) {
            answer.set("author", gold.get("author"));
        } else {
            answer.putArray("author").add("By Jo Doe");
        }
        return answer;
    }

    @Test
    void stories() throws Exception {
        Path gold = eval.resolve("extract/glued");
        ObjectNode answers = JsonLines.object();
        for (Map.Entry<String, JsonNode> page :
                MAPPER.readTree(gold.resolve("gold.json").toFile()).properties()) {
            ArrayNode stories = answers.putObject(page.getKey()).putArray("stories");
            for (JsonNode story : page.getValue().path("stories")) {
                if (!chance(0.2)) {
                    stories.addObject()
                            .put("title", chance(0.8) ? story.path("title").asText() : "None")
                            .put(
                                    "text",
                                    chance(0.1)
                                            ? ""
                                            : damageText(story.path("text").asText()));
                }
            }
        }
        Path predictions = folder.resolve("predictions.json");
        MAPPER.writeValue(predictions.toFile(), answers);
        Figures ours = figures("stories", gold, predictions);
        List<Double> expected = new ArrayList<>(List.of(
                (double) ours.row("story count").gold(),
                (double) ours.row("body").gold(),
                ours.share("story count")));
        expected.addAll(ours.prf("body"));
        expected.add(ours.share("title"));
        assertSame(run("score_glued.py", gold, predictions), expected);
    }

    private String damageText(String text) {
        StringBuilder damaged = new StringBuilder();
        for (String word : text.split(" ")) {
            damaged.append(chance(0.05) ? "" : chance(0.02) ? "Foo " : word + " ");
        }
        return damaged.toString();
    }

    private interface Damage {
        void apply(ObjectNode item);
    }

    /** Gold's lines with some items dropped, doubled or damaged, and some lines left out. */
    private Path damageLines(Path gold, String field, Damage damage) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        ObjectNode last = JsonLines.object();
        for (ObjectNode line : JsonLines.read(gold)) {
            ArrayNode items = JsonLines.object().arrayNode();
            for (JsonNode item : line.path(field)) {
                if (!chance(0.15)) {
                    ObjectNode copy = item.deepCopy();
                    damage.apply(copy);
                    items.add(copy);
                }
            }
            if (field.equals("events") && chance(0.2) && !last.isEmpty()) {
                items.add(last.deepCopy());
            }
            if (!items.isEmpty()) {
                last = (ObjectNode) items.get(0);
            }
            if (!chance(0.05)) {
                ObjectNode answer = JsonLines.object();
                answer.set("id", line.get("id"));
                answer.set(field, items);
                lines.add(answer);
            }
        }
        return write(lines);
    }

    private Path write(List<ObjectNode> lines) throws IOException {
        Path file = folder.resolve("predictions.jsonl");
        JsonLines.write(file, lines);
        return file;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<String> unzip(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    /** The numbers a scorer prints. */
    private static List<Double> run(String scorer, Path gold, Path predictions) throws Exception {
        return numbers(output(scorer, gold, predictions));
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(Double.valueOf(number.group()));
        }
        return numbers;
    }

    private static String output(String scorer, Path gold, Path predictions, String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("python3", "-B", eval.resolve(scorer).toString(), gold.toString(), predictions.toString()));
        command.addAll(Arrays.asList(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(scorer).isZero();
        return output;
    }

    private static void assertSame(List<Double> theirs, List<Double> ours) {
        assertThat(theirs.size()).as("%s%n%s", theirs, ours).isGreaterThanOrEqualTo(ours.size());
        for (int i = 0; i < ours.size(); i++) {
            // Percentages are printed with two digits, shares with three; counts are whole.
            assertThat(ours.get(i))
                    .as("figure %d of%n%s%n%s", i, theirs, ours)
                    .isCloseTo(theirs.get(i), within(ours.get(i) > 1 ? 5.1e-3 : 1e-3));
        }
    }

    private static Figures figures(String task, Path gold, Path predictions) throws IOException {
        return new Figures(Evaluators.of(task).evaluate(gold, predictions));
    }

    private record Figures(List<Score> rows) {
        boolean has(String measure) {
            return rows.stream().anyMatch(row -> row.measure().equals(measure));
        }

        Score row(String measure) {
            return rows.stream()
                    .filter(row -> row.measure().equals(measure))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + measure + " in " + rows));
        }

        double share(String measure) {
            return row(measure).precision();
        }

        List<Double> prf(String measure) {
            return List.of(
                    row(measure).precision(),
                    row(measure).recall(),
                    row(measure).f1());
        }

        List<Double> counts(String measure) {
            Score row = row(measure);
            return List.of((double) row.right().orElseThrow(), (double) row.predicted(), (double) row.gold());
        }

        List<Double> percentRow(String measure) {
            Score row = row(measure);
            return List.of(100 * row.precision(), 100 * row.recall(), 100 * row.f1(), (double) row.gold(), (double)
                    row.predicted());
        }
    }
}
