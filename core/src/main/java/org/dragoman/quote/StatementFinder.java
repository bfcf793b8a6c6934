package org.dragoman.quote;

import java.util.List;
import org.dragoman.actor.Cast;
import org.dragoman.nlp.Analysis;

/** Finds who said what. Immutable, safe to share between threads. */
public final class StatementFinder {
    private StatementFinder() {}

    /** Loads the shipped cue tables. */
    public static StatementFinder open() {
        return new StatementFinder();
    }

    /** The statements of one article, in text order. */
    public List<Statement> find(Analysis analysis, Cast cast) {
        return List.of();
    }
}
