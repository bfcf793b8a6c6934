package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.Dragoman;
import org.dragoman.article.Article;
import org.dragoman.place.Place;
import org.dragoman.place.Toponym;

/**
 * Place names: JSON lines {@code {id, text}} to {@code {id, toponyms: [{start, end, lat, lon, country, geonameid}]}};
 * country is ISO 3166 alpha-2 or empty, geonameid is missing where GeoNames has no number for the place.
 */
final class PlacesTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        for (ObjectNode line : JsonLines.read(input)) {
            String text = line.path("text").asText();
            ObjectNode answer = JsonLines.object();
            answer.set("id", line.path("id"));
            ArrayNode toponyms = answer.putArray("toponyms");
            CodePoints codePoints = new CodePoints(text);
            Article article = new Article("", "", List.of(), Optional.empty(), Optional.empty(), "en", text, List.of());
            for (Toponym toponym : dragoman.read(article).toponyms()) {
                write(toponym, codePoints, toponyms.addObject());
            }
            answers.add(answer);
        }
        JsonLines.write(output, answers);
    }

    private static void write(Toponym toponym, CodePoints codePoints, ObjectNode node) {
        Place place = toponym.place();
        node.put("start", codePoints.toCodePoint(toponym.span().start()))
                .put("end", codePoints.toCodePoint(toponym.span().end()))
                .put("lat", place.latitude())
                .put("lon", place.longitude())
                .put("country", place.country());
        if (place.geonamesId() != 0) {
            node.put("geonameid", place.geonamesId());
        }
        node.put("certainty", toponym.certainty());
    }
}
