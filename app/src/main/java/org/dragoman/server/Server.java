package org.dragoman.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ArchiveException;
import org.dragoman.archive.ReadPage;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.query.Counts;
import org.dragoman.query.Query;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers an archive over HTTP until it is closed; the archive stays the caller's.
 *
 * <pre>{@code
 * try (Archive archive = Archive.openToRead(folder);
 *         Server server = Server.start(archive, Settings.of("127.0.0.1", 8080, token))) {
 *     System.out.println(server.address());
 * }
 * }</pre>
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Server.class.getName());
    private static final int LARGEST_BODY = 5_000_000;
    private static final int LARGEST_HEAD = 16_384;
    private static final int THREADS = 24;
    private static final int IDLE_THREADS = 4;
    private static final int MOST_CONNECTIONS = 12_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Javalin javalin;
    private final Readings readings;
    private final LiveFeed feed;
    private final Settings settings;
    /** Where other processes look for it. */
    private final Optional<Path> signposted;

    private Server(Archive archive, Settings settings, Optional<Errand.Runner> commands) {
        this.settings = settings;
        signposted = commands.filter(runner -> archive.writable()).map(runner -> archive.folder());
        Bodies bodies = new Bodies();
        readings = new Readings(archive, bodies);
        Query query = new Query(archive);
        feed = new LiveFeed(archive, query);
        Counts counts = new Counts(query);
        Guard guard = new Guard(settings);
        Metrics metrics = new Metrics(counts);
        Corrections corrections = new Corrections(archive.folder());
        Answers answers = new Answers(() -> archive.changes() + corrections.count());
        javalin = Javalin.create(config -> {
            transport(config);
            config.routes.before(metrics::begin);
            config.routes.before(guard::check);
            config.routes.after(metrics::end);
            config.routes.get("/api/health", Server::health);
            config.routes.get("/api/archive", answers.of(context -> holdings(counts, archive)));
            config.routes.get("/api/openapi.yaml", Server::description);
            new Records(query).register(config.routes, answers);
            new Charts(counts).register(config.routes, answers);
            readings.register(config.routes);
            feed.register(config.routes);
            commands.ifPresent(runner -> new Errands(runner, archive.outbox(), bodies).register(config.routes));
            new Review(archive, query, guard, corrections, bodies).register(config.routes, answers);
            metrics.register(config.routes);
            new Assets(guard).register(config.routes);
            refusals(config);
        });
    }

    /**
     * Begins to answer.
     *
     * @throws io.javalin.util.JavalinException if the address is taken or not this machine's
     */
    public static Server start(Archive archive, Settings settings) {
        return start(new Server(archive, settings, Optional.empty()));
    }

    /** As {@link #start(Archive, Settings)}, and does the commands of processes that find the archive taken. */
    public static Server start(Archive archive, Settings settings, Errand.Runner commands) {
        return start(new Server(archive, settings, Optional.of(commands)));
    }

    private static Server start(Server server) {
        server.javalin.start(server.settings.host(), server.settings.port());
        server.signposted.ifPresent(server::signpost);
        return server;
    }

    private void signpost(Path folder) {
        try {
            new Signpost(address(), settings.token(), ProcessHandle.current().pid()).put(folder);
        } catch (IOException refused) {
            close();
            throw new ArchiveException("can't write into " + folder + ": " + refused.getMessage(), refused);
        }
    }

    /** Where it answers. */
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + javalin.port() + "/");
    }

    /**
     * Reads a page that came in by another way, with the model that the server has; one at a time.
     *
     * @throws UnreadablePageException if nothing can be read on it
     */
    public ReadPage read(Page page) throws UnreadablePageException {
        return readings.read(page);
    }

    /** The addresses that it answers, with their methods, such as {@code GET /api/events}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        signposted.ifPresent(Signpost::remove);
        feed.close();
        javalin.stop();
        readings.close();
    }

    private static void transport(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, IDLE_THREADS, (int) IDLE.toMillis());
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setRequestHeaderSize(LARGEST_HEAD);
            http.setIdleTimeout(IDLE.toMillis());
        });
        config.jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
            server.setErrorHandler(new Unreadable());
        });
    }

    private static void refusals(JavalinConfig config) {
        config.routes.exception(Problem.class, Problem::answer);
        config.routes.exception(HttpResponseException.class, (refused, context) -> new Problem(
                        HttpStatus.forStatus(refused.getStatus()), detail(refused))
                .answer(context));
        config.routes.exception(ArchiveException.class, (refused, context) -> {
            LOG.log(Level.WARNING, "the archive did not answer {0}: {1}", context.path(), refused.getMessage());
            new Problem(HttpStatus.SERVICE_UNAVAILABLE, "the archive could not answer this; ask for less")
                    .answer(context);
        });
        config.routes.exception(Exception.class, (failed, context) -> {
            LOG.log(Level.ERROR, "failed to answer " + context.path(), failed);
            new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "the server failed; its log says more").answer(context);
        });
    }

    private static String detail(HttpResponseException refused) {
        return switch (refused.getStatus()) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address isn't asked that way";
            case 413 -> "the body is larger than " + LARGEST_BODY + " bytes";
            default -> "the request can't be answered";
        };
    }

    private static void health(Context context) {
        context.header("Cache-Control", "no-store");
        context.result("{\"status\":\"up\"}");
        context.contentType(Answer.JSON_TYPE);
    }

    private static Answer holdings(Counts counts, Archive archive) {
        return Answer.json(json -> {
            json.writeBooleanField("writable", archive.writable());
            Answer.rows(json, "holdings", counts.holdings());
        });
    }

    private static void description(Context context) throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("no openapi.yaml beside " + Server.class.getName());
            }
            context.result(in.readAllBytes());
            context.contentType("application/yaml");
        }
    }

    /** Answers what isn't even HTTP, or too long to be read. */
    private static final class Unreadable extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String text = Problem.json(response.getStatus(), "Unreadable request", "the request can't be read", "");
            response.getHeaders().put("Content-Type", Problem.MEDIA_TYPE);
            response.getHeaders().put("Cache-Control", "no-store");
            response.write(true, BufferUtil.toBuffer(text, StandardCharsets.UTF_8), callback);
            return true;
        }
    }
}
