package org.dragoman.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dragoman.archive.Archive;
import org.dragoman.query.Query;
import org.dragoman.query.Result;

/**
 * Tells listeners of articles that are taken in, as server-sent events named {@code articles}; the id of each is a sequence number, so
 * that a listener who comes back with {@code Last-Event-ID} is told what it has missed. One thread serves all.
 */
final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LiveFeed.class.getName());
    private static final Duration BEAT = Duration.ofMillis(500);
    /** A comment every so many beats shows that the line is alive, and finds listeners who have gone. */
    private static final int SILENT_BEATS = 30;

    private static final int MOST_LISTENERS = 100;
    private static final int MOST_ARTICLES = 100;

    private final Archive archive;
    private final Query query;
    private final Queue<SseClient> listeners = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live feed");
        thread.setDaemon(true);
        return thread;
    });
    private long toldOf;
    private long changesSeen;
    private int silent;

    LiveFeed(Archive archive, Query query) {
        this.archive = archive;
        this.query = query;
        changesSeen = archive.changes();
        toldOf = last();
        // It fails only with the clock, which close() stops.
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    void register(RoutesConfig routes) {
        routes.sse("/api/stream", this::listen);
    }

    private void listen(SseClient listener) {
        if (listeners.size() >= MOST_LISTENERS) {
            listener.sendComment("too many listeners; come back later");
            listener.close();
            return;
        }
        listener.keepAlive();
        listener.onClose(() -> listeners.remove(listener));
        String missedAfter = listener.ctx().header("Last-Event-ID");
        if (missedAfter != null && missedAfter.matches("\\d{1,18}")) {
            tell(listener, since(Long.parseLong(missedAfter)));
        } else {
            listener.sendComment("listening");
        }
        listeners.add(listener);
    }

    private void beat() {
        try {
            long changes = archive.changes();
            if (changes != changesSeen) {
                changesSeen = changes;
                Result fresh = since(toldOf);
                if (!fresh.rows().isEmpty()) {
                    toldOf = seq(fresh);
                    silent = 0;
                    listeners.forEach(listener -> tell(listener, fresh));
                }
            } else if (++silent >= SILENT_BEATS) {
                silent = 0;
                listeners.forEach(listener -> listener.sendComment("still here"));
            }
        } catch (RuntimeException refused) {
            // Whatever it was, the next beat may go well; thrown on, it would be the last.
            LOG.log(Level.WARNING, "the live feed could not ask the archive: {0}", refused.getMessage());
        }
    }

    private long last() {
        Result last = query.sql("SELECT coalesce(max(seq), 0) AS seq FROM articles", 1);
        return seq(last);
    }

    /** The articles taken in after a sequence number; of very many the last. */
    private Result since(long seq) {
        return query.sql(
                "SELECT * FROM (SELECT seq, id, title, url, source, published FROM articles WHERE seq > " + seq
                        + " ORDER BY seq DESC LIMIT " + MOST_ARTICLES + ") ORDER BY seq",
                MOST_ARTICLES);
    }

    private static long seq(Result articles) {
        return articles.cell(articles.rows().get(articles.rows().size() - 1), "seq") instanceof Long seq ? seq : 0;
    }

    private static void tell(SseClient listener, Result articles) {
        if (articles.rows().isEmpty()) {
            return;
        }
        Answer answer = Answer.json(json -> Answer.rows(json, "items", articles));
        listener.sendEvent("articles", new String(answer.body(), StandardCharsets.UTF_8), Long.toString(seq(articles)));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        listeners.forEach(SseClient::close);
    }
}
