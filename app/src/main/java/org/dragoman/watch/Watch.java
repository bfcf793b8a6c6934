package org.dragoman.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.dragoman.archive.Archive;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;

/**
 * Follows feeds and sitemaps and reads the new pages they name into an archive, which stays the caller's.
 *
 * <pre>{@code
 * try (Archive archive = Archive.open(folder); Dragoman dragoman = Dragoman.open();
 *         Watch watch = new Watch(archive, page -> ReadPage.of(dragoman, page), Politeness.USUAL, System.out::println)) {
 *     watch.runOnce(Subscription.read(Path.of("feeds.opml")));
 * }
 * }</pre>
 *
 * <p>A watch runs once. The notes are told by several threads, one after another.
 */
public final class Watch implements AutoCloseable {
    private static final int WORKERS = 8;
    private static final int LARGEST_LISTING = 20_000_000;
    private static final int LARGEST_PAGE = 10_000_000;
    /** New pages of a feed that are taken at a time, the newest; the others are when it is polled again. */
    private static final int MOST_NEW = 1_000;
    /** Sitemaps that a sitemap names and that are asked, the newest. */
    private static final int MOST_PARTS = 50;

    private static final int MOST_TRIES = 4;
    private static final int MOST_DOUBLINGS = 10;
    /** Whoever says that a feed stays as it is for longer doesn't mean it. */
    private static final Duration FRESHEST = Duration.ofHours(1);

    private static final Set<String> PAGE_TYPES = Set.of("text/html", "application/xhtml+xml", "text/plain");

    private final Politeness politeness;
    private final Consumer<Note> notes;
    private final Journal journal;
    private final Fetcher fetcher;
    private final Intake intake;
    private final AtomicReference<Agenda> running = new AtomicReference<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private volatile boolean stopped;

    /**
     * A watch for an archive.
     *
     * @param archive open to write
     * @param reader reads the pages
     * @param notes gets what happens
     * @throws org.dragoman.archive.ArchiveException if the journal beside the archive is damaged or can't be written
     */
    public Watch(Archive archive, Reader reader, Politeness politeness, Consumer<Note> notes) {
        this.politeness = politeness;
        Object turn = new Object();
        this.notes = note -> {
            synchronized (turn) {
                notes.accept(note);
            }
        };
        journal = new Journal(archive.folder());
        fetcher = new Fetcher(politeness);
        intake = new Intake(archive, reader, journal, this.notes);
    }

    /** Follows feeds until {@link #stop} is called. */
    public void run(List<Subscription> subscriptions) throws InterruptedException {
        run(subscriptions, new Agenda(false));
    }

    /** Polls each feed once, also those that would not be due yet, and reads what is new. */
    public void runOnce(List<Subscription> subscriptions) throws InterruptedException {
        run(subscriptions, new Agenda(true));
    }

    /** Ends {@link #run} soon; what is being fetched is still read. */
    public void stop() {
        stopped = true;
        Agenda agenda = running.get();
        if (agenda != null) {
            agenda.end();
        }
    }

