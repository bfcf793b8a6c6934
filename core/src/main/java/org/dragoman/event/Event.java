package org.dragoman.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.place.Place;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/**
 * Something a sentence reports that somebody did to somebody.
 *
 * @param type PLOVER type
 * @param mode the type's mode, such as {@code riot}; may be empty
 * @param contexts PLOVER contexts, possibly none
 * @param cameo CAMEO code with its leading zero, such as {@code 036}; at least the root's two digits
 * @param goldstein Goldstein score of the CAMEO code, -10 to +10
 * @param actor who did it; empty if unknown
 * @param recipient to whom; empty if none is stated
 * @param place where, if the text tells
 * @param time when, if the text tells
 * @param size how many were killed, hurt, arrested or took part, and by what means, if its clause states it
 * @param modality empty for what happened or was performed by speaking
 * @param confidence 0 to 1
 * @param evidence what proves it
 */
public record Event(
        EventType type,
        String mode,
        List<String> contexts,
        String cameo,
        double goldstein,
        Optional<Participant> actor,
        Optional<Participant> recipient,
        Optional<Place> place,
        Optional<TimeExpression> time,
        Size size,
        Set<Modality> modality,
        double confidence,
        Evidence evidence) {
    public Event {
        contexts = List.copyOf(contexts);
        modality = Set.copyOf(modality);
    }

    /** Whether it is reported as fact: the default output leaves out what is negated or hypothetical. */
    public boolean factual() {
        return !modality.contains(Modality.NEGATED) && !modality.contains(Modality.HYPOTHETICAL);
    }

    /** The same of another size; an assault without a mode has that of its first weapon. */
    Event withSize(Size other) {
        boolean armed = type.name().equals("ASSAULT") && !other.weapons().isEmpty();
        return new Event(
                type,
                mode.isEmpty() && armed ? other.weapons().get(0).kind() : mode,
                contexts,
                cameo,
                goldstein,
                actor,
                recipient,
                place,
                time,
                other,
                modality,
                confidence,
                evidence);
    }

    /**
     * The words that prove an event. Actor and recipient spans lie in the same sentence.
     *
     * @param sentence the whole sentence
     * @param trigger the words that name the act, inside {@code sentence}
     * @param nominal whether the trigger is a noun phrase for a past event rather than a clause
     * @param headline whether the sentence is the article's title
     * @param rule the frame that fired, as named in its table
     */
    public record Evidence(Span sentence, Span trigger, boolean nominal, boolean headline, String rule) {
        public Evidence {
            if (!sentence.covers(trigger)) {
                throw new IllegalArgumentException("trigger " + trigger + " outside its sentence " + sentence);
            }
        }
    }
}
