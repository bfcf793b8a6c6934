package org.dragoman.event;

import java.util.List;
import java.util.Set;
import org.dragoman.event.Condition.AnyOf;

/**
 * One line of a frame table: words for an act, what must stand around them, and who does it to whom.
 *
 * @param id file and line, such as {@code assault.tsv:12}: the rule's name in an event's evidence
 * @param type PLOVER type
 * @param mode the type's mode; may be empty
 * @param cameo CAMEO code
 * @param partOfSpeech what the trigger is
 * @param rest the predicate's further words ("out" of "carry out"), each a direct dependent of the trigger
 * @param needs all must hold
 * @param who slots in which the actor is looked for, in this order
 * @param whom the same for the recipient
 * @param flags properties of the line
 */
record Frame(
        String id,
        EventType type,
        String mode,
        String cameo,
        PartOfSpeech partOfSpeech,
        List<String> rest,
        List<AnyOf> needs,
        List<String> who,
        List<String> whom,
        Set<Flag> flags) {
    /** The id of frames for whatever words the model is sure of. */
    static final String LEARNED = "model";

    /** What a trigger is: a verb, a noun for an act, or a predicate noun or adjective ("is ready"). */
    enum PartOfSpeech {
        VERB,
        NOUN,
        PREDICATE
    }

    /** Properties of a line. */
    enum Flag {
        /** A noun that names an act as the object of a light verb: "launched an attack". */
        LIGHT,
        /** A noun that names a specific past act alone: "the attack in Baghdad". */
        NOMINAL,
        /** Political by itself, whoever takes part: no coded party needed. */
        OPEN,
        /** Violence against a person or group that need not be coded, if the sentence speaks of arms. */
        PERSON,
        /** Only with an actor and a recipient. */
        BOTH,
        /** Two parties named as one side ("A and B met") do it to each other. */
        RECIPROCAL,
        /** Needs better support than others: the line has been wrong more often. */
        WEAK,
        /** Codes nothing and keeps later lines from coding: "claimed responsibility". */
        DROP
    }

    Frame {
        rest = List.copyOf(rest);
        needs = List.copyOf(needs);
        who = List.copyOf(who);
        whom = List.copyOf(whom);
        flags = Set.copyOf(flags);
    }

    /** Whether it stands for any word the model takes for its type, rather than for words of its own. */
    boolean learned() {
        return id.equals(LEARNED);
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
