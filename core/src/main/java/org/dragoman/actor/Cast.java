package org.dragoman.actor;

import java.util.Map;
import java.util.Optional;
import org.dragoman.entity.Entities;
import org.dragoman.entity.Entity;
import org.dragoman.text.Token;

/**
 * An article's entities with their coded parties. Immutable.
 *
 * @param entities who and what is mentioned
 * @param actors the coded party of each entity that is one; a person or group without a known country is there with
 *     blanks, a thing or an event is not there
 * @param issuer whose statement the article is, if it says "we" outside of quotations and shows who that is
 */
public record Cast(Entities entities, Map<Entity, Actor> actors, Optional<Actor> issuer) {
    public Cast {
        actors = Map.copyOf(actors);
    }

    /** The parties of an article that is nobody's statement. */
    public Cast(Entities entities, Map<Entity, Actor> actors) {
        this(entities, actors, Optional.empty());
    }

    /** The party that the noun phrase headed by {@code head} refers to. */
    public Optional<Actor> at(Token head) {
        return entities.at(head).map(actors::get);
    }
}
