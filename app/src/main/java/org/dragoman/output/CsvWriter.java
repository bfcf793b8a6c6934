package org.dragoman.output;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dragoman.Extraction;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.event.Count;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.event.Size;
import org.dragoman.place.Place;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Occasion.Addressee;
import org.dragoman.quote.Occasion.Medium;
import org.dragoman.quote.Statement;
import org.dragoman.quote.Statement.Modality;
import org.dragoman.quote.Statement.Polarity;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/** One row an event or statement, under the header of {@link #COLUMNS}; what doesn't apply to a row is empty. */
final class CsvWriter implements StoryWriter {
    static final List<String> COLUMNS = List.of(
            "record",
            "url",
            "title",
            "published",
            "source",
            "type",
            "mode",
            "cameo",
            "quad",
            "score",
            "goldstein",
            "actor",
            "actor_country",
            "actor_sector",
            "recipient",
            "recipient_country",
            "recipient_sector",
            "place",
            "latitude",
            "longitude",
            "place_country",
            "date_first",
            "date_last",
            "dead",
            "injured",
            "arrested",
            "participants",
            "size_stated",
            "weapons",
            "modality",
            "cue",
            "content",
            "kind",
            "directness",
            "medium",
            "confidence",
            "rule",
            "trigger",
            "sentence");

    private final CSVPrinter rows;

    CsvWriter(Appendable out) throws IOException {
        rows = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(COLUMNS.toArray(String[]::new))
                        .get());
    }

    @Override
    public void write(Extraction story) throws IOException {
        for (Event event : story.events()) {
            write(story.article(), event);
        }
        for (Statement statement : story.statements()) {
            write(story.article(), statement);
        }
    }

    private void write(Article article, Event event) throws IOException {
        Optional<Actor> actor = event.actor().map(Participant::actor);
        Optional<Actor> recipient = event.recipient().map(Participant::actor);
        String text = article.text();
        start("event", article);
        cells(
                event.type().name(),
                event.mode(),
                event.cameo(),
                event.type().quad(),
                event.type().score(),
                event.goldstein());
        party(actor);
        party(recipient);
        circumstances(event.place(), event.time());
        size(event.size());
        cells(event.modality().stream().sorted().map(CsvWriter::lower).collect(Collectors.joining(" ")));
        cells("", "", "", "", "");
        cells(
                confidence(event.confidence()),
                event.evidence().rule(),
                event.evidence().trigger().in(text),
                event.evidence().sentence().in(text));
        rows.println();
    }

    private void write(Article article, Statement statement) throws IOException {
        String text = article.text();
        Occasion occasion = statement.occasion();
        start("statement", article);
        cells("", "", "", "", "", "");
        party(statement.speaker());
        party(occasion.addressee().map(Addressee::actor));
        circumstances(occasion.place(), occasion.time());
        size(Size.UNKNOWN);
        cells(Stream.of(statement.polarity(), statement.modality())
                .filter(value -> value != Polarity.AFFIRMED && value != Modality.ACTUAL)
                .map(CsvWriter::lower)
                .collect(Collectors.joining(" ")));
        cells(words(statement.cue(), text), words(statement.content(), text));
        cells(
                lower(statement.kind()),
                lower(statement.directness()),
                occasion.medium().map(Medium::type).orElse(""));
        cells(confidence(statement.confidence()), statement.rule(), "", "");
        rows.println();
    }

    private void circumstances(Optional<Place> place, Optional<TimeExpression> time) throws IOException {
        cells(
                place.map(Place::name).orElse(""),
                place.map(where -> Double.toString(where.latitude())).orElse(""),
                place.map(where -> Double.toString(where.longitude())).orElse(""),
                place.map(Place::country).orElse(""),
                time.map(when -> when.first().toString()).orElse(""),
                time.map(when -> when.last().toString()).orElse(""));
    }

    private void size(Size size) throws IOException {
        for (Count.Kind kind : Count.Kind.values()) {
            cells(size.count(kind)
                    .map(count -> Integer.toString(count.number()))
                    .orElse(""));
        }
        cells(
                size.counts().stream().map(count -> lower(count.stated())).collect(Collectors.joining(" ")),
                size.weapons().stream().map(Size.Weapon::kind).collect(Collectors.joining(" ")));
    }

    private void start(String record, Article article) throws IOException {
        cells(
                record,
                article.url(),
                article.title(),
                article.published().map(Object::toString).orElse(""),
                article.source().orElse(""));
    }

    private void party(Optional<Actor> actor) throws IOException {
        cells(
                actor.map(Actor::name).orElse(""),
                actor.map(Actor::country).orElse(""),
                actor.map(Actor::sector).orElse(""));
    }

    private void cells(Object... values) throws IOException {
        for (Object value : values) {
            rows.print(value);
        }
    }

    private static String words(List<Span> pieces, String text) {
        return pieces.stream().map(span -> span.in(text)).collect(Collectors.joining(" … "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String confidence(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
