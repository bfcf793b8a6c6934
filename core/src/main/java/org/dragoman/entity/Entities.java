package org.dragoman.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** The entities of one article, found by any of their mentions' heads. Immutable. */
public final class Entities {
    private final List<Entity> all;
    private final Map<Span, Entity> byHead = new HashMap<>();
    private final Map<Span, Mention> mentionByHead = new HashMap<>();

    /** @param all in order of first mention; no two mentions share a head */
    public Entities(List<Entity> all) {
        this.all = List.copyOf(all);
        for (Entity entity : all) {
            for (Mention mention : entity.mentions()) {
                byHead.put(mention.head().span(), entity);
                mentionByHead.put(mention.head().span(), mention);
            }
        }
    }

    /** In order of first mention. */
    public List<Entity> all() {
        return all;
    }

    /** The entity that the noun phrase headed by {@code head} refers to. */
    public Optional<Entity> at(Token head) {
        return Optional.ofNullable(byHead.get(head.span()));
    }

    /** The mention headed by {@code head}. */
    public Optional<Mention> mentionAt(Token head) {
        return Optional.ofNullable(mentionByHead.get(head.span()));
    }
}
