package org.dragoman.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dragoman.actor.Actor;
import org.dragoman.event.FrameMatcher.Match;

/** The events of one sentence as they are found; in the end each is there once, in its fullest form. */
final class SentenceEvents {
    private final List<Event> found = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();

    void add(Match match, Event event) {
        matches.add(match);
        found.add(event);
    }

    /** The frames behind the events. */
    List<Match> matches() {
        return List.copyOf(matches);
    }

    /** Gives each event its size. */
    void measure(Function<Match, Size> sizes) {
        for (int i = 0; i < found.size(); i++) {
            found.set(i, found.get(i).withSize(sizes.apply(matches.get(i))));
        }
    }

    /**
     * Without those that another event of the same type and truth says as well or more fully, in text order. What such a one states
     * of the size stays with the fuller one.
     */
    List<Event> distinct() {
        List<Event> distinct = new ArrayList<>();
        List<Event> others = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean covered = false;
            for (int j = 0; j < found.size() && !covered; j++) {
                covered =
                        i != j && covers(found.get(j), found.get(i)) && (j < i || !covers(found.get(i), found.get(j)));
            }
            (covered ? others : distinct).add(found.get(i));
        }
        for (Event other : others) {
            distinct.stream()
                    .filter(event -> covers(event, other))
                    .min(Comparator.comparingInt(event -> distance(event, other)))
                    .ifPresent(fuller -> distinct.set(
                            distinct.indexOf(fuller),
                            fuller.withSize(fuller.size().and(other.size()))));
        }
        distinct.sort(Comparator.comparing(event -> event.evidence().trigger()));
        return distinct;
    }

    private static int distance(Event one, Event other) {
        return Math.abs(
                one.evidence().trigger().start() - other.evidence().trigger().start());
    }

    private static boolean covers(Event fuller, Event other) {
        return fuller.type().equals(other.type())
                && fuller.factual() == other.factual()
                && covers(fuller.actor(), other.actor())
                && covers(fuller.recipient(), other.recipient());
    }

    private static boolean covers(Optional<Participant> fuller, Optional<Participant> other) {
        if (fuller.isEmpty() || other.isEmpty()) {
            return other.isEmpty();
        }
        Actor full = fuller.get().actor();
        Actor less = other.get().actor();
        boolean sector = less.sectors().isEmpty() || full.sector().equals(less.sector());
        return fuller.get().span().equals(other.get().span()) || (full.country().equals(less.country()) && sector);
    }
}
