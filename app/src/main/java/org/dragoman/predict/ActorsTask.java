package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.Dragoman;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Countries;
import org.dragoman.actor.Country;

/** Phrases outside any article to country and sector: {@code {id, text, query_date, context_country}} in. */
final class ActorsTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        Countries countries = Countries.open();
        for (ObjectNode record : JsonLines.read(input)) {
            Actor actor = dragoman.actors()
                    .code(
                            record.path("text").asText(),
                            day(record.path("query_date").asText()));
            ObjectNode answer = JsonLines.object();
            answer.set("id", record.get("id"));
            String words = record.path("context_country").asText();
            String context = countries
                    .named(words)
                    .or(() -> countries.ofDemonym(words))
                    .map(Country::iso3)
                    .orElse(""); // the field may hold anything
            answer.put("country", actor.country().isEmpty() && !actor.sectors().isEmpty() ? context : actor.country());
            answer.put("sector", actor.sector());
            answers.add(answer);
        }
        JsonLines.write(output, answers);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
