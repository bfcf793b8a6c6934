package org.dragoman.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What is to be done when, for many workers: one task a host at a time, so that a host with many pages keeps one worker busy and no more.
 * Thread-safe.
 */
final class Agenda {
    /**
     * A task.
     *
     * @param host that it asks
     * @param due not before this
     * @param work what to do; throws nothing but what ends the watch
     */
    record Task(String host, Instant due, Work work) {}

    /** What a task does. */
    interface Work {
        void run() throws InterruptedException;
    }

    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Comparator<Task> BY_TIME = Comparator.comparing(Task::due);

    private final boolean once;
    private final Map<String, PriorityQueue<Task>> waiting = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private boolean ended;

    /** @param once whether only what is due now is done, and what follows from it, but nothing is waited for */
    Agenda(boolean once) {
        this.once = once;
    }

    boolean isOnce() {
        return once;
    }

    synchronized void add(Task task) {
        waiting.computeIfAbsent(task.host(), host -> new PriorityQueue<>(BY_TIME))
                .add(task);
        notifyAll();
    }

    /** Waits for the next task, whose host is then busy until {@link #done}; empty if there will be none. */
    synchronized Optional<Task> take() throws InterruptedException {
        while (!ended) {
            PriorityQueue<Task> next = waiting.entrySet().stream()
                    .filter(entry -> !busy.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .min(Comparator.comparing(PriorityQueue::element, BY_TIME))
                    .orElse(null);
            Instant now = Instant.now();
            if (next != null && !next.element().due().isAfter(now)) {
                Task task = next.remove();
                if (next.isEmpty()) {
                    waiting.remove(task.host());
                }
                busy.add(task.host());
                return Optional.of(task);
            }
            if (once && busy.isEmpty()) {
                end();
            } else {
                Duration until = next == null
                        ? LONGEST_SLEEP
                        : Duration.between(now, next.element().due());
                wait(1 + Math.min(until.toMillis(), LONGEST_SLEEP.toMillis()));
            }
        }
        return Optional.empty();
    }

    synchronized void done(Task task) {
        busy.remove(task.host());
        notifyAll();
    }

    /** Gives out no more tasks. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
