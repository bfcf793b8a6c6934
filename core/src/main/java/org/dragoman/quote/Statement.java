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
 * @param kind whether it is said at all, or thought, wanted, felt
 * @param directness whose words the content is in
 * @param polarity whether it is affirmed, denied or left unsaid
 * @param modality whether it has been said, will be, or would be
 * @param occasion to whom, by what medium, where and when it is said, as far as the text tells
 * @param confidence 0 to 1
 * @param rule the rule that linked the parts, for {@code explain}
 */
public record Statement(
        List<Span> source,
        List<Span> cue,
        List<Span> content,
        Optional<Actor> speaker,
        Kind kind,
        Directness directness,
        Polarity polarity,
        Modality modality,
        Occasion occasion,
        double confidence,
        String rule) {
    /** What the cue says about the content. */
    public enum Kind {
        /** It is uttered: "said", "vowed to", "condemned", "in a statement". */
        SPEECH,
        /** Words that are the act: "ordered", "ruled", "decreed". */
        DECREE,
        /** It is thought, felt to be so or known: "believes", "fears". */
        BELIEF,
        /** It is wanted or planned: "hopes", "seeks to". */
        INTENTION,
        /** Somebody is for or against it, or has a feeling about it: "supports", "is worried about". */
        ATTITUDE;

        /** Whether the content is said rather than thought, wanted or felt. */
        public boolean isUttered() {
            return this == SPEECH || this == DECREE;
        }
    }

    /** Whose words the content is in. */
    public enum Directness {
        /** The speaker's: in quotation marks, or set off as speech by the page's layout. */
        DIRECT,
        /** The reporter's, with words of the speaker's in quotation marks. */
        MIXED,
        /** The reporter's. */
        INDIRECT
    }

    /** Whether the content is affirmed. */
    public enum Polarity {
        /** The speaker says, thinks, wants it. */
        AFFIRMED,
        /** The speaker says, thinks, wants that it is not so: "denied that", "doesn't want to". */
        DENIED,
        /** The speaker is said not to say it: "did not say whether", "declined to say". */
        UNSAID
    }

    /** Whether it has been said. */
    public enum Modality {
        ACTUAL,
        /** "will say", "is expected to announce". */
        FUTURE,
        /** "would say", "may have said", "if he says". */
        HYPOTHETICAL
    }

    public Statement {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a statement needs content");
        }
    }

    /**
     * Whether it is reported as somebody's words: the default output leaves out thoughts and wishes, what is not or only would be
     * said, and what the text says that one says ("asked about the deal").
     */
    public boolean factual() {
        boolean said = directness != Directness.INDIRECT || speaker.isPresent() || !source.isEmpty();
        return said && kind.isUttered() && polarity != Polarity.UNSAID && modality != Modality.HYPOTHETICAL;
    }

    /** From the first to the last of its words, of whichever part. */
    public Span extent() {
        Span extent = content.get(0);
        for (List<Span> part : List.of(source, cue, content)) {
            for (Span span : part) {
                extent = extent.union(span);
            }
        }
        return extent;
    }
}
