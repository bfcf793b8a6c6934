package org.dragoman.event;

import org.dragoman.text.Span;

/**
 * How many people an event killed, hurt, put under arrest or brought together, as its clause states it.
 *
 * @param kind what became of them
 * @param number as stated, 1 or more: the lower end of a range; of words such as "dozens" the least that they can mean, 24; for
 *     {@link Stated#AT_MOST} the upper end
 * @param stated how the text puts the number
 * @param words the words that state it, in the event's sentence: "at least 30 people"
 */
public record Count(Kind kind, int number, Stated stated, Span words) {
    public Count {
        if (number < 1) {
            throw new IllegalArgumentException("not a number of people: " + number);
        }
    }

    /** What became of the people counted. */
    public enum Kind {
        DEAD,
        INJURED,
        ARRESTED,
        /** Who take part on the side that acts: protesters, troops deployed, gunmen. */
        PARTICIPANTS
    }

    /** How a text puts a number; the vaguer the later. */
    public enum Stated {
        /** "30", "a soldier". */
        EXACT,
        /** "about 30", "nearly 30". */
        ABOUT,
        /** "at least 30", "more than 30". */
        AT_LEAST,
        /** "up to 30", "fewer than 30". */
        AT_MOST,
        /** "20 to 30". */
        RANGE,
        /** "dozens", "several". */
        VAGUE
    }
}
