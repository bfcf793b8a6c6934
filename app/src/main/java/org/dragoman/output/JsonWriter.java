package org.dragoman.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.Extraction;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.event.Count;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.event.Size;
import org.dragoman.place.Place;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Occasion.Addressee;
import org.dragoman.quote.Occasion.Medium;
import org.dragoman.quote.Statement;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a story, one line each, as docs/extraction.schema.json says. Offsets count Unicode code points of the
 * member {@code text}, as Python and most other languages count.
 */
final class JsonWriter implements StoryWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Appendable out;

    JsonWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(Extraction story) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            new Story(json, story).write();
        }
        out.append(line.getBuffer()).append('\n');
    }

    /** One story on its way out. */
    private record Story(JsonGenerator json, Extraction extraction, CodePoints points, String text) {
        Story(JsonGenerator json, Extraction extraction) {
            this(
                    json,
                    extraction,
                    new CodePoints(extraction.article().text()),
                    extraction.article().text());
        }

        void write() throws IOException {
            Article article = extraction.article();
            json.writeStartObject();
            json.writeStringField("url", article.url());
            json.writeStringField("title", article.title());
            strings("authors", article.authors());
            json.writeStringField(
                    "published", article.published().map(Object::toString).orElse(null));
            json.writeStringField("source", article.source().orElse(null));
            json.writeStringField("language", article.language());
            json.writeStringField("text", text);
            strings("captions", article.captions());
            json.writeArrayFieldStart("events");
            for (Event event : extraction.events()) {
                event(event);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("statements");
            for (Statement statement : extraction.statements()) {
                statement(statement);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void event(Event event) throws IOException {
            json.writeStartObject();
            json.writeStringField("type", event.type().name());
            json.writeStringField("mode", event.mode());
            strings("contexts", event.contexts());
            json.writeStringField("cameo", event.cameo());
            json.writeNumberField("quad", event.type().quad());
            json.writeNumberField("score", event.type().score());
            json.writeNumberField("goldstein", event.goldstein());
            participant("actor", event.actor());
            participant("recipient", event.recipient());
            place(event.place().orElse(null));
            time(event.time().orElse(null));
            size(event.size());
            strings(
                    "modality",
                    event.modality().stream().sorted().map(Story::lower).toList());
            json.writeNumberField("confidence", rounded(event.confidence()));
            json.writeObjectFieldStart("evidence");
            span("sentence", event.evidence().sentence());
            span("trigger", event.evidence().trigger());
            json.writeBooleanField("nominal", event.evidence().nominal());
            json.writeBooleanField("headline", event.evidence().headline());
            json.writeStringField("rule", event.evidence().rule());
            json.writeEndObject();
            json.writeEndObject();
        }

        private void statement(Statement statement) throws IOException {
            json.writeStartObject();
            Occasion occasion = statement.occasion();
            party("speaker", statement.speaker().orElse(null), null);
            spans("source", statement.source());
            spans("cue", statement.cue());
            spans("content", statement.content());
            json.writeStringField("kind", lower(statement.kind()));
            json.writeStringField("directness", lower(statement.directness()));
            json.writeStringField("polarity", lower(statement.polarity()));
            json.writeStringField("modality", lower(statement.modality()));
            party(
                    "addressee",
                    occasion.addressee().map(Addressee::actor).orElse(null),
                    occasion.addressee().map(Addressee::words).orElse(null));
            medium(occasion.medium().orElse(null));
            place(occasion.place().orElse(null));
            time(occasion.time().orElse(null));
            numbers("reports", extraction.reported(statement));
            numbers("performs", extraction.performed(statement));
            json.writeNumberField("confidence", rounded(statement.confidence()));
            json.writeStringField("rule", statement.rule());
            json.writeEndObject();
        }

        private void participant(String name, Optional<Participant> participant) throws IOException {
            party(
                    name,
                    participant.map(Participant::actor).orElse(null),
                    participant.map(Participant::span).orElse(null));
        }

        /** Where events stand in the story's list, by number from 0. */
        private void numbers(String name, List<Event> events) throws IOException {
            json.writeArrayFieldStart(name);
            for (Event event : events) {
                json.writeNumber(extraction.events().indexOf(event));
            }
            json.writeEndArray();
        }

        private void medium(@Nullable Medium medium) throws IOException {
            json.writeFieldName("medium");
            if (medium == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            json.writeStringField("type", medium.type());
            span("words", medium.words());
            json.writeEndObject();
        }

        private void party(String name, @Nullable Actor actor, @Nullable Span words) throws IOException {
            json.writeFieldName(name);
            if (actor == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            actor(actor);
            if (words != null) {
                span("words", words);
            }
            json.writeEndObject();
        }

        private void actor(Actor actor) throws IOException {
            json.writeStringField("name", actor.name());
            json.writeStringField("country", actor.country());
            strings("sectors", actor.sectors());
            json.writeStringField("role", actor.role());
            json.writeStringField("basis", lower(actor.basis()));
        }

        private void place(@Nullable Place place) throws IOException {
            json.writeFieldName("place");
            if (place == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            json.writeStringField("name", place.name());
            json.writeNumberField("latitude", place.latitude());
            json.writeNumberField("longitude", place.longitude());
            json.writeStringField("country", place.country());
            json.writeStringField("admin", place.admin());
            json.writeNumberField("geonames", place.geonamesId());
            json.writeStringField("feature", place.feature());
            json.writeEndObject();
        }

        private void time(@Nullable TimeExpression time) throws IOException {
            json.writeFieldName("date");
            if (time == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            json.writeStringField("first", time.first().toString());
            json.writeStringField("last", time.last().toString());
            json.writeEndObject();
        }

        private void size(Size size) throws IOException {
            json.writeObjectFieldStart("size");
            for (Count.Kind kind : Count.Kind.values()) {
                json.writeFieldName(lower(kind));
                Count count = size.count(kind).orElse(null);
                if (count == null) {
                    json.writeNull();
                } else {
                    json.writeStartObject();
                    json.writeNumberField("number", count.number());
                    json.writeStringField("stated", lower(count.stated()));
                    span("words", count.words());
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
            json.writeArrayFieldStart("weapons");
            for (Size.Weapon weapon : size.weapons()) {
                json.writeStartObject();
                json.writeStringField("kind", weapon.kind());
                span("words", weapon.words());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void strings(String name, List<String> values) throws IOException {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }

        private void spans(String name, List<Span> spans) throws IOException {
            json.writeArrayFieldStart(name);
            for (Span span : spans) {
                span(span);
            }
            json.writeEndArray();
        }

        private void span(String name, Span span) throws IOException {
            json.writeFieldName(name);
            span(span);
        }

        private void span(Span span) throws IOException {
            json.writeStartObject();
            json.writeNumberField("start", points.toCodePoint(span.start()));
            json.writeNumberField("end", points.toCodePoint(span.end()));
            json.writeStringField("text", span.in(text));
            json.writeEndObject();
        }

        private static double rounded(double confidence) {
            return Math.round(confidence * 1000) / 1000.0;
        }

        private static String lower(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
