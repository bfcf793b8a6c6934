package org.dragoman.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dragoman.event.FrameMatcher.Match;
import org.dragoman.place.Place;
import org.dragoman.place.Toponym;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/** Where and when: the place and day named in an event's clause, else those named elsewhere in its sentence. */
final class Circumstances {
    /** Steps up from a word of the act's own phrase, such as "on 3 May 2019". */
    private static final int OWN = 2;
    /** Years after which what a story tells is background. */
    private static final int LONG = 2;

    private final SentenceGraph graph;
    private final List<Toponym> toponyms;
    private final List<TimeExpression> times;
    private final Optional<LocalDate> published;

    Circumstances(
            SentenceGraph graph, List<Toponym> toponyms, List<TimeExpression> times, Optional<LocalDate> published) {
        this.published = published;
        Span here = graph.sentence().span();
        this.graph = graph;
        this.toponyms =
                toponyms.stream().filter(toponym -> here.covers(toponym.span())).toList();
        this.times = times.stream().filter(time -> here.covers(time.span())).toList();
    }

    Optional<Place> place(Match match) {
        return nearest(match, toponyms, Toponym::span).map(Toponym::place);
    }

    Optional<TimeExpression> time(Match match) {
        return nearest(match, times, TimeExpression::span);
    }

    /** Whether the act's own words date it long before the day the story came out. */
    boolean historical(Match match) {
        return published.isPresent()
                && time(match)
                        .filter(time -> rank(match, time.span()) <= OWN)
                        .filter(time -> time.last().isBefore(published.get().minusYears(LONG)))
                        .isPresent();
    }

    /** The one attached to the act by an oblique phrase, else the first under it, else the first of the sentence. */
    private <T> Optional<T> nearest(Match match, List<T> candidates, Function<T, Span> span) {
        T best = null;
        int bestRank = Integer.MAX_VALUE;
        for (T candidate : candidates) {
            int rank = rank(match, span.apply(candidate));
            if (rank < bestRank) {
                best = candidate;
                bestRank = rank;
            }
        }
        return Optional.ofNullable(best);
    }

    private int rank(Match match, Span span) {
        int steps = graph.size() + 1;
        for (int i = 0; i < graph.size(); i++) {
            if (span.covers(graph.token(i).span())) {
                steps = Math.min(steps, stepsUp(i, match));
            }
        }
        return steps;
    }

    private int stepsUp(int token, Match match) {
        int steps = 0;
        for (int i = token; i != SentenceGraph.NONE; i = graph.head(i)) {
            if (i == match.trigger() || i == match.anchor()) {
                return steps;
            }
            steps++;
        }
        return graph.size();
    }
}
