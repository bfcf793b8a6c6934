package org.dragoman.watch;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ReadPage;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * Reads fetched pages in a thread of its own and takes them into the archive: together where many come, at once where few do. Only
 * then the journal has them done. Few pages are held, so those who bring more wait.
 */
final class Intake implements AutoCloseable {
    private static final int MOST_HELD = 16;
    private static final int BATCH = 16;
    private static final long GLANCE_MILLIS = 200;

    /**
     * A page that was fetched.
     *
     * @param lead as the feed names it
     * @param page with the address it has after redirects
     */
    record Visit(URI lead, Page page) {}

    private final Archive archive;
    private final Reader reader;
    private final Journal journal;
    private final Consumer<Note> notes;
    private final BlockingQueue<Visit> held = new ArrayBlockingQueue<>(MOST_HELD);
    private final List<Visit> visits = new ArrayList<>();
    private final List<ReadPage> batch = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "intake");
    private volatile boolean closing;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean told;

    Intake(Archive archive, Reader reader, Journal journal, Consumer<Note> notes) {
        this.archive = archive;
        this.reader = reader;
        this.journal = journal;
        this.notes = notes;
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a page; waits while many are held. Throws what kept an earlier one from the archive. */
    void put(Visit visit) throws InterruptedException {
        while (!held.offer(visit, GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            fail();
        }
        fail();
    }

    private void fail() {
        RuntimeException failed = failure;
        if (failed != null) {
            told = true;
            throw failed;
        }
    }

    private void run() {
        try {
            while (!closing || !held.isEmpty()) {
                Visit visit = held.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (visit != null) {
                    read(visit);
                }
                if (held.isEmpty() || batch.size() >= BATCH) {
                    keep();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failure = failed;
        }
    }

    private void read(Visit visit) {
        try {
            batch.add(reader.read(visit.page()));
            visits.add(visit);
        } catch (UnreadablePageException unreadable) {
            String message = String.valueOf(unreadable.getMessage());
            String name = unreadable.url() + ": ";
            refuse(visit.lead(), message.startsWith(name) ? message.substring(name.length()) : message);
        }
    }

    /** Notes a page that can't be had or read: once in the archive, and for the journal it is done. */
    void refuse(URI lead, String reason) {
        archive.fail(new UnreadablePageException(lead.toString(), reason));
        journal.done(lead);
        notes.accept(new Note(Instant.now(), Note.Kind.REFUSED, lead.toString(), reason));
    }

    private void keep() {
        if (batch.isEmpty()) {
            return;
        }
        archive.add(batch);
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            journal.done(visit.lead());
            journal.done(URI.create(visit.page().url()));
            notes.accept(new Note(Instant.now(), Note.Kind.READ, visit.page().url(), told(batch.get(i))));
        }
        batch.clear();
        visits.clear();
    }

    private static String told(ReadPage page) {
        int events = page.readings().stream()
                .mapToInt(reading -> reading.events().size())
                .sum();
        int statements = page.readings().stream()
                .mapToInt(reading -> reading.statements().size())
                .sum();
        String title = page.readings().isEmpty()
                ? ""
                : page.readings().get(0).article().title();
        return (title.isEmpty() ? "" : "\"" + title + "\": ")
                + events
                + (events == 1 ? " event, " : " events, ")
                + statements
                + (statements == 1 ? " statement" : " statements");
    }

    /** Reads what is held and ends. Throws what kept a page from the archive, if that was not told before. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!told) {
            fail();
        }
    }
}
