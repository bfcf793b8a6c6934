package org.dragoman.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dragoman.actor.Actor;

/** The events of one sentence as they are found; in the end each is there once, in its fullest form. */
final class SentenceEvents {
    private final List<Event> found = new ArrayList<>();

    void add(Event event) {
        found.add(event);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Without those that another event of the same type and truth says as well or more fully, in text order. */
    List<Event> distinct() {
        List<Event> distinct = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean covered = false;
            for (int j = 0; j < found.size() && !covered; j++) {
                covered =
                        i != j && covers(found.get(j), found.get(i)) && (j < i || !covers(found.get(i), found.get(j)));
            }
            if (!covered) {
                distinct.add(found.get(i));
            }
        }
        distinct.sort(Comparator.comparing(event -> event.evidence().trigger()));
        return distinct;
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
