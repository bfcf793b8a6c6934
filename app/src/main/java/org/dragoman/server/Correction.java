package org.dragoman.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person says about a record. Of several about one record the last counts.
 *
 * @param made when it was said
 * @param by who says it; may be empty
 * @param kind what kind of record it is about
 * @param record its id: of a report or a statement
 * @param article id of the article that has the record
 * @param verdict whether it is right
 * @param fields what it should be, by column; empty text for "there is none". Only with {@link Verdict#CORRECT}
 * @param coded what it was when that was said, by column: the record may be coded anew later
 * @param note may be empty
 */
record Correction(
        Instant made,
        String by,
        Kind kind,
        String record,
        String article,
        Verdict verdict,
        Map<String, String> fields,
        Map<String, String> coded,
        String note) {
    /** Longest name, value or note. */
    static final int LONGEST = 500;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The kinds of records that are reviewed, each with the columns that can be corrected. */
    enum Kind {
        REPORT(
                "type",
                "mode",
                "cameo",
                "date",
                "actor",
                "actor_country",
                "actor_sector",
                "recipient",
                "recipient_country",
                "recipient_sector",
                "place"),
        STATEMENT("speaker", "country", "sector", "kind", "date");

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
        private final Set<String> columns;

        Kind(String... columns) {
            this.columns = Set.copyOf(Arrays.asList(columns));
        }

        Set<String> columns() {
            return columns;
        }
    }

    /** Whether a record is right. */
    enum Verdict {
        /** As it is. */
        ACCEPT,
        /** There is no such event or statement there. */
        REJECT,
        /** There is one, but some details are others. */
        CORRECT
    }

    Correction {
        fields = Map.copyOf(fields);
        coded = Map.copyOf(coded);
        if (!kind.columns().containsAll(fields.keySet())) {
            throw new IllegalArgumentException("fields: can be " + new TreeSet<>(kind.columns()));
        }
        if (verdict == Verdict.CORRECT == fields.isEmpty()) {
            throw new IllegalArgumentException("fields: are wanted with the verdict correct, and only then");
        }
        for (String value : List.of(by, note)) {
            checkLength(value);
        }
        fields.values().forEach(Correction::checkLength);
    }

    private static void checkLength(String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("a value is longer than " + LONGEST + " characters");
        }
    }

    /** What a column should be. */
    String right(String column) {
        return fields.getOrDefault(column, coded.getOrDefault(column, ""));
    }

    /**
     * Reads one back that {@link #write} has written.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    static Correction parse(String line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            return new Correction(
                    Instant.parse(json.path("made").asText()),
                    json.path("by").asText(),
                    Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
                    json.path("record").asText(),
                    json.path("article").asText(),
                    Verdict.valueOf(json.path("verdict").asText().toUpperCase(Locale.ROOT)),
                    texts(json.path("fields")),
                    texts(json.path("coded")),
                    json.path("note").asText());
        } catch (IOException | DateTimeException broken) {
            throw new IllegalArgumentException("is no correction", broken);
        }
    }

    /** The members of an object, as texts. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("made", made.toString());
        json.writeStringField("by", by);
        json.writeStringField("kind", kind.name().toLowerCase(Locale.ROOT));
        json.writeStringField("record", record);
        json.writeStringField("article", article);
        json.writeStringField("verdict", verdict.name().toLowerCase(Locale.ROOT));
        members(json, "fields", fields);
        members(json, "coded", coded);
        json.writeStringField("note", note);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, String name, Map<String, String> members) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
            json.writeStringField(member.getKey(), member.getValue());
        }
        json.writeEndObject();
    }
}
