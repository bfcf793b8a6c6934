package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.output.CodePoints;
import org.dragoman.place.Place;
import org.dragoman.place.Toponym;
import org.dragoman.predict.Documents.Document;
import org.dragoman.predict.Documents.Line;
import org.dragoman.text.Span;

/**
 * Place names: JSON lines {@code {id, text, date?}} to {@code {id, toponyms: [{start, end, lat, lon, country, geonameid,
 * certainty}]}}; country is ISO 3166 alpha-2 or empty, geonameid is missing where GeoNames has no number for the place.
 * Lines of one document are read together; each line is answered for itself.
 */
final class PlacesTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        for (Document document : Documents.read(input)) {
            List<Toponym> toponyms = document.read(dragoman).toponyms();
            for (Line line : document.lines()) {
                ObjectNode answer = JsonLines.object();
                answer.put("id", line.id());
                ArrayNode found = answer.putArray("toponyms");
                CodePoints codePoints = new CodePoints(line.text());
                for (Toponym toponym : toponyms) {
                    if (line.span().covers(toponym.span())) {
                        Span span = toponym.span().shift(-line.span().start());
                        write(toponym, span, codePoints, found.addObject());
                    }
                }
                answers.add(answer);
            }
        }
        JsonLines.write(output, answers);
    }

    private static void write(Toponym toponym, Span span, CodePoints codePoints, ObjectNode node) {
        Place place = toponym.place();
        node.put("start", codePoints.toCodePoint(span.start()));
        node.put("end", codePoints.toCodePoint(span.end()));
        node.put("lat", place.latitude());
        node.put("lon", place.longitude());
        node.put("country", place.country());
        if (place.geonamesId() != 0) {
            node.put("geonameid", place.geonamesId());
        }
        node.put("certainty", toponym.certainty());
    }
}
