package org.dragoman.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dragoman.Dragoman;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ReadPage;
import org.dragoman.article.Article;
import org.dragoman.output.Explanation;
import org.dragoman.output.Format;
import org.dragoman.output.Style;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * Texts and pages that are read on request, one at a time: reading takes a core. Model and tables are loaded with the first
 * request, so that a server that only answers questions stays small.
 */
final class Readings implements AutoCloseable {
    private static final int LONGEST_TEXT = 4_000;
    private static final long PATIENCE_SECONDS = 20;

    private final Archive archive;
    private final Bodies bodies;
    private final Semaphore turn = new Semaphore(1);
    private @Nullable Dragoman dragoman;

    Readings(Archive archive, Bodies bodies) {
        this.archive = archive;
        this.bodies = bodies;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/explain", this::explain);
        routes.post("/api/pages", this::read);
    }

    private void explain(Context context) {
        String text = Question.parameter(context, "text");
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Problem.badRequest("text: wants 1 to " + LONGEST_TEXT + " characters");
        }
        Article article = new Article("", "", List.of(), day(context), Optional.empty(), "en", text, List.of());
        Answer answer = inTurn(reader -> {
            org.dragoman.Reading reading = reader.read(article);
            StringBuilder layers = new StringBuilder();
            StringBuilder story = new StringBuilder();
            try {
                Explanation.write(reading, layers);
                Format.JSON.writer(story, new Style(100, false)).write(reading.extraction());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return Answer.json(json -> {
                json.writeStringField("explanation", layers.toString());
                json.writeFieldName("story");
                json.writeRawValue(story.toString());
            });
        });
        context.header("Cache-Control", "no-store");
        context.result(answer.body());
        context.contentType(answer.contentType());
    }

    private void read(Context context) {
        if (!archive.writable()) {
            throw new Problem(HttpStatus.CONFLICT, "this server was started to answer only; it takes in no pages");
        }
        String url = Question.parameter(context, "url");
        byte[] bytes = bodies.of(context);
        if (!url.matches("https?://[^\\s\\p{Cntrl}]{1,2000}")) {
            throw Problem.badRequest("url: wants the http or https address that the page has");
        }
        if (bytes.length == 0) {
            throw Problem.badRequest("the body wants the page: HTML or plain text");
        }
        Page page = Page.of(url, bytes);
        boolean known = archive.isCurrent(page);
        int articles = known
                ? 0
                : inTurn(reader -> {
                    try {
                        return archive.add(List.of(new ReadPage(page, reader.readings(page))));
                    } catch (UnreadablePageException unreadable) {
                        throw new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT, "the page can't be read: " + unreadable.getMessage());
                    }
                });
        Answer answer = Answer.json(json -> {
            json.writeBooleanField("known", known);
            json.writeNumberField("articles", articles);
        });
        context.status(known ? HttpStatus.OK : HttpStatus.CREATED);
        context.result(answer.body());
        context.contentType(answer.contentType());
    }

    private static Optional<LocalDate> day(Context context) {
        String date = Question.parameter(context, "date");
        try {
            return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException noDay) {
            throw Problem.badRequest("date: wants a day such as 2024-11-27");
        }
    }

    /** What is done with the reader when it is free. */
    private interface Act<T> {
        T with(Dragoman reader);
    }

    private <T> T inTurn(Act<T> act) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "others are being read; try again later");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "the server is stopping");
        }
        try {
            return act.with(reader());
        } finally {
            turn.release();
        }
    }

    /** Reads a page for who can wait. */
    ReadPage read(Page page) throws UnreadablePageException {
        turn.acquireUninterruptibly();
        try {
            return ReadPage.of(reader(), page);
        } finally {
            turn.release();
        }
    }

    private Dragoman reader() {
        Dragoman reader = dragoman;
        if (reader == null) {
            reader = Dragoman.open();
            dragoman = reader;
        }
        return reader;
    }

    @Override
    public void close() {
        turn.acquireUninterruptibly();
        if (dragoman != null) {
            dragoman.close();
        }
    }
}
