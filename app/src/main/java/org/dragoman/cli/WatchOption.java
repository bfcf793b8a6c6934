package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dragoman.watch.Note;
import org.dragoman.watch.Politeness;
import org.dragoman.watch.Subscription;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a command that follows feeds does so. */
final class WatchOption {
    /** What it warns of is told as a note. Kept here: java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger PARSER = Logger.getLogger("crawlercommons");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

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

    /** The feeds in OPML files and at addresses, each once. */
    static List<Subscription> subscriptions(List<String> feeds, CommandSpec spec) throws IOException {
        PARSER.setLevel(Level.OFF);
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

    Politeness politeness(CommandSpec spec) {
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

    /** One line on what a watch did. */
    static void tell(Note note, PrintWriter out) {
        String kind = note.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        // Titles and addresses are others' words: a terminal must not be told what to do by them.
        String text = (note.address() + "  " + note.text()).replaceAll("\\p{Cntrl}", " ");
        out.printf(Locale.ROOT, "%s  %-7s  %s%n", CLOCK.format(note.at()), kind, text);
        out.flush();
    }
}
