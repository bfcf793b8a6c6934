package org.dragoman.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;

/**
 * What a question is answered with.
 *
 * @param next address of the page that follows; empty if there is none, or there are no pages
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent, never compared or changed
record Answer(String contentType, byte[] body, String next) {
    static final String JSON_TYPE = "application/json";
    static final String CSV_TYPE = "text/csv; charset=utf-8";
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes the members of a JSON object. */
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    static Answer json(Members members) {
        return json("", members);
    }

    static Answer json(String next, Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Answer(JSON_TYPE, text.toString().getBytes(StandardCharsets.UTF_8), next);
    }

    static Answer csv(Result result, String next) {
        StringBuilder text = new StringBuilder();
        try {
            ResultWriter.CSV.write(result, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Answer(CSV_TYPE, text.toString().getBytes(StandardCharsets.UTF_8), next);
    }

    /** Rows as an array of objects. */
    static void rows(JsonGenerator json, String name, Result result) throws IOException {
        json.writeArrayFieldStart(name);
        for (var row : result.rows()) {
            ResultWriter.object(json, result.columns(), row);
        }
        json.writeEndArray();
    }
}
