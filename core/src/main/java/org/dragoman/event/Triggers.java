package org.dragoman.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.nlp.Trigger;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** What the model takes for triggers in one sentence: a second opinion on the frames, and a first on words they don't know. */
final class Triggers {
    /** From here on the model's word is enough for an event without a frame. */
    private static final double SURE = 0.9;
    /** If no word of a sentence reaches this, the model's word is enough to keep its frames silent. */
    private static final double DOUBTFUL = 0.05;

    private final Map<Integer, Trigger> byToken = new HashMap<>();
    private final boolean known;

    private Triggers(boolean known) {
        this.known = known;
    }

    /** @param all the article's triggers; if there are none at all, the model has no such layer and nothing is doubted */
    static Triggers in(Sentence sentence, List<Trigger> all) {
        Triggers triggers = new Triggers(!all.isEmpty());
        for (Trigger trigger : all) {
            if (sentence.span().covers(trigger.span())) {
                for (Token token : sentence.tokensIn(trigger.span())) {
                    triggers.byToken.put(token.index(), trigger);
                }
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

    /** Whether the model sees no event in the whole sentence. */
    boolean doubted() {
        return known && byToken.values().stream().noneMatch(trigger -> trigger.probability() >= DOUBTFUL);
    }
}
