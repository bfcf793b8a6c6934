package org.dragoman.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.output.CodePoints;
import org.dragoman.output.Layout;
import org.dragoman.output.Style;
import org.dragoman.text.Span;

/** The forms found articles can be written in. */
public enum HitWriter {
    /** For eyes: title, day, source, and the passages with what was searched for marked. */
    TABLE {
        @Override
        public void write(Query.Hits hits, Style style, Appendable out) throws IOException {
            Layout layout = new Layout(out, style);
            for (Hit hit : hits.best()) {
                layout.line(style.heading("━━ " + Layout.flat(hit.title().isEmpty() ? "(no title)" : hit.title())));
                layout.line(style.faint("   "
                        + Stream.of(hit.published().map(Object::toString).orElse("no date"), hit.source(), hit.url())
                                .filter(part -> !part.isEmpty())
                                .map(Layout::flat)
                                .collect(Collectors.joining(" · "))));
                for (Hit.Passage passage : hit.passages()) {
                    layout.paragraph(layout.marked(
                            passage.text(), new Span(0, passage.text().length()), passage.marks()));
                }
            }
            layout.line(hits.total() + (hits.total() == 1 ? " article" : " articles"));
        }
    },
    /** One JSON object an article, one a line; marks are half-open ranges in code points of their passage. */
    JSON {
        @Override
        public void write(Query.Hits hits, Style style, Appendable out) throws IOException {
            for (Hit hit : hits.best()) {
                StringWriter line = new StringWriter();
                try (JsonGenerator json = FACTORY.createGenerator(line)) {
                    write(hit, json);
                }
                out.append(line.getBuffer()).append('\n');
            }
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * Writes what was found.
     *
     * @throws IOException if {@code out} takes no more
     */
    public abstract void write(Query.Hits hits, Style style, Appendable out) throws IOException;

    /** Writes one article as a JSON object. */
    public static void write(Hit hit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("article", Long.toString(hit.article()));
        json.writeNumberField("score", hit.score());
        json.writeStringField("url", hit.url());
        json.writeStringField("title", hit.title());
        json.writeStringField("source", hit.source());
        json.writeStringField("published", hit.published().map(Object::toString).orElse(null));
        json.writeArrayFieldStart("passages");
        for (Hit.Passage passage : hit.passages()) {
            CodePoints points = new CodePoints(passage.text());
            json.writeStartObject();
            json.writeStringField("text", passage.text());
            json.writeArrayFieldStart("marks");
            for (Span mark : passage.marks()) {
                json.writeStartObject();
                json.writeNumberField("start", points.toCodePoint(mark.start()));
                json.writeNumberField("end", points.toCodePoint(mark.end()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
