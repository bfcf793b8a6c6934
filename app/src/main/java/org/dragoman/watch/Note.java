package org.dragoman.watch;

import java.time.Instant;

/**
 * Something that a watch did.
 *
 * @param address of the feed or page
 * @param text one line about it
 */
public record Note(Instant at, Kind kind, String address, String text) {
    public enum Kind {
        /** A feed or sitemap was asked. */
        POLLED,
        /** A page was read and is in the archive. */
        READ,
        /** Something could not be had or read now; it is tried again. */
        PUT_OFF,
        /** Something can't be had or read; it is not tried again soon. */
        REFUSED
    }
}
