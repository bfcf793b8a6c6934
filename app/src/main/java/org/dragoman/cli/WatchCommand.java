package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dragoman.Dragoman;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ReadPage;
import org.dragoman.watch.Note;
import org.dragoman.watch.Politeness;
import org.dragoman.watch.Subscription;
import org.dragoman.watch.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Follows feeds and sitemaps and reads the new pages they name into an archive, until it is stopped (Ctrl-C).",
            "",
            "It asks as robots.txt allows, one request at a time and host, no feed more often than --every, and what has not"
                    + " changed is not sent again. Stopped or killed, it goes on where it was. It asks hosts with public"
                    + " addresses only; --allow-private opens this network to whoever writes the feeds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman watch feeds.opml --archive archive",
            "  dragoman watch https://example.org/news.xml https://example.org/sitemap.xml",
            "  dragoman watch feeds.opml --once     # from cron"
        })
final class WatchCommand implements Callable<Integer> {
    /** What it warns of is told as a note. Kept here: java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger PARSER = Logger.getLogger("crawlercommons");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    @Parameters(
            arity = "1..*",
            paramLabel = "FEED",
            description = "OPML files, or addresses of feeds (RSS, Atom) and sitemaps.")
    private List<String> feeds = List.of();

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Option(names = "--once", description = "Poll each feed once, read what is new, and end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "MINUTES",
            defaultValue = "15",
            description = "Least time between polls of a feed. Default: ${DEFAULT-VALUE}.")
    private int every;

    @Option(
            names = "--between",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "Least time between requests to a host. Default: ${DEFAULT-VALUE}.")
    private int between;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "7",
            description = "Leave out pages that a feed says are older. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description =
                    "Where those who are asked can reach you, such as mailto:me@example.org: sent with each request.")
    private String contact = "";

    @Option(
            names = "--allow-private",
            description = "Also ask hosts that only this machine or network reaches, such as an intranet's.")
    private boolean allowPrivate;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<Note.Kind, Integer> tally = new EnumMap<>(Note.Kind.class);

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PARSER.setLevel(Level.OFF);
        List<Subscription> subscriptions = subscriptions();
        Politeness politeness = politeness();
        try (Interruption interruption = new Interruption();
                Archive open = archive.open();
                Dragoman dragoman = Dragoman.open();
                Watch watch =
                        new Watch(open, page -> ReadPage.of(dragoman, page), politeness, note -> tell(note, out))) {
            interruption.onStop(watch::stop);
            out.println("Watching " + ReadRun.count(subscriptions.size(), "feed") + " for " + archive.folder());
            out.flush();
            if (once) {
                watch.runOnce(subscriptions);
            } else {
                watch.run(subscriptions);
            }
        }
        out.println(ReadRun.count(tally.getOrDefault(Note.Kind.READ, 0), "page") + " read, "
                + ReadRun.count(tally.getOrDefault(Note.Kind.POLLED, 0), "poll") + ", "
                + tally.getOrDefault(Note.Kind.PUT_OFF, 0) + " put off, "
                + tally.getOrDefault(Note.Kind.REFUSED, 0) + " refused");
        return tally.containsKey(Note.Kind.REFUSED) || tally.containsKey(Note.Kind.PUT_OFF) ? 1 : 0;
    }

    private void tell(Note note, PrintWriter out) {
        tally.merge(note.kind(), 1, Integer::sum);
        String kind = note.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        // Titles and addresses are others' words: a terminal must not be told what to do by them.
        String text = (note.address() + "  " + note.text()).replaceAll("\\p{Cntrl}", " ");
        out.printf(Locale.ROOT, "%s  %-7s  %s%n", CLOCK.format(note.at()), kind, text);
        out.flush();
    }

    private List<Subscription> subscriptions() throws IOException {
        List<Subscription> subscriptions = new ArrayList<>();
        try {
            for (String feed : feeds) {
                if (feed.matches("(?i)https?://.*")) {
                    subscriptions.add(Subscription.to(feed));
                } else {
                    subscriptions.addAll(Subscription.read(Path.of(feed)));
                }
            }
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
        return subscriptions.stream().distinct().toList();
    }

    private Politeness politeness() {
        try {
            return Politeness.USUAL
                    .withPoll(Duration.ofMinutes(every))
                    .withBetween(Duration.ofSeconds(between))
                    .withNewest(Duration.ofDays(days))
                    .withContact(contact)
                    .withPrivateAddresses(allowPrivate);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
