package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages out of JSON: one object a line (JSON lines), or any document with objects that hold a text, such as the answer of a
 * news API or a JSON feed. Memory holds one line or one record at a time.
 */
final class JsonPages {
    private final String name;
    private final Limits limits;
    private final FieldNames names;
    private final Receiver receiver;
    private final JsonFactory factory;
    private long records;

    /** The line that is read; 0 where lines mean nothing. */
    private long line;

    private JsonPages(String name, Limits limits, FieldNames names, Receiver receiver) {
        this.name = name;
        this.limits = limits;
        this.names = names;
        this.receiver = receiver;
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength((int) limits.pageBytes())
                        .build())
                .build();
    }

    /** Reads an unpacked file. A broken line costs that line; a broken document what comes after the break. */
    static void read(BufferedInputStream stream, String name, Limits limits, FieldNames names, Receiver receiver)
            throws IOException {
        new JsonPages(name, limits, names, receiver).read(stream);
    }

    private void read(BufferedInputStream stream) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        boolean whole = readLine(stream, first);
        if (whole && isRecord(first.toString(UTF_8)) && (isComplete(first.toByteArray()) || startsRecord(stream))) {
            readLines(first.toByteArray(), stream);
        } else {
            document(new SequenceInputStream(new ByteArrayInputStream(first.toByteArray()), stream));
        }
    }

    private void readLines(byte[] first, InputStream stream) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(first);
        boolean whole = true;
        for (line = 1; content.size() > 0; line++) {
            if (!whole) {
                receiver.failure(place(), limits.tooLarge(content.size()));
                skipLine(stream);
            } else if (!content.toString(UTF_8).isBlank()) {
                document(new ByteArrayInputStream(content.toByteArray()));
            }
            content.reset();
            whole = readLine(stream, content);
        }
    }

    /** Reads every object in a stream. */
    private void document(InputStream stream) throws IOException {
        long before = records;
        try (JsonParser parser = factory.createParser(stream)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            Container container = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                container = take(container, parser, token);
            }
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            String reason = "is JSON that is cut, broken or too deep";
            receiver.failure(place(), line > 0 || at == null ? reason : reason + " at line " + at.getLineNr());
            return;
        }
        if (records == before) {
            receiver.failure(place(), "is JSON without a text under a name that is known");
        }
    }

    /** What to call the line, or the file. */
    private String place() {
        return line > 0 ? name + "#" + line : name;
    }

    /** Takes a token into the innermost open container and returns the one that is innermost after it. */
    private @Nullable Container take(@Nullable Container container, JsonParser parser, JsonToken token)
            throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                return new Container(container, parser.currentName(), token == JsonToken.START_ARRAY, names);
            }
            case END_OBJECT, END_ARRAY -> {
                return container == null ? null : close(container);
            }
            case VALUE_STRING, VALUE_NUMBER_INT -> {
                if (container != null) {
                    container.take(parser.currentName(), parser.getText(), names);
                }
            }
            default -> {
                // Names come with their values; true, false, null and fractions tell nothing.
            }
        }
        return container;
    }

    private @Nullable Container close(Container container) {
        if (container.isPage()) {
            records++;
            JsonRecord record = container.record();
            String url = record.url(line > 0 ? place() : name + "#" + records);
            if (record.size() > limits.pageBytes()) {
                receiver.failure(url, limits.tooLarge(record.size()));
            } else {
                receiver.page(record.page(url));
            }
        }
        return container.parent();
    }

    private static boolean isRecord(String line) {
        String stripped = line.strip();
        return stripped.startsWith("{") && stripped.endsWith("}");
    }

    private boolean isComplete(byte[] json) throws IOException {
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    private static boolean startsRecord(BufferedInputStream stream) throws IOException {
        stream.mark(1);
        int next = stream.read();
        stream.reset();
        return next == '{';
    }

    /** Reads a line with its end; false if it is longer than a page may be, and then as much of it as that. */
    private boolean readLine(InputStream stream, ByteArrayOutputStream line) throws IOException {
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            line.write(next);
            if (next == '\n') {
                return true;
            }
            if (line.size() > limits.pageBytes()) {
                return false;
            }
        }
        return true;
    }

    private static void skipLine(InputStream stream) throws IOException {
        int next = stream.read();
        while (next >= 0 && next != '\n') {
            next = stream.read();
        }
    }

    /** An object or array that is being read. */
    private static final class Container {
        /** Where an object stands for one value, it holds that under one of these: {@code "author": {"name": ...}}. */
        private static final Set<String> VALUES = Set.of("name", "rendered", "value", "text", "title", "$t", "#text");

        private final @Nullable Container parent;
        private final boolean array;
        private final JsonRecord record;
        private final FieldNames.@Nullable Named meaning;

        Container(@Nullable Container parent, @Nullable String name, boolean array, FieldNames names) {
            this.parent = parent;
            this.array = array;
            if (parent != null && parent.array) {
                meaning = parent.meaning;
            } else {
                meaning = name == null ? null : names.find(name).orElse(null);
            }
            record = array && parent != null ? parent.record : new JsonRecord();
        }

        @Nullable
        Container parent() {
            return parent;
        }

        JsonRecord record() {
            return record;
        }

        /** Is it an object with a text, and not itself a value of another? */
        boolean isPage() {
            return !array && meaning == null && record.hasText();
        }

        void take(@Nullable String name, String value, FieldNames names) {
            if (array) {
                if (meaning != null) {
                    record.add(meaning, value);
                }
                return;
            }
            String key = name == null ? "" : name;
            names.find(key).ifPresent(named -> record.add(named, value));
            if (meaning != null && parent != null && VALUES.contains(key)) {
                parent.record.add(meaning, value);
            }
        }
    }
}
