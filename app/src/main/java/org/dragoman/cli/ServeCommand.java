package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dragoman.archive.Archive;
import org.dragoman.archive.Memory;
import org.dragoman.server.Server;
import org.dragoman.server.Settings;
import org.dragoman.watch.Politeness;
import org.dragoman.watch.Subscription;
import org.dragoman.watch.Watch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows an archive in the browser and answers programs over HTTP, until it is stopped (Ctrl-C).",
            "",
            "Only this machine can reach it, unless --host says otherwise; then a token is needed for everything. What"
                    + " changes something (pages to read, corrections) always needs it. The address printed first has it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman serve --archive archive",
            "  dragoman serve --read-only --port 9000",
            "  dragoman serve --watch feeds.opml"
        })
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 24;
    /** Kept here: java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger LOG = Logger.getLogger("");

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:DRAGOMAN_TOKEN}",
            description = "What requests must show. Default: $DRAGOMAN_TOKEN, else a new one each start.")
    private @Nullable String token;

    @Option(
            names = "--read-only",
            description = "Take nothing in, so that other commands can read the archive at the same time.")
    private boolean readOnly;

    @Option(
            names = "--watch",
            paramLabel = "FEED",
            description =
                    "Also follow feeds, as the command watch does: OPML files, or addresses of feeds and sitemaps.")
    private List<String> feeds = List.of();

    @Mixin
    private WatchOption manner = new WatchOption();

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "96",
            description =
                    "Memory for the archive's database; more makes questions to large archives quicker. Default: ${DEFAULT-VALUE}.")
    private int memory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = settings();
        List<Subscription> subscriptions = WatchOption.subscriptions(feeds, spec);
        if (readOnly && !subscriptions.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--watch takes pages in, --read-only does not");
        }
        Politeness politeness = manner.politeness(spec);
        LOG.setLevel(Level.WARNING);
        try (Interruption interruption = new Interruption();
                Archive open = open();
                Server server = Server.start(open, settings, new ServedCommands(open))) {
            out.println(
                    "Dragoman shows " + archive.folder() + " at " + server.address() + "?token=" + settings.token());
            out.flush();
            if (subscriptions.isEmpty()) {
                interruption.await();
            } else {
                try (Watch watch = new Watch(open, server::read, politeness, note -> WatchOption.tell(note, out))) {
                    interruption.onStop(watch::stop);
                    watch.run(subscriptions);
                }
            }
        }
        return 0;
    }

    private Archive open() {
        Memory bounded = Memory.ofMegabytes(memory);
        return readOnly || Archive.isParquet(archive.folder())
                ? Archive.openToRead(archive.folder(), bounded)
                : Archive.open(archive.folder(), bounded);
    }

    private Settings settings() {
        try {
            return Settings.of(host, port, token == null || token.isBlank() ? newToken() : token);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
