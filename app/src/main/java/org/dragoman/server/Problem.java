package org.dragoman.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Why a request is not answered as asked, in the form of RFC 9457. Whoever asked fixes it if the status is below 500. */
public final class Problem extends RuntimeException {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final JsonFactory JSON = new JsonFactory();
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    /** @param detail one sentence for who asked; nothing about the inside */
    public Problem(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail);
    }

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail);
    }

    HttpStatus status() {
        return status;
    }

    /** Answers a request with it. */
    void answer(Context context) {
        context.status(status);
        context.removeHeader("ETag");
        context.header("Cache-Control", "no-store");
        context.result(json(status.getCode(), status.getMessage(), String.valueOf(getMessage()), context.path()));
        context.contentType(MEDIA_TYPE);
    }

    static String json(int status, String title, String detail, String instance) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
