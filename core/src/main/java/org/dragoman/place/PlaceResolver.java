package org.dragoman.place;

import java.util.List;
import org.dragoman.nlp.Analysis;

/** Finds place names and the places they mean. Immutable, safe to share between threads. */
public final class PlaceResolver {
    private PlaceResolver() {}

    /** Loads the shipped gazetteer. */
    public static PlaceResolver open() {
        return new PlaceResolver();
    }

    /** The place names of one article that can be placed, in text order. */
    public List<Toponym> resolve(Analysis analysis) {
        return List.of();
    }
}
