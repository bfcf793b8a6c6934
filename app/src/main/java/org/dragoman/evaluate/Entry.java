package org.dragoman.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dragoman.predict.JsonLines;

/**
 * One JSON object of a gold or prediction file that knows where it stands, so that what is wrong with it can be said.
 *
 * @param where file and line, or file and page
 */
record Entry(String where, ObjectNode json) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Gold sets made from tables have NaN for cells without value.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** A file of JSON lines by id, in file order; of lines with the same id, the last. */
    static Map<String, Entry> lines(Path file) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (JsonLines.Line line : JsonLines.lines(file)) {
            Entry entry = new Entry(file + ":" + line.number(), line.object());
            entries.put(entry.id(), entry);
        }
        return entries;
    }

    /** A file with one object whose values are objects, by key. */
    static Map<String, Entry> object(Path file) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : tree(file).properties()) {
            if (!(member.getValue() instanceof ObjectNode object)) {
                throw new IOException(file + ": " + member.getKey() + ": expected an object for each id");
            }
            entries.put(member.getKey(), new Entry(file + ": " + member.getKey(), object));
        }
        return entries;
    }

    /** Gold of pages: the file, or the folder's {@code gold.json}. */
    static Map<String, Entry> goldPages(Path gold) throws IOException {
        return object(Files.isDirectory(gold) ? gold.resolve("gold.json") : gold);
    }

    /**
     * Predictions for pages: one file, or all {@code *.json} below a folder; each holds an object of page ids, or one page
     * under its id as file name.
     */
    static Map<String, Entry> predictedPages(Path predictions) throws IOException {
        if (!Files.isDirectory(predictions)) {
            return object(predictions);
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(predictions)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Path file : files) {
            ObjectNode json = tree(file);
            if (json.has("text") || json.has("title")) {
                String name = String.valueOf(file.getFileName());
                entries.put(name.substring(0, name.length() - ".json".length()), new Entry(file.toString(), json));
            } else {
                entries.putAll(object(file));
            }
        }
        return entries;
    }

    /** A file that holds one JSON object. */
    static ObjectNode tree(Path file) throws IOException {
        try {
            if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException problem) {
            int line = problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
            throw new IOException(
                    file + ":" + line + ": expected one JSON object: " + problem.getOriginalMessage(), problem);
        }
        throw new IOException(file + ":1: expected one JSON object");
    }

    /** @throws IOException if there is none */
    String id() throws IOException {
        JsonNode id = json.path("id");
        if (!id.isValueNode() || id.isNull()) {
            throw wrong("an \"id\"");
        }
        return id.asText();
    }

    /** @throws IOException if it is missing or no text */
    String text(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw wrong("text in \"" + field + "\"");
        }
        return value.textValue();
    }

    /** Empty if it is missing, null or not a number. */
    String textOrEmpty(String field) {
        JsonNode value = json.path(field);
        return value.isNull() || Double.isNaN(value.doubleValue()) ? "" : value.asText();
    }

    /** @throws IOException if it is missing or no list of objects */
    List<Entry> list(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw wrong("a list in \"" + field + "\"");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode element : value) {
            if (!(element instanceof ObjectNode object)) {
                throw wrong("a list of objects in \"" + field + "\"");
            }
            entries.add(new Entry(where, object));
        }
        return entries;
    }

    /** Empty if it is missing. */
    List<Entry> listOrEmpty(String field) throws IOException {
        return json.hasNonNull(field) ? list(field) : List.of();
    }

    /** @throws IOException if it is missing or no whole number */
    int number(String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.canConvertToInt()) {
            throw wrong("a whole number in \"" + field + "\"");
        }
        return value.intValue();
    }

    /** What to throw if the entry isn't as it should be. */
    IOException wrong(String expected) {
        return new IOException(where + ": expected " + expected);
    }
}
