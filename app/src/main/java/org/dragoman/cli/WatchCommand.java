package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
    @Parameters(
            arity = "1..*",
            paramLabel = "FEED",
            description = "OPML files, or addresses of feeds (RSS, Atom) and sitemaps.")
    private List<String> feeds = List.of();

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Option(names = "--once", description = "Poll each feed once, read what is new, and end.")
    private boolean once;

    @Mixin
    private WatchOption manner = new WatchOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<Note.Kind, Integer> tally = new EnumMap<>(Note.Kind.class);

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Subscription> subscriptions = WatchOption.subscriptions(feeds, spec);
        Politeness politeness = manner.politeness(spec);
        try (Interruption interruption = new Interruption();
                Archive open = Archive.open(archive.folder());
                Dragoman dragoman = Dragoman.open();
                Watch watch = new Watch(open, page -> ReadPage.of(dragoman, page), politeness, note -> {
                    tally.merge(note.kind(), 1, Integer::sum);
                    WatchOption.tell(note, out);
                })) {
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
}
