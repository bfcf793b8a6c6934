package org.dragoman.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dragoman.nlp.Analysis;

/** Finds words for time and the days they mean. Immutable, safe to share between threads. */
public final class TimeResolver {
    /**
     * The time expressions of one article that mean certain days, in text order.
     *
     * @param published what "Wednesday" and "last week" are relative to; if empty, only full dates are resolved
     */
    public List<TimeExpression> resolve(Analysis analysis, Optional<LocalDate> published) {
        return List.of();
    }
}
