package org.dragoman.archive;

import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.Extraction;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.entity.Entity;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.place.Toponym;
import org.dragoman.predict.CodePoints;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Statement;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;
import org.duckdb.DuckDBConnection;

/** Writes the rows of one batch; the transaction is the caller's. */
final class Ingest implements AutoCloseable {
    private static final String BETWEEN_PIECES = " … ";
    /** "This year" says nothing about the day: longer spans around the day of publication give way to it. */
    private static final int LONGEST_SPAN_DAYS = 31;

    private final int version;
    private final long run;
    private final Rows pages;
    private final Rows articles;
    private final Rows sentences;
    private final Rows entities;
    private final Rows toponyms;
    private final Rows statements;
    private final Rows reports;
    private final Set<Long> touched = new HashSet<>();
    private long seq;

    /**
     * @param version number of the running {@link Version}
     * @param seq the last sequence number given out
     */
    Ingest(DuckDBConnection connection, int version, long run, long seq) throws SQLException {
        this.version = version;
        this.run = run;
        this.seq = seq;
        pages = new Rows(connection, "pages");
        articles = new Rows(connection, "articles");
        sentences = new Rows(connection, "sentences");
        entities = new Rows(connection, "entities");
        toponyms = new Rows(connection, "toponyms");
        statements = new Rows(connection, "statements");
        reports = new Rows(connection, "reports");
    }

    /** The last sequence number given out. */
    long seq() {
        return seq;
    }

    /** The events that the rows written tell of. */
    Set<Long> touched() {
        return touched;
    }

    void page(long id, ReadPage read) throws SQLException {
        pages.begin()
                .id(id)
                .text(read.page().url())
                .instant(read.page().fetched())
                .number(read.page().content().length)
                .number(read.readings().size())
                .id(run)
                .number(version)
                .end();
        int number = 0;
        for (Reading reading : read.readings()) {
            article(id, number++, reading);
        }
    }

    private void article(long page, int number, Reading reading) throws SQLException {
        Article article = reading.article();
        String text = article.text();
        long id = Ids.of(page, number);
        Written written = new Written(id, text, new CodePoints(text));
        articles.begin()
                .id(id)
                .id(++seq)
                .id(page)
                .number(number)
                .text(article.url())
                .text(article.title())
                .text(text)
                .texts(article.authors())
                .day(article.published())
                .text(article.source().filter(name -> !name.isBlank()).orElseGet(() -> host(article.url())))
                .text(article.language())
                .texts(article.captions())
                .id(id)
                .id(id)
                .number(version)
                .end();
        int position = 0;
        for (Sentence sentence : reading.analysis().sentences()) {
            sentences
                    .begin()
                    .id(id)
                    .number(position++)
                    .number(written.start(sentence.span()))
                    .number(written.end(sentence.span()))
                    .end();
        }
        position = 0;
        for (Entity entity : reading.cast().entities().all()) {
            Actor actor = reading.cast().actors().get(entity);
            if (entity.type() != Entity.Type.OTHER || actor != null) {
                entity(written, position++, entity, Optional.ofNullable(actor));
            }
        }
        for (Toponym toponym : reading.toponyms()) {
            toponyms.begin()
                    .id(id)
                    .number(written.start(toponym.span()))
                    .number(written.end(toponym.span()))
                    .place(Optional.of(toponym.place()))
                    .share(toponym.certainty())
                    .number(version)
                    .end();
        }
        Map<Event, Long> ids = new IdentityHashMap<>();
        for (Event event : reading.events()) {
            ids.put(
                    event,
                    Ids.of(
                            id,
                            "report",
                            ids.size(),
                            event.type().name(),
                            event.evidence().trigger()));
        }
        position = 0;
        for (Event event : reading.events()) {
            report(written, position++, event, ids.getOrDefault(event, 0L), article.published());
        }
        position = 0;
        Extraction extraction = reading.extraction();
        for (Statement statement : reading.statements()) {
            statement(
                    written,
                    position++,
                    statement,
                    article.published(),
                    extraction.reported(statement).stream().map(ids::get).toList(),
                    extraction.performed(statement).stream().map(ids::get).toList());
        }
    }

