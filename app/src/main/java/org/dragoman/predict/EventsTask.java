package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.Dragoman;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.predict.Documents.Document;
import org.dragoman.predict.Documents.Line;

/**
 * Events: JSON lines {@code {id, text, date?}} to {@code {id, events: [{plover, cameo, sourceCountry, sourceSector,
 * targetCountry, targetSector, trigger, rule, confidence}]}}, only those reported as fact. Lines of one document are read
 * together; each line is answered for itself.
 */
final class EventsTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        for (Document document : Documents.read(input)) {
            List<Event> events = document.read(dragoman).events();
            String text = document.text();
            for (Line line : document.lines()) {
                ObjectNode answer = JsonLines.object();
                answer.put("id", line.id());
                ArrayNode found = answer.putArray("events");
                for (Event event : events) {
                    if (event.factual() && line.span().covers(event.evidence().trigger())) {
                        write(event, text, found.addObject());
                    }
                }
                answers.add(answer);
            }
        }
        JsonLines.write(output, answers);
    }

    private static void write(Event event, String text, ObjectNode node) {
        node.put("plover", event.type().name());
        node.put("cameo", event.cameo());
        write(event.actor(), "source", node);
        write(event.recipient(), "target", node);
        node.put("trigger", event.evidence().trigger().in(text));
        node.put("rule", event.evidence().rule());
        node.put("confidence", event.confidence());
    }

    private static void write(Optional<Participant> side, String name, ObjectNode node) {
        node.put(name + "Country", side.map(party -> party.actor().country()).orElse(""));
        node.put(name + "Sector", side.map(party -> party.actor().sector()).orElse(""));
    }
}
