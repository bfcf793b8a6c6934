package org.dragoman.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests each client may make: so many at once, refilled at so many a second. Thread-safe. Remembers a bounded
 * number of clients, those seen last.
 */
final class RateLimit {
    private static final int MOST_CLIENTS = 10_000;
    private static final double NANOSECONDS = 1e9;

    private final double burst;
    private final double perSecond;
    private final LongSupplier clock;
    private final Map<String, Allowance> clients = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** What a client had left at some time. */
    private record Allowance(double left, long time) {}

    /** @param clock nanoseconds, never going back */
    RateLimit(double burst, double perSecond, LongSupplier clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether the client may make a request now; if so, it has one less left. */
    synchronized boolean allows(String client) {
        long now = clock.getAsLong();
        Allowance before = clients.getOrDefault(client, new Allowance(burst, now));
        double left = Math.min(burst, before.left() + (now - before.time()) / NANOSECONDS * perSecond);
        boolean allowed = left >= 1;
        clients.put(client, new Allowance(allowed ? left - 1 : left, now));
        return allowed;
    }
}
