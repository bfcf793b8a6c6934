package org.dragoman.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.dragoman.query.Counts;
import org.dragoman.query.Result;

/** What the server does, in Prometheus' text format: requests by route and status, how long they take, what the archive holds. */
final class Metrics {
    private static final String STARTED = "started";
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10};
    private static final double NANOSECONDS = 1e9;

    private final Counts counts;
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final LongAdder[] durations = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanoseconds = new LongAdder();

    Metrics(Counts counts) {
        this.counts = counts;
        for (int i = 0; i < durations.length; i++) {
            durations[i] = new LongAdder();
        }
    }

    void register(RoutesConfig routes) {
        routes.get("/metrics", context -> {
            context.result(text());
            context.contentType("text/plain; version=0.0.4; charset=utf-8");
            context.header("Cache-Control", "no-store");
        });
    }

    void begin(Context context) {
        context.attribute(STARTED, System.nanoTime());
    }

    void end(Context context) {
        Long started = context.attribute(STARTED);
        if (started == null) {
            return;
        }
        long took = System.nanoTime() - started;
        int bound = 0;
        while (bound < BOUNDS.length && took > BOUNDS[bound] * NANOSECONDS) {
            bound++;
        }
        durations[bound].increment();
        nanoseconds.add(took);
        requests.computeIfAbsent(
                        "method=\"" + Verb.of(context) + "\",status=\"" + context.statusCode() + "\"",
                        labels -> new LongAdder())
                .increment();
    }

    /** A client may invent methods; labels must stay few. */
    private enum Verb {
        GET,
        HEAD,
        POST,
        DELETE,
        OTHER;

        static Verb of(Context context) {
            for (Verb verb : values()) {
                if (verb.name().equals(context.method().name())) {
                    return verb;
                }
            }
            return OTHER;
        }
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        head(out, "dragoman_requests_total", "counter", "Requests answered");
        new TreeMap<>(requests)
                .forEach((labels, count) -> line(out, "dragoman_requests_total{" + labels + "}", (double) count.sum()));
        head(out, "dragoman_request_seconds", "histogram", "How long requests took");
        long total = 0;
        for (int i = 0; i < durations.length; i++) {
            total += durations[i].sum();
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            line(out, "dragoman_request_seconds_bucket{le=\"" + bound + "\"}", (double) total);
        }
        line(out, "dragoman_request_seconds_sum", nanoseconds.sum() / NANOSECONDS);
        line(out, "dragoman_request_seconds_count", (double) total);
        Result holdings = counts.holdings();
        head(out, "dragoman_archive_records", "gauge", "What the archive holds");
        for (String kind : new String[] {"articles", "events", "reports", "statements", "failures"}) {
            if (holdings.cell(holdings.rows().get(0), kind) instanceof Long count) {
                line(out, "dragoman_archive_records{kind=\"" + kind + "\"}", (double) count);
            }
        }
        head(out, "dragoman_heap_bytes", "gauge", "Memory in use for Java objects");
        line(out, "dragoman_heap_bytes", (double)
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
        return out.toString();
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, double value) {
        out.append(name).append(' ');
        out.append(value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value));
        out.append('\n');
    }
}
