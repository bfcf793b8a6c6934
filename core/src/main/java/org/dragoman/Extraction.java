package org.dragoman;

import java.util.List;
import org.dragoman.article.Article;
import org.dragoman.event.Event;
import org.dragoman.quote.Statement;

/**
 * What Dragoman read in one article. All spans refer to {@link Article#text()}.
 *
 * @param article the story
 * @param statements in text order
 * @param events in text order, also those that are negated, future, hypothetical or historical
 */
public record Extraction(Article article, List<Statement> statements, List<Event> events) {
    public Extraction {
        statements = List.copyOf(statements);
        events = List.copyOf(events);
    }

    /**
     * What is reported as fact: the same without the events that are negated or hypothetical, and without the statements
     * that are only thought or wanted, not said, or hypothetical.
     */
    public Extraction factual() {
        return new Extraction(
                article,
                statements.stream().filter(Statement::factual).toList(),
                events.stream().filter(Event::factual).toList());
    }

    /** The events that a statement tells of: those whose trigger stands in its content. */
    public List<Event> reported(Statement statement) {
        return events.stream()
                .filter(event -> statement.content().stream()
                        .anyMatch(piece -> piece.covers(event.evidence().trigger())))
                .toList();
    }

    /** The events that are done by saying it ("condemned", "called on"): those whose trigger is its cue. */
    public List<Event> performed(Statement statement) {
        return events.stream()
                .filter(event -> statement.cue().stream()
                        .anyMatch(piece -> piece.overlaps(event.evidence().trigger())))
                .toList();
    }
}
