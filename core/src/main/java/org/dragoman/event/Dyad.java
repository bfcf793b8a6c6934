package org.dragoman.event;

import java.util.Optional;

/** Who acts, and upon whom; either may be unknown. */
record Dyad(Optional<Participant> actor, Optional<Participant> recipient) {
    static final Dyad NOBODY = new Dyad(Optional.empty(), Optional.empty());

    @SuppressWarnings("ArgumentSelectionDefectChecker") // the swap is what it is for
    Dyad reversed() {
        return new Dyad(recipient, actor);
    }

    /** Whether the other pair is of the same countries the other way round, both known and two. */
    boolean reverses(Dyad other) {
        return complete()
                && other.complete()
                && !country(actor).isEmpty()
                && !country(recipient).isEmpty()
                && !country(actor).equals(country(recipient))
                && country(actor).equals(country(other.recipient))
                && country(recipient).equals(country(other.actor));
    }

    private static String country(Optional<Participant> party) {
        return party.map(known -> known.actor().country()).orElse("");
    }

    boolean complete() {
        return actor.isPresent() && recipient.isPresent();
    }

    /** What is known here, else what {@code other} knows; its words, standing elsewhere, become none at {@code position}. */
    Dyad or(Dyad other, int position) {
        return new Dyad(
                actor.or(() -> other.actor.map(party -> party.unnamed(position))),
                recipient.or(() -> other.recipient.map(party -> party.unnamed(position))));
    }

    /** Whether both are the same state's: such a pair is a reading gone wrong more often than a state acting on itself. */
    boolean sameState() {
        return complete()
                && state(actor.get()).equals("GOV")
                && state(recipient.get()).equals("GOV")
                && actor.get().actor().country().equals(recipient.get().actor().country());
    }

    private static String state(Participant party) {
        return party.actor().sector();
    }
}
