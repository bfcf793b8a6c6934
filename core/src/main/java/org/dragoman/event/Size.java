package org.dragoman.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.text.Span;

/**
 * How big an event was and by what means, as far as its clause states it.
 *
 * @param counts at most one of each kind, in the order of {@link Count.Kind}
 * @param weapons in text order, each kind once
 */
public record Size(List<Count> counts, List<Weapon> weapons) {
    /** Nothing is stated. */
    public static final Size UNKNOWN = new Size(List.of(), List.of());

    /**
     * What an act was done with.
     *
     * @param kind PLOVER's word, one of the modes of ASSAULT: primitive, firearms, explosives, suicide-attack, heavy-weapons, aerial, drone,
     *     crowd-control, unconventional
     * @param words the word that names it, in the event's sentence
     */
    public record Weapon(String kind, Span words) {}

    /** @throws IllegalArgumentException if two counts are of one kind */
    public Size {
        counts = counts.stream().sorted(Comparator.comparing(Count::kind)).toList();
        if (counts.stream().map(Count::kind).distinct().count() < counts.size()) {
            throw new IllegalArgumentException("two counts of a kind: " + counts);
        }
        List<Weapon> different = new ArrayList<>();
        weapons.stream()
                .sorted(Comparator.comparing(Weapon::words))
                .filter(weapon ->
                        different.stream().noneMatch(other -> other.kind().equals(weapon.kind())))
                .forEach(different::add);
        weapons = List.copyOf(different);
    }

    /** How many of a kind; empty if that isn't stated. */
    public Optional<Count> count(Count.Kind kind) {
        return counts.stream().filter(count -> count.kind() == kind).findFirst();
    }

    /** What both state; of two numbers the larger, since a text goes from the whole to its parts. */
    Size and(Size other) {
        Map<Count.Kind, Count> larger = new EnumMap<>(Count.Kind.class);
        counts.forEach(count -> larger.put(count.kind(), count));
        other.counts.forEach(
                count -> larger.merge(count.kind(), count, (one, two) -> two.number() > one.number() ? two : one));
        List<Weapon> all = new ArrayList<>(weapons);
        all.addAll(other.weapons);
        return new Size(List.copyOf(larger.values()), all);
    }
}
