package org.dragoman;

import java.util.List;
import org.dragoman.actor.Cast;
import org.dragoman.article.Article;
import org.dragoman.event.Event;
import org.dragoman.nlp.Analysis;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Statement;
import org.dragoman.time.TimeExpression;

/**
 * One article with every layer read in it: for {@code explain}, for evaluation, and for who builds on the layers.
 *
 * @param article the story
 * @param analysis sentences, words, names
 * @param cast who is in it
 * @param toponyms places named
 * @param times days named
 * @param statements in text order
 * @param events in text order, whatever their modality
 */
public record Reading(
        Article article,
        Analysis analysis,
        Cast cast,
        List<Toponym> toponyms,
        List<TimeExpression> times,
        List<Statement> statements,
        List<Event> events) {
    public Reading {
        toponyms = List.copyOf(toponyms);
        times = List.copyOf(times);
        statements = List.copyOf(statements);
        events = List.copyOf(events);
    }

    /** What a user keeps of it. */
    public Extraction extraction() {
        return new Extraction(article, statements, events);
    }
}
