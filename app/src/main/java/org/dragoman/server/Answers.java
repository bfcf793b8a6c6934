package org.dragoman.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers, and keeps those given last: until the archive changes, the same question has the same answer. Each carries a
 * weak entity tag that tells which state of the archive it is from. Thread-safe.
 */
final class Answers {
    private static final int MOST_KEPT_BYTES = 16 << 20;
    private static final int LARGEST_KEPT = 1 << 20;
    /** Questions asked at a time: more would not be answered sooner, but each takes memory from the others. */
    private static final int TOGETHER =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final long PATIENCE_SECONDS = 30;

    /** Tags of one run mean nothing to another: the archive may have changed in between. */
    private final String start = UUID.randomUUID().toString().substring(0, 8);

    private final LongSupplier changes;
    private final Semaphore turns = new Semaphore(TOGETHER, true);
    private final Map<String, Answer> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptOf;
    private int keptBytes;

    /** @param changes grows with every change to what is asked */
    Answers(LongSupplier changes) {
        this.changes = changes;
    }

    /** A handler that answers with what {@code answering} finds. */
    Handler of(Function<Context, Answer> answering) {
        return context -> {
            // Read before the answer is made: a change in between makes the tag too old, never too new.
            long state = changes.getAsLong();
            String tag = "W/\"" + start + "-" + state + "\"";
            context.header("ETag", tag);
            context.header("Cache-Control", "private, no-cache");
            context.header("Vary", "Cookie, Authorization");
            if (tag.equals(context.header("If-None-Match"))) {
                context.status(HttpStatus.NOT_MODIFIED);
                return;
            }
            String question = context.path() + "?" + context.queryString();
            Answer answer = find(question, state);
            if (answer == null) {
                answer = inTurn(answering, context, question, state);
            }
            if (!answer.next().isEmpty()) {
                context.header("Link", "<" + answer.next() + ">; rel=\"next\"");
            }
            context.result(answer.body());
            context.contentType(answer.contentType());
        };
    }

    private Answer inTurn(Function<Context, Answer> answering, Context context, String question, long state) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "too many questions at a time; try again later");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "the server is stopping");
        }
        try {
            // Others may have asked the same meanwhile.
            Answer known = find(question, state);
            if (known != null) {
                return known;
            }
            Answer answer = answering.apply(context);
            keep(question, answer, state);
            return answer;
        } finally {
            turns.release();
        }
    }

    private synchronized @Nullable Answer find(String question, long state) {
        return keptOf == state ? kept.get(question) : null;
    }

    private synchronized void keep(String question, Answer answer, long state) {
        if (state > keptOf) {
            kept.clear();
            keptBytes = 0;
            keptOf = state;
        }
        if (state < keptOf || answer.body().length > LARGEST_KEPT) {
            return;
        }
        Answer before = kept.put(question, answer);
        keptBytes += answer.body().length - (before == null ? 0 : before.body().length);
        var eldest = kept.values().iterator();
        while (keptBytes > MOST_KEPT_BYTES) {
            keptBytes -= eldest.next().body().length;
            eldest.remove();
        }
    }
}
