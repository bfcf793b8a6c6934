package org.dragoman.output;

/**
 * How text for eyes looks.
 *
 * @param width columns to stay within, 60 or more
 * @param colour whether to mark with terminal colours instead of characters
 */
public record Style(int width, boolean colour) {
    private static final int NARROWEST = 60;

    public Style {
        width = Math.max(NARROWEST, width);
    }

    /** A line's subject. */
    public String heading(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    /** What matters less. */
    public String faint(String text) {
        return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /** Marks evidence: coloured on a terminal, between double asterisks elsewhere. */
    public String mark(String text) {
        return colour ? "\u001b[1;33m" + text + "\u001b[0m" : "**" + text + "**";
    }
}
