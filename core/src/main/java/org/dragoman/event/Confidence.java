package org.dragoman.event;

import java.util.Optional;
import java.util.Set;
import org.dragoman.event.Frame.Flag;
import org.dragoman.event.FrameMatcher.Match;
import org.dragoman.nlp.Trigger;

/**
 * How likely an event's type is right: the kind of frame and what it leaves open, weighed with what the model takes its words
 * for. Weights are log odds chosen by hand, with an eye on the scores of all development sets; they rank events, but are not
 * fitted: 0.6 doesn't mean that six of ten are right.
 */
final class Confidence {
    private static final double FRAME = 1.9;
    private static final double WEAK = 0.8;
    /** What a weak frame loses where no model bears it out. */
    private static final double UNSUPPORTED = 1;
    /** A word no frame knows, at the odds of {@link #SURE}. */
    private static final double PROPOSED = 0.6;

    private static final double SURE = 1.4;
    private static final double OTHER_TYPE = 0.6;
    private static final double NO_ACTOR = 0.3;
    private static final double NO_RECIPIENT = 0.2;
    /** What an act between two loses where one of them is not named. */
    private static final double ONE_SIDED = 1.7;

    /** A probability on which an event is told that nothing else bears out. */
    private static final double CERTAIN = 0.97;

    private static final double HALF = 0.5;
    private static final double FIFTH = 0.2;
    private static final double MOST = 3;
    private static final double LEAST = -2;

    private final Triggers triggers;

    Confidence(Triggers triggers) {
        this.triggers = triggers;
    }

    /** @param type what the event is told as: for what is yet to come, its announcement */
    double of(Match match, EventType type, Optional<Participant> actor, Optional<Participant> recipient) {
        Frame frame = match.frame();
        double odds;
        if (frame.learned()) {
            odds = PROPOSED + HALF * (triggers.at(match).map(Confidence::odds).orElse(0.0) - SURE);
        } else {
            odds = FRAME - (frame.is(Flag.WEAK) ? WEAK : 0);
            if (triggers.known()) {
                odds += borneOut(triggers.at(match), type, frame.type());
            } else if (frame.is(Flag.WEAK)) {
                odds -= UNSUPPORTED;
            }
        }
        odds -= (actor.isPresent() ? 0 : NO_ACTOR) + (recipient.isPresent() ? 0 : NO_RECIPIENT);
        boolean two = frame.type().needsRecipient() || frame.type().name().equals("CONSULT");
        odds -= two && (actor.isEmpty() || recipient.isEmpty()) ? ONE_SIDED : 0;
        return 1 / (1 + Math.exp(-odds));
    }

    /** Whether the model is so sure of the very act that it needs no other sign of being political. */
    boolean vouches(Match match) {
        return triggers.at(match)
                .filter(trigger -> trigger.probability() >= CERTAIN
                        && trigger.type().equals(match.frame().type().name()))
                .isPresent();
    }

    /** Whether the model sees no event in the sentence. It is silent on what is denied or only may happen, too: that is no doubt. */
    boolean doubts(Set<Modality> modes) {
        return triggers.doubted() && !modes.contains(Modality.NEGATED) && !modes.contains(Modality.HYPOTHETICAL);
    }

    private static double borneOut(Optional<Trigger> seen, EventType type, EventType own) {
        if (seen.isEmpty()) {
            return HALF * -MOST;
        }
        double odds = odds(seen.get());
        if (seen.get().type().equals(type.name()) || seen.get().type().equals(own.name())) {
            return HALF * Math.max(LEAST, Math.min(MOST, odds));
        }
        double weight = odds > 0 ? FIFTH : HALF;
        return weight * Math.max(-MOST, Math.min(MOST, odds)) - OTHER_TYPE;
    }

    private static double odds(Trigger trigger) {
        double probability = Math.max(0.005, Math.min(0.995, trigger.probability()));
        return Math.log(probability / (1 - probability));
    }
}
