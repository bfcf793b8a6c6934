package org.dragoman.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files with one JSON object a line, as the evaluation sets are. */
public final class JsonLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonLines() {}

    /**
     * One object and the line it stands in.
     *
     * @param number from 1
     */
    public record Line(int number, ObjectNode object) {}

    /**
     * Reads a whole file; blank lines are skipped.
     *
     * @throws IOException if it can't be read, or a line is no JSON object: the message names file and line
     */
    public static List<ObjectNode> read(Path file) throws IOException {
        return lines(file).stream().map(Line::object).toList();
    }

    /**
     * As {@link #read}, with the number of each line, for those who report errors further on.
     *
     * @throws IOException as {@link #read}
     */
    public static List<Line> lines(Path file) throws IOException {
        List<Line> records = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    records.add(new Line(number, parse(line, file, number)));
                }
            }
        }
        return records;
    }

    /**
     * Writes one object a line, over what was there.
     *
     * @throws IOException if it can't be written
     */
    public static void write(Path file, Iterable<? extends JsonNode> records) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (JsonNode record : records) {
                lines.write(MAPPER.writeValueAsString(record));
                lines.newLine();
            }
        }
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static ObjectNode parse(String line, Path file, int number) throws IOException {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException problem) {
            throw new IOException(file + ":" + number + ": no JSON: " + problem.getOriginalMessage(), problem);
        }
        throw new IOException(file + ":" + number + ": expected a JSON object");
    }
}
