package org.dragoman.event;

/**
 * A type of the ontology table, so that users can bring their own.
 *
 * @param name such as ACCUSE
 * @param quad quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
 * @param score PLOVER score, -10 (conflict) to +10 (cooperation)
 * @param needsRecipient whether an event of this type is only coded with a recipient
 */
public record EventType(String name, int quad, double score, boolean needsRecipient) {}
