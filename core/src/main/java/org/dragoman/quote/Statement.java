package org.dragoman.quote;

import java.util.List;
import java.util.Optional;
import org.dragoman.actor.Actor;
import org.dragoman.text.Span;

/**
 * An attribution with its speaker: somebody's words, or what somebody is said to say, think or want.
 *
 * @param source the words for who says it, possibly none when the speaker is carried over from before
 * @param cue the words that say that it is said, possibly none
 * @param content what is said: its pieces in text order, at least one
 * @param speaker who says it, pronouns and descriptions resolved; empty if the text doesn't tell
 * @param direct whether the content stands in quotation marks
 * @param negated whether it is said not to be said ("denied", "did not say")
 * @param confidence 0 to 1
 * @param rule the rule that linked the parts, for {@code explain}
 */
public record Statement(
        List<Span> source,
        List<Span> cue,
        List<Span> content,
        Optional<Actor> speaker,
        boolean direct,
        boolean negated,
        double confidence,
        String rule) {
    public Statement {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a statement needs content");
        }
    }
}
