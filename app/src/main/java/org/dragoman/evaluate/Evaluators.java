package org.dragoman.evaluate;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The evaluators by the names of their tasks. */
public final class Evaluators {
    /** Every task that can be scored, in alphabetical order. */
    public static final Set<String> NAMES = Collections.unmodifiableSet(new TreeSet<>(Set.of(
            "actors", "articles", "coreference", "entities", "events", "places", "quotes", "stories", "syntax")));

    private Evaluators() {}

    /**
     * The evaluator of a task.
     *
     * @param task one of {@link #NAMES}
     * @throws IllegalArgumentException if there is no such task
     */
    public static Evaluator of(String task) {
        return switch (task) {
            case "actors" -> new ActorsEvaluator();
            case "articles" -> new ArticlesEvaluator();
            case "coreference" -> new CoreferenceEvaluator();
            case "entities" -> new EntitiesEvaluator();
            case "events" -> new EventsEvaluator();
            case "places" -> new PlacesEvaluator();
            case "quotes" -> new QuotesEvaluator();
            case "stories" -> new StoriesEvaluator();
            case "syntax" -> new SyntaxEvaluator();
            default -> throw new IllegalArgumentException("no task \"" + task + "\", only " + String.join(", ", NAMES));
        };
    }
}
