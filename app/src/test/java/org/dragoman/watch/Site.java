package org.dragoman.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on this machine that answers as a test says, and remembers what it was asked. */
final class Site implements AutoCloseable {
    /** Answers one request. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request that came. */
    record Asked(String path, long nanoTime, Map<String, List<String>> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(new Asked(path, System.nanoTime(), Map.copyOf(exchange.getRequestHeaders())));
            try (exchange) {
                pages.getOrDefault(path, status(404)).answer(exchange);
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    Site put(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    Site put(String path, String type, String text) {
        return put(path, content(type, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A feed that links to pages. */
    Site feed(String path, String... links) {
        return put(path, "application/rss+xml", rss(links));
    }

    /** A short story under a path. */
    Site story(String path) {
        return put(path, "text/html; charset=utf-8", "<html><body><p>The story of " + path + ".</p></body></html>");
    }

    static String rss(String... links) {
        StringBuilder items = new StringBuilder();
        for (String link : links) {
            items.append("<item><title>A headline</title><link>").append(link).append("</link></item>");
        }
        return "<rss version=\"2.0\"><channel><title>News</title>" + items + "</channel></rss>";
    }

    static Page content(String type, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Page status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Page redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How often a path was asked for. */
    long asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
