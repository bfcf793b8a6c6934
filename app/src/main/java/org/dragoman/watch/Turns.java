package org.dragoman.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When which host may be asked next. Thread-safe. */
final class Turns {
    /** Who must wait longer had better do something else meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MANY_HOSTS = 10_000;

    private final Duration between;
    private final Map<String, Long> free = new HashMap<>();

    /** @param between least time from one request to a host to the next */
    Turns(Duration between) {
        this.between = between;
    }

    /**
     * Waits for a host's turn, and takes it.
     *
     * @param wanted the time between requests that the host itself wants, zero if it doesn't say
     * @return how long the host wants to be left alone, if that is too long to wait for; the turn is then not taken
     */
    Optional<Duration> take(String host, Duration wanted) throws InterruptedException {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            long turn = Math.max(now, free.getOrDefault(host, now));
            wait = turn - now;
            if (wait > PATIENCE.toNanos()) {
                return Optional.of(Duration.ofNanos(wait));
            }
            Duration pause = wanted.compareTo(between) > 0 ? wanted : between;
            free.put(host, turn + pause.toNanos());
            if (free.size() > MANY_HOSTS) {
                free.values().removeIf(time -> time < now);
            }
        }
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        return Optional.empty();
    }

    /** Leaves a host alone for a while, as it has asked. */
    synchronized void leave(String host, Duration pause) {
        free.merge(host, System.nanoTime() + pause.toNanos(), Math::max);
    }
}
