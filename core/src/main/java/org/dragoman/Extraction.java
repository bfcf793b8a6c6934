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

    /** The same without the events that are negated or hypothetical: what is reported as fact. */
    public Extraction factual() {
        return new Extraction(
                article, statements, events.stream().filter(Event::factual).toList());
    }
}
