package org.dragoman.place;

import java.util.List;
import org.dragoman.nlp.Analysis;

/**
 * Finds place names and the places they mean. Immutable, safe to share between threads.
 *
 * <p>A name is a place here whatever it stands for: the capital that "Washington said" is on the map where Washington
 * is, and "Iraqi" where Iraq is.
 */
public final class PlaceResolver {
    private final ToponymFinder finder;
    private final PlaceRanker ranker;

    private PlaceResolver(Gazetteer gazetteer, PlaceWords words) {
        finder = new ToponymFinder(gazetteer, words);
        ranker = new PlaceRanker(gazetteer, words, RankingWeights.TUNED);
    }

    /**
     * Loads the shipped gazetteer.
     *
     * @throws IllegalStateException if it is missing or damaged
     */
    public static PlaceResolver open() {
        return new PlaceResolver(Gazetteer.load(), PlaceWords.load());
    }

    /** The place names of one article that can be placed, in text order. */
    public List<Toponym> resolve(Analysis analysis) {
        return ranker.rank(finder.find(analysis));
    }
}
