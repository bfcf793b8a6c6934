package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.output.CodePoints;
import org.dragoman.predict.Documents.Document;
import org.dragoman.predict.Documents.Line;
import org.dragoman.quote.Statement;
import org.dragoman.text.Span;

/**
 * {@code {id, text}} a line to {@code {id, attributions: [{source, cue, content, speaker, kind, rule, confidence}]}}: spans are lists of
 * {@code [start, end]} into the line's text. A statement over several lines is answered on each line with what stands
 * there.
 */
final class QuotesTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        for (Document document : Documents.read(input)) {
            Reading reading = document.read(dragoman);
            for (Line line : document.lines()) {
                answers.add(answer(line, reading.statements()));
            }
        }
        JsonLines.write(output, answers);
    }

    private static ObjectNode answer(Line line, List<Statement> statements) {
        ObjectNode answer = JsonLines.object();
        answer.put("id", line.id());
        ArrayNode attributions = answer.putArray("attributions");
        CodePoints offsets = new CodePoints(line.text());
        for (Statement statement : statements) {
            if (statement.content().stream().anyMatch(line.span()::overlaps)) {
                ObjectNode attribution = attributions.addObject();
                put(attribution.putArray("source"), statement.source(), line, offsets);
                put(attribution.putArray("cue"), statement.cue(), line, offsets);
                put(attribution.putArray("content"), statement.content(), line, offsets);
                attribution.put("speaker", statement.speaker().map(Actor::name).orElse(""));
                attribution.put("kind", statement.kind().name().toLowerCase(Locale.ROOT));
                attribution.put("rule", statement.rule());
                attribution.put("confidence", statement.confidence());
            }
        }
        return answer;
    }

    /** The parts of {@code spans} on {@code line}. */
    private static void put(ArrayNode pieces, List<Span> spans, Line line, CodePoints offsets) {
        for (Span span : spans) {
            if (span.overlaps(line.span())) {
                int start = Math.max(span.start(), line.span().start())
                        - line.span().start();
                int end = Math.min(span.end(), line.span().end()) - line.span().start();
                pieces.addArray().add(offsets.toCodePoint(start)).add(offsets.toCodePoint(end));
            }
        }
    }
}
