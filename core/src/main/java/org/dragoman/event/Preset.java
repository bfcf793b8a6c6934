package org.dragoman.event;

/** How sure an event must be to be told: fewer and righter, or more. */
public enum Preset {
    /** For who can't check each row. */
    PRECISE(0.75),
    /** The default. */
    BALANCED(0.57),
    /** Everything a frame or the model sees, for who looks through it. */
    RECALL(0);

    private final double least;

    Preset(double least) {
        this.least = least;
    }

    /** The confidence from which an event is told, 0 to 1. */
    public double least() {
        return least;
    }
}