    private void entity(Written article, int number, Entity entity, Optional<Actor> actor) throws SQLException {
        entities.begin()
                .id(article.id)
                .number(number)
                .text(entity.name())
                .lower(entity.type())
                .number(entity.mentions().size())
                .texts(entity.descriptions());
        if (actor.isPresent()) {
            entities.text(actor.get().country())
                    .texts(actor.get().sectors())
                    .text(actor.get().role())
                    .lower(actor.get().basis());
        } else {
            entities.nothing(4);
        }
        entities.number(version).end();
    }

    private void statement(
            Written article,
            int number,
            Statement statement,
            Optional<LocalDate> published,
            List<Long> reported,
            List<Long> performed)
            throws SQLException {
        Occasion occasion = statement.occasion();
        statements
                .begin()
                .id(Ids.of(article.id, "statement", number, statement.content()))
                .id(article.id)
                .number(number)
                .day(day(occasion.time(), published))
                .party(statement.speaker())
                .lower(statement.kind())
                .lower(statement.directness())
                .lower(statement.polarity())
                .lower(statement.modality())
                .truth(statement.factual())
                .party(occasion.addressee().map(Occasion.Addressee::actor))
                .text(occasion.medium().map(Occasion.Medium::type).orElse(""))
                .place(occasion.place())
                .text(article.words(statement.source()))
                .text(article.words(statement.cue()))
                .text(article.words(statement.content()))
                .spans(statement.source(), article.points::toCodePoint)
                .spans(statement.cue(), article.points::toCodePoint)
                .spans(statement.content(), article.points::toCodePoint)
                .ids(reported)
                .ids(performed)
                .share(statement.confidence())
                .text(statement.rule())
                .number(version)
                .end();
    }

    private void report(Written article, int number, Event event, long id, Optional<LocalDate> published)
            throws SQLException {
        touched.add(id);
        Function<Optional<Participant>, List<Span>> words =
                side -> side.map(participant -> List.of(participant.span())).orElse(List.of());
        reports.begin()
                .id(id)
                .id(id)
                .id(article.id)
                .number(number)
                .day(day(event.time(), published))
                .day(event.time().map(TimeExpression::first))
                .day(event.time().map(TimeExpression::last))
                .text(event.type().name())
                .text(event.mode())
                .texts(event.contexts())
                .text(event.cameo())
                .number(event.type().quad())
                .real(event.type().score())
                .real(event.goldstein())
                .party(event.actor().map(Participant::actor))
                .spans(words.apply(event.actor()), article.points::toCodePoint)
                .party(event.recipient().map(Participant::actor))
                .spans(words.apply(event.recipient()), article.points::toCodePoint)
                .place(event.place())
                .texts(event.modality().stream()
                        .sorted()
                        .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                        .toList())
                .truth(event.factual())
                .share(event.confidence())
                .text(article.words(List.of(event.evidence().sentence())))
                .text(article.words(List.of(event.evidence().trigger())))
                .spans(List.of(event.evidence().sentence()), article.points::toCodePoint)
                .spans(List.of(event.evidence().trigger()), article.points::toCodePoint)
                .truth(event.evidence().nominal())
                .truth(event.evidence().headline())
                .text(event.evidence().rule())
                .number(version)
                .end();
    }

    /** The day to count an event on: the first that the text tells, else that of publication. */
    static Optional<LocalDate> day(Optional<TimeExpression> time, Optional<LocalDate> published) {
        if (time.isEmpty()) {
            return published;
        }
        LocalDate first = time.get().first();
        LocalDate last = time.get().last();
        boolean vague = ChronoUnit.DAYS.between(first, last) > LONGEST_SPAN_DAYS;
        return vague
                        && published.isPresent()
                        && !published.get().isBefore(first)
                        && !published.get().isAfter(last)
                ? published
                : Optional.of(first);
    }

    /** The publisher's address where a page names no publisher; empty for a file. */
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.startsWith("www.") ? host.substring(4) : host;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    @Override
    public void close() throws SQLException {
        List<Rows> all = new ArrayList<>(List.of(pages, articles, sentences, entities, toponyms, statements, reports));
        for (Rows rows : all) {
            rows.close();
        }
    }

    /** An article that is being written, with its offsets in code points. */
    private record Written(long id, String text, CodePoints points) {
        int start(Span span) {
            return points.toCodePoint(span.start());
        }

        int end(Span span) {
            return points.toCodePoint(span.end());
        }

        String words(List<Span> pieces) {
            return pieces.stream().map(span -> span.in(text)).collect(Collectors.joining(BETWEEN_PIECES));
        }
    }
}
