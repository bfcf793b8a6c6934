package org.dragoman.event;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.dragoman.nlp.Trigger;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** What the model takes for triggers in one sentence: a second opinion on the frames, and a first on words they don't know. */
final class Triggers {
    /** From here on the model's word is enough for an event without a frame. */
    private static final double SURE = 0.8;
    /** If no word of a sentence reaches this, the model's word is enough to keep its frames silent. */
    private static final double DOUBTFUL = 0.05;

    private final Map<Integer, Trigger> byToken = new HashMap<>();
    private final boolean known;

    private Triggers(boolean known) {
        this.known = known;
    }

    /** @param all the article's triggers by where they start; if there are none at all, nobody looked for them and nothing is doubted */
    static Triggers in(Sentence sentence, NavigableMap<Integer, Trigger> all) {
        Triggers triggers = new Triggers(!all.isEmpty());
        Span here = sentence.span();
        for (Trigger trigger : all.subMap(here.start(), true, here.end(), false).values()) {
            for (Token token : sentence.tokensIn(trigger.span())) {
                triggers.byToken.put(token.index(), trigger);
            }
        }
        return triggers;
    }

    /** Whether the model has an opinion at all. */
    boolean known() {
        return known;
    }

    /** What the model takes a token for; empty if for nothing. */
    Optional<Trigger> at(int token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** The model's trigger at a token, if it is sure of it. */
    Optional<Trigger> sure(int token) {
        return Optional.ofNullable(byToken.get(token)).filter(trigger -> trigger.probability() >= SURE);
    }

    /** What the model takes a match's trigger for, or its light verb if it is surer of that. */
    Optional<Trigger> at(FrameMatcher.Match match) {
        Optional<Trigger> trigger = at(match.trigger());
        Optional<Trigger> anchor = at(match.anchor());
        boolean verb = anchor.isPresent()
                && (trigger.isEmpty()
                        || anchor.get().probability() > trigger.get().probability());
        return verb ? anchor : trigger;
    }

    /** Whether the model sees no event in the whole sentence. */
    boolean doubted() {
        return known && byToken.values().stream().noneMatch(trigger -> trigger.probability() >= DOUBTFUL);
    }
}
