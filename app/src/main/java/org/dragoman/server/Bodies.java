package org.dragoman.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.concurrent.Semaphore;

/** Reads what requests bring along: few at a time, so that bodies which come byte by byte leave threads for all other requests. */
final class Bodies {
    private static final int TOGETHER = 8;

    private final Semaphore turns = new Semaphore(TOGETHER);

    /**
     * The body, once all of it has come.
     *
     * @throws Problem if too many others are coming
     */
    byte[] of(Context context) {
        if (!turns.tryAcquire()) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "too many are sending something; try again later");
        }
        try {
            return context.bodyAsBytes();
        } finally {
            turns.release();
        }
    }
}
