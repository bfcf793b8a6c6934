package org.dragoman.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a command that runs until it is stopped (Ctrl-C, {@code kill}) end in good order: the process ends without going on in the command's
 * thread, so its end waits until this is closed, as the last of all that the command has opened.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop);
    private volatile Runnable action = () -> {};

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Says what makes the command go to its end. */
    void onStop(Runnable stopping) {
        action = stopping;
        if (stopped.getCount() == 0) {
            stopping.run();
        }
    }

    /** Waits until the command is stopped. */
    void await() {
        wait(stopped);
    }

    private void stop() {
        stopped.countDown();
        action.run();
        wait(closed);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, and has been let go.
        }
    }
}
