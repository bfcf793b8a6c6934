package org.dragoman.watch;

import java.time.Duration;

/** Something that was not fetched. The message is one line without the address. */
final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean lasting;
    private final Duration pause;

    private FetchException(String message, boolean lasting, Duration pause) {
        super(message);
        this.lasting = lasting;
        this.pause = pause;
    }

    /** What will not be otherwise next time: it isn't there, isn't allowed, is too large. */
    static FetchException lasting(String reason) {
        return new FetchException(reason, true, Duration.ZERO);
    }

    /** What may go well next time. */
    static FetchException passing(String reason) {
        return passing(reason, Duration.ZERO);
    }

    /** @param pause how long the host wants to be left alone */
    static FetchException passing(String reason, Duration pause) {
        return new FetchException(reason, false, pause);
    }

    /** Whether trying again is of no use. */
    boolean isLasting() {
        return lasting;
    }

    /** How long the host wants to be left alone; zero if it doesn't say. */
    Duration pause() {
        return pause;
    }
}