    private void run(List<Subscription> subscriptions, Agenda agenda) throws InterruptedException {
        if (!running.compareAndSet(null, agenda)) {
            throw new IllegalStateException("a watch runs once");
        }
        if (stopped) {
            agenda.end();
        }
        for (Journal.Waiting page : journal.waiting()) {
            visit(page, agenda);
        }
        for (Subscription subscription : subscriptions) {
            Journal.Feed feed = journal.feed(subscription.address());
            Instant due = agenda.isOnce() && feed.failures() == 0 ? Instant.EPOCH : feed.next();
            pollFrom(subscription.address(), due, agenda);
        }
        CountDownLatch ended = new CountDownLatch(WORKERS);
        for (int i = 0; i < WORKERS; i++) {
            Thread worker = new Thread(
                    () -> {
                        work(agenda);
                        ended.countDown();
                    },
                    "watch " + i);
            worker.setDaemon(true);
            worker.start();
        }
        try {
            ended.await();
        } finally {
            agenda.end();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void work(Agenda agenda) {
        try {
            for (Optional<Agenda.Task> task = agenda.take(); task.isPresent(); task = agenda.take()) {
                try {
                    task.get().work().run();
                } finally {
                    agenda.done(task.get());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // A full disk, say: going on would fetch what can't be kept.
            failure.compareAndSet(null, failed);
            agenda.end();
        }
    }

    /** Polls a feed when it is due, and again and again. */
    private void pollFrom(URI address, Instant due, Agenda agenda) {
        agenda.add(new Agenda.Task(WebAddress.host(address), due, () -> {
            poll(address, agenda, true);
            Instant next = journal.feed(address).next();
            if (!agenda.isOnce()) {
                pollFrom(address, next, agenda);
            }
        }));
    }

    /** @param parts whether the sitemaps that it names are polled too: those that these name are not */
    private void poll(URI address, Agenda agenda, boolean parts) throws InterruptedException {
        Journal.Feed before = journal.feed(address);
        try {
            Fetched answer = fetcher.fetch(address, before.validators(), Set.of(), LARGEST_LISTING);
            Validators validators = before.validators();
            if (answer.changed()) {
                Leads leads = Leads.of(answer.address(), answer.content(), LARGEST_LISTING);
                boolean left = take(leads, before.equals(Journal.Feed.NEW), address, agenda);
                // Where pages are left for the next time, the answer must come again.
                validators = left ? Validators.NONE : answer.validators();
                if (parts) {
                    pollParts(leads, agenda);
                }
            } else {
                note(Note.Kind.POLLED, address, "unchanged");
            }
            Duration pause = longer(politeness.poll(), shorter(answer.fresh(), FRESHEST));
            journal.put(address, new Journal.Feed(validators, Instant.now().plus(pause), 0));
        } catch (FetchException | UnreadablePageException failed) {
            putOff(address, before, failed);
        }
    }

    private void pollParts(Leads leads, Agenda agenda) {
        Instant oldest = Instant.now().minus(politeness.newest());
        leads.sitemaps().stream()
                .filter(part -> !part.isBefore(oldest))
                .limit(MOST_PARTS)
                .forEach(part -> agenda.add(new Agenda.Task(
                        WebAddress.host(part.address()), Instant.now(), () -> poll(part.address(), agenda, false))));
    }

    /**
     * Has the new pages fetched.
     *
     * @param first whether the feed was never seen before
     * @return whether some were left for the next time
     */
    private boolean take(Leads leads, boolean first, URI address, Agenda agenda) {
        Instant oldest = Instant.now().minus(politeness.newest());
        int fresh = 0;
        int older = 0;
        boolean left = false;
        for (Lead lead : leads.pages()) {
            if (journal.knows(lead.address())) {
                continue;
            }
            if (lead.isBefore(oldest)) {
                older++;
            } else if (first && !leads.feed() && lead.told().isEmpty()) {
                // A sitemap without dates lists all that a site ever had: new is what comes to it from now on.
                journal.done(lead.address());
                older++;
            } else if (fresh < MOST_NEW) {
                fresh++;
                Journal.Waiting page = new Journal.Waiting(lead, Instant.now(), 0);
                journal.put(page);
                visit(page, agenda);
            } else {
                left = true;
            }
        }
        String parts = leads.sitemaps().isEmpty() ? "" : leads.sitemaps().size() + " sitemaps, ";
        note(
                Note.Kind.POLLED,
                address,
                parts + leads.pages().size() + (leads.pages().size() == 1 ? " page, " : " pages, ") + fresh + " new"
                        + (older == 0 ? "" : ", " + older + " too old"));
        return left;
    }

    private void putOff(URI address, Journal.Feed before, Exception failed) {
        boolean lasting = failed instanceof FetchException fetch && fetch.isLasting();
        Duration asked = failed instanceof FetchException fetch ? fetch.pause() : Duration.ZERO;
        Duration pause = lasting
                ? politeness.longestPause()
                : longer(asked, shorter(doubled(politeness.poll(), before.failures() + 1), politeness.longestPause()));
        journal.put(address, new Journal.Feed(before.validators(), Instant.now().plus(pause), before.failures() + 1));
        note(
                lasting ? Note.Kind.REFUSED : Note.Kind.PUT_OFF,
                address,
                reason(failed, address) + "; again in " + words(pause));
    }

    private void visit(Journal.Waiting page, Agenda agenda) {
        agenda.add(new Agenda.Task(WebAddress.host(page.lead().address()), page.due(), () -> fetch(page, agenda)));
    }

    private void fetch(Journal.Waiting waiting, Agenda agenda) throws InterruptedException {
        Lead lead = waiting.lead();
        URI address = lead.address();
        try {
            Fetched answer = fetcher.fetch(address, Validators.NONE, PAGE_TYPES, LARGEST_PAGE);
            if (!answer.address().equals(address) && journal.knows(answer.address())) {
                journal.done(address);
                return;
            }
            Page page = new Page(
                    answer.address().toString(),
                    answer.content(),
                    answer.charset(),
                    Optional.of(Instant.now()),
                    lead.listing());
            intake.put(new Intake.Visit(address, page));
        } catch (FetchException failed) {
            if (failed.isLasting() || waiting.tries() + 1 >= MOST_TRIES) {
                intake.refuse(address, String.valueOf(failed.getMessage()));
                return;
            }
            Duration pause = longer(failed.pause(), doubled(politeness.poll(), waiting.tries()));
            // A host that wants to be left alone has not failed.
            int tries = failed.pause().isZero() ? waiting.tries() + 1 : waiting.tries();
            Journal.Waiting later = new Journal.Waiting(lead, Instant.now().plus(pause), tries);
            journal.put(later);
            visit(later, agenda);
            note(Note.Kind.PUT_OFF, address, failed.getMessage() + "; again in " + words(pause));
        }
    }

    private void note(Note.Kind kind, URI address, String text) {
        notes.accept(new Note(Instant.now(), kind, address.toString(), text));
    }

    private static String reason(Exception failed, URI address) {
        String message = String.valueOf(failed.getMessage());
        String name = address + ": ";
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }

    private static Duration doubled(Duration time, int doublings) {
        return time.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String words(Duration time) {
        long minutes = time.toMinutes();
        if (minutes >= 120) {
            return time.toHours() + " h";
        }
        return minutes >= 2 ? minutes + " min" : time.toSeconds() + " s";
    }

    /** Reads what was fetched and ends. */
    @Override
    public void close() {
        stop();
        try {
            intake.close();
        } finally {
            fetcher.close();
            journal.close();
        }
    }
}
