package org.dragoman.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How long a server takes to answer at a given rate of requests, sent when they are due whether or not earlier ones are answered. Nine of
 * ten questions are new ones, so that the server's memory of answers helps as little as in use; one in ten is the overview's.
 *
 * <p>Run its main method with the server's address, requests a second, seconds, and the server's process id.
 */
final class ServerBench {
    private static final List<String> COUNTRIES =
            List.of("USA", "RUS", "CHN", "IRQ", "SYR", "TUR", "GBR", "FRA", "DEU", "IRN", "ISR", "EGY", "SAU", "IND");
    private static final List<String> TYPES = List.of("ASSAULT", "ACCUSE", "CONSULT", "SUPPORT", "AID", "PROTEST");
    private static final List<String> WORDS = List.of("attack", "oil", "talks", "minister", "border", "agreement");
    /** What the overview asks when it is opened. */
    private static final List<String> OVERVIEW = List.of(
            "/api/archive",
            "/api/series?by=month",
            "/api/places?limit=150",
            "/api/dyads?limit=12",
            "/api/events?limit=8");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Random random = new Random(7);
    private final List<String> events = new ArrayList<>();
    private final List<String> articles = new ArrayList<>();

    private ServerBench(URI address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServerBench bench = new ServerBench(URI.create(arguments[0]));
        bench.firstView();
        bench.load(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        for (String line : Files.readAllLines(Path.of("/proc", arguments[3], "status"))) {
            if (line.startsWith("VmHWM") || line.startsWith("VmRSS")) {
                System.out.println(line);
            }
        }
    }

    /** The page's files, then what it asks, as a browser would. */
    private void firstView() {
        long started = System.nanoTime();
        for (List<String> together : List.of(List.of("/"), List.of("/page.js", "/page.css", "/world.json"), OVERVIEW)) {
            together.stream().map(this::ask).toList().forEach(CompletableFuture::join);
        }
        System.out.printf(Locale.ROOT, "first view, all answers: %.0f ms%n", (System.nanoTime() - started) / 1e6);
    }

    private void load(int perSecond, int seconds) throws InterruptedException, IOException {
        ids("/api/events?limit=1000&offset=5000", events);
        ids("/api/articles?limit=1000&offset=5000", articles);
        Map<String, List<Double>> taken = new ConcurrentSkipListMap<>();
        AtomicInteger refused = new AtomicInteger();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        long started = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = started + i * 1_000_000_000L / perSecond;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            String path = question();
            String kind = path.split("[?]")[0].replaceAll("/\\d+$", "/{id}");
            answers.add(ask(path).thenAccept(response -> {
                double milliseconds = (System.nanoTime() - due) / 1e6;
                if (response.statusCode() != 200) {
                    refused.incrementAndGet();
                }
                List<Double> times = taken.computeIfAbsent(kind, name -> new ArrayList<>());
                synchronized (times) {
                    times.add(milliseconds);
                }
            }));
        }
        answers.forEach(CompletableFuture::join);
        Map<String, List<Double>> shown = new TreeMap<>(taken);
        shown.put("all", taken.values().stream().flatMap(List::stream).toList());
        shown.forEach((kind, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %5d requests, median %4.0f, p95 %4.0f, p99 %4.0f, longest %5.0f ms%n",
                    kind,
                    sorted.size(),
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1));
        });
        System.out.printf(
                Locale.ROOT,
                "%d refused; %.1f requests/s%n",
                refused.get(),
                answers.size() * 1e9 / (System.nanoTime() - started));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    private String question() {
        if (random.nextInt(10) == 0) {
            return one(OVERVIEW);
        }
        List<Supplier<String>> questions = List.of(
                () -> "/api/events?limit=30&filter=" + filter(),
                () -> "/api/events?limit=30&offset=" + random.nextInt(3_000),
                () -> "/api/events/" + one(events),
                () -> "/api/events/" + one(events),
                () -> "/api/articles/" + one(articles),
                () -> "/api/articles/" + one(articles),
                () -> "/api/statements?limit=30&filter=" + encoded("country:" + one(COUNTRIES) + " date:" + year()),
                () -> "/api/series?by=month&filter=" + filter(),
                () -> "/api/dyads?limit=12&filter=" + filter(),
                () -> "/api/places?limit=150&filter=" + filter(),
                () -> "/api/facets?filter=" + filter(),
                () -> "/api/search?limit=10&filter=" + encoded(one(WORDS) + " date:" + year()));
        return one(questions).get();
    }

    private String filter() {
        List<String> filters = List.of(
                "country:" + one(COUNTRIES) + " date:" + year() + "..",
                "type:" + one(TYPES) + " country:" + one(COUNTRIES),
                "date:" + year() + " country:" + one(COUNTRIES),
                "dyad:" + one(COUNTRIES) + ">" + one(COUNTRIES),
                "quad:" + (1 + random.nextInt(4)) + " date:" + year() + "-0" + (1 + random.nextInt(9)) + "..");
        return encoded(one(filters));
    }

    private int year() {
        return 2010 + random.nextInt(9);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void ids(String path, List<String> ids) throws IOException {
        for (JsonNode item :
                new ObjectMapper().readTree(ask(path).join().body()).get("items")) {
            ids.add(item.get("id").asText());
        }
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return http.sendAsync(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }
}
