package org.dragoman.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dragoman.archive.Archive;
import org.dragoman.query.Field;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.server.Correction.Kind;
import org.dragoman.server.Correction.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Accepting, rejecting and correcting records, and taking what was said along as a gold set: {@code dragoman evaluate events
 * FILE} then tells how often the program is right on this archive.
 */
final class Review {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory JSON = new JsonFactory();
    private static final int EVERY = 20_000;
    private static final int LARGEST = 20_000;

    private final Archive archive;
    private final Query query;
    private final Guard guard;
    private final Corrections corrections;
    private final Bodies bodies;

    Review(Archive archive, Query query, Guard guard, Corrections corrections, Bodies bodies) {
        this.archive = archive;
        this.query = query;
        this.guard = guard;
        this.corrections = corrections;
        this.bodies = bodies;
    }

    void register(RoutesConfig routes, Answers answers) {
        routes.get("/api/session", this::session);
        routes.get("/api/corrections", answers.of(this::list));
        routes.get("/api/corrections/gold", answers.of(context -> gold()));
        routes.post("/api/corrections", this::correct);
    }

    private void session(Context context) {
        context.header("Cache-Control", "no-store");
        context.result("{\"mayWrite\":" + (archive.writable() && guard.shown(context)) + "}");
        context.contentType(Answer.JSON_TYPE);
    }

    private Answer list(Context context) {
        String article = Question.parameter(context, "article");
        return Answer.json(json -> {
            json.writeArrayFieldStart("items");
            for (Correction correction : corrections.standing().values()) {
                if (article.isEmpty() || article.equals(correction.article())) {
                    correction.write(json);
                }
            }
            json.writeEndArray();
        });
    }

    private void correct(Context context) {
        if (!archive.writable()) {
            throw new Problem(HttpStatus.CONFLICT, "this server was started to answer only; it takes no corrections");
        }
        Correction correction = asked(context);
        corrections.add(correction);
        Answer answer = Answer.json(json -> {
            json.writeFieldName("correction");
            correction.write(json);
        });
        context.status(HttpStatus.CREATED);
        context.result(answer.body());
        context.contentType(answer.contentType());
    }

