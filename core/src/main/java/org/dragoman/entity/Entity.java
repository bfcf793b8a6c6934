package org.dragoman.entity;

import java.util.List;

/**
 * Everything in one article that refers to the same party, person, place or thing.
 *
 * @param name its best name in the article: the fullest proper name, else the first description
 * @param type what it is, as far as the text tells
 * @param descriptions titles, appositions and other role words seen with it, in text order, such as "Iraq's National
 *     Security Adviser"
 * @param mentions in text order, at least one
 */
public record Entity(String name, Type type, List<String> descriptions, List<Mention> mentions) {
    /** What an entity is; OTHER for things, events, amounts and whatever is not known. */
    public enum Type {
        PERSON,
        ORGANISATION,
        LOCATION,
        GROUP,
        OTHER
    }

    public Entity {
        descriptions = List.copyOf(descriptions);
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("an entity needs a mention: " + name);
        }
    }

    /** Two entities are the same only if they are one object: comparing all their mentions at each look-up would cost too much. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
