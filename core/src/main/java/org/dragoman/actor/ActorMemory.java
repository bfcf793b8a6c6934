package org.dragoman.actor;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What earlier articles told of a party that the article at hand names without saying who it is, as an archive may know. Asked
 * last, after text and tables, and only for names. Implementations must be safe to share between threads, and give the
 * same answer as long as nothing is added to what they remember.
 */
@FunctionalInterface
public interface ActorMemory {
    /** Remembers nothing. */
    ActorMemory NONE = (name, day) -> Optional.empty();

    /**
     * The party of that name.
     *
     * @param name as the article has it, at its fullest
     * @param day of the article; empty if unknown
     * @return country, sectors and role as of that day; empty unless earlier articles agree
     */
    Optional<Actor> recall(String name, Optional<LocalDate> day);
}