    private Correction asked(Context context) {
        try {
            byte[] body = bodies.of(context);
            JsonNode json = body.length > LARGEST ? MAPPER.missingNode() : MAPPER.readTree(body);
            Kind kind = Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT));
            String record = json.path("record").asText();
            Map<String, String> coded = coded(kind, json.path("article").asText(), record);
            return new Correction(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    json.path("by").asText(),
                    kind,
                    record,
                    coded.getOrDefault("article", ""),
                    Verdict.valueOf(json.path("verdict").asText().toUpperCase(Locale.ROOT)),
                    Correction.texts(json.path("fields")),
                    coded,
                    json.path("note").asText());
        } catch (JsonProcessingException noJson) {
            throw Problem.badRequest("the body wants a JSON object");
        } catch (IOException unreadable) {
            throw Problem.badRequest("the body can't be read");
        } catch (IllegalArgumentException unfitting) {
            String message = String.valueOf(unfitting.getMessage());
            throw Problem.badRequest(
                    message.startsWith("No enum")
                            ? "kind: wants report or statement; verdict: accept, reject or correct"
                            : message);
        }
    }

    /** What the archive has of a record; the article narrows the search. */
    private Map<String, String> coded(Kind kind, String article, String record) {
        Filter inIt;
        try {
            inIt = new Filter.Term(Field.ARTICLE, List.of(article));
        } catch (IllegalArgumentException noId) {
            throw Problem.badRequest("article: wants the id of the article that has the record");
        }
        Result found = kind == Kind.REPORT ? query.reports(inIt, 0, EVERY) : query.statements(inIt, 0, EVERY);
        for (List<@Nullable Object> row : found.rows()) {
            if (record.equals(String.valueOf(found.cell(row, "id")))) {
                return coded(kind, found, row);
            }
        }
        throw Problem.notFound("the article has no such " + kind.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> coded(Kind kind, Result found, List<@Nullable Object> row) {
        Map<String, String> coded = new LinkedHashMap<>();
        for (String column : kind.columns()) {
            // Of several sectors the first is the one that is coded.
            Object cell = found.cell(row, column.replaceFirst("sector$", "sectors"));
            Object value = cell instanceof List<?> list ? (list.isEmpty() ? null : list.get(0)) : cell;
            coded.put(column, value == null ? "" : value.toString());
        }
        coded.put("article", String.valueOf(found.cell(row, "article")));
        coded.put("words", String.valueOf(found.cell(row, kind == Kind.REPORT ? "sentence" : "content")));
        return coded;
    }

    /**
     * The sentences of which every report has a verdict, as {@code evaluate events} reads them, one JSON object a line: what
     * was accepted or corrected are their events, the month of publication their period. A sentence with an unjudged report is left out,
     * since nobody has said what its events are.
     */
    private Answer gold() {
        Map<String, Correction> standing = corrections.standing();
        List<String> articles = standing.values().stream()
                .filter(correction -> correction.kind() == Kind.REPORT)
                .map(Correction::article)
                .distinct()
                .toList();
        StringWriter text = new StringWriter();
        try {
            for (String article : articles) {
                Result reports = query.reports(new Filter.Term(Field.ARTICLE, List.of(article)), 0, EVERY);
                for (Map.Entry<String, List<Correction>> sentence :
                        judged(reports, standing).entrySet()) {
                    try (JsonGenerator json = JSON.createGenerator(text)) {
                        example(json, article + "#" + sentence.getKey(), month(reports), sentence.getValue());
                    }
                    text.append('\n');
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Answer("application/jsonl", text.toString().getBytes(StandardCharsets.UTF_8), "");
    }

    /** By the place of a sentence in its article, the corrections of its reports: of those where all that is told as fact has one. */
    private static Map<String, List<Correction>> judged(Result reports, Map<String, Correction> standing) {
        Map<String, List<Correction>> judged = new LinkedHashMap<>();
        Map<String, Boolean> open = new LinkedHashMap<>();
        for (List<@Nullable Object> row : reports.rows()) {
            String sentence =
                    reports.cell(row, "sentence_span") instanceof List<?> span ? String.valueOf(span.get(0)) : "";
            Correction correction = standing.get(String.valueOf(reports.cell(row, "id")));
            if (correction != null) {
                judged.computeIfAbsent(sentence, key -> new ArrayList<>()).add(correction);
            } else if (Boolean.TRUE.equals(reports.cell(row, "factual"))) {
                open.put(sentence, true);
            }
        }
        judged.keySet().removeAll(open.keySet());
        return judged;
    }

    /** In which an article was published, {@code 2014-12}; {@code undated} if that isn't known. */
    private static String month(Result reports) {
        return !reports.rows().isEmpty()
                        && reports.cell(reports.rows().get(0), "published") instanceof LocalDate published
                ? YearMonth.from(published).toString()
                : "undated";
    }

    private static void example(JsonGenerator json, String id, String period, List<Correction> corrections)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("period", period);
        json.writeStringField("text", corrections.get(0).coded().getOrDefault("words", ""));
        json.writeArrayFieldStart("events");
        for (Correction correction : corrections) {
            if (correction.verdict() != Verdict.REJECT) {
                json.writeStartObject();
                json.writeStringField("plover", correction.right("type"));
                json.writeStringField("cameo", correction.right("cameo"));
                json.writeStringField("sourceCountry", correction.right("actor_country"));
                json.writeStringField("sourceSector", correction.right("actor_sector"));
                json.writeStringField("targetCountry", correction.right("recipient_country"));
                json.writeStringField("targetSector", correction.right("recipient_sector"));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
