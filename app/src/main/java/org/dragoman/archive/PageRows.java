package org.dragoman.archive;

import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.dragoman.Extraction;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.entity.Entity;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.output.CodePoints;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Statement;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/**
 * The rows that a page becomes in the archive's tables: the one place that says which cell holds what. Whoever keeps rows
 * elsewhere than in an archive makes them here, too, so that they are the same. Used by one thread.
 */
public final class PageRows {
    private static final String BETWEEN_PIECES = " … ";
    /** "This year" says nothing about the day: longer spans around the day of publication give way to it. */
    private static final int LONGEST_SPAN_DAYS = 31;

    private final int version;
    private final long run;
    private final LongSupplier seq;
    private final List<Row> rows = new ArrayList<>();

    private PageRows(int version, long run, LongSupplier seq) {
        this.version = version;
        this.run = run;
        this.seq = seq;
    }

    /**
     * Makes a page's rows: its own first, then, article by article, the article's and those of its parts.
     *
     * @param version number of the running {@link Version}
     * @param run number of the run that read the page
     * @param seq gives each article its sequence number
     */
    public static List<Row> of(ReadPage read, int version, long run, LongSupplier seq) {
        PageRows made = new PageRows(version, run, seq);
        made.page(Ids.of(read.page()), read);
        return made.rows;
    }

    /** Makes an article's rows; the page keeps its own. */
    static List<Row> of(KeptArticle kept, Reading reading, int version, LongSupplier seq) {
        PageRows made = new PageRows(version, 0, seq);
        made.article(kept.page(), kept.number(), reading);
        return made.rows;
    }

    private void page(long id, ReadPage read) {
        row(Table.PAGES)
                .id(id)
                .text(read.page().url())
                .instant(read.page().fetched())
                .number(read.page().content().length)
                .number(read.readings().size())
                .id(run)
                .number(version);
        int number = 0;
        for (Reading reading : read.readings()) {
            article(id, number++, reading);
        }
    }

    private void article(long page, int number, Reading reading) {
        Article article = reading.article();
        String text = article.text();
        long id = Ids.of(page, number);
        Written written = new Written(id, text, new CodePoints(text));
        row(Table.ARTICLES)
                .id(id)
                .id(seq.getAsLong())
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
                .number(version);
        int position = 0;
        for (Sentence sentence : reading.analysis().sentences()) {
            row(Table.SENTENCES)
                    .id(id)
                    .number(position++)
                    .number(written.start(sentence.span()))
                    .number(written.end(sentence.span()));
        }
        position = 0;
        for (Entity entity : reading.cast().entities().all()) {
            Actor actor = reading.cast().actors().get(entity);
            if (entity.type() != Entity.Type.OTHER || actor != null) {
                entity(written, position++, entity, Optional.ofNullable(actor));
            }
        }
        for (Toponym toponym : reading.toponyms()) {
            row(Table.TOPONYMS)
                    .id(id)
                    .number(written.start(toponym.span()))
                    .number(written.end(toponym.span()))
                    .place(Optional.of(toponym.place()))
                    .share(toponym.certainty())
                    .number(version);
        }
        IdentityHashMap<Event, Long> ids = new IdentityHashMap<>();
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

    private void entity(Written article, int number, Entity entity, Optional<Actor> actor) {
        Row row = row(Table.ENTITIES)
                .id(article.id)
                .number(number)
                .text(entity.name())
                .lower(entity.type())
                .number(entity.mentions().size())
                .texts(entity.descriptions());
        if (actor.isPresent()) {
            row.text(actor.get().country())
                    .texts(actor.get().sectors())
                    .text(actor.get().role())
                    .lower(actor.get().basis());
        } else {
            row.nothing(4);
        }
        row.number(version);
    }

    private void statement(
            Written article,
            int number,
            Statement statement,
            Optional<LocalDate> published,
            List<Long> reported,
            List<Long> performed) {
        Occasion occasion = statement.occasion();
        row(Table.STATEMENTS)
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
                .number(version);
    }

    private void report(Written article, int number, Event event, long id, Optional<LocalDate> published) {
        Function<Optional<Participant>, List<Span>> words =
                side -> side.map(participant -> List.of(participant.span())).orElse(List.of());
        row(Table.REPORTS)
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
                .size(event.size(), article.points::toCodePoint);
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

    private Row row(Table table) {
        Row row = new Row(table);
        rows.add(row);
        return row;
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
