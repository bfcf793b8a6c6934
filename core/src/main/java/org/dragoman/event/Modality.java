package org.dragoman.event;

/** PLOVER's auxiliary modes: how an event that is written about stands to the facts. */
public enum Modality {
    /** Said not to have happened. */
    NEGATED,
    /** Yet to come. */
    FUTURE,
    /** May happen, is wished, feared, asked for or made a condition. */
    HYPOTHETICAL,
    /** Long before publication. */
    HISTORICAL
}
