package org.dragoman.output;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.entity.Entity;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.nlp.AttributionPart;
import org.dragoman.nlp.Name;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Statement;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.dragoman.time.TimeExpression;

/** A reading laid open, layer by layer: why each record is there, or why one isn't. */
public final class Explanation {
    private final Reading reading;
    private final String text;
    private final Appendable out;

    private Explanation(Reading reading, Appendable out) {
        this.reading = reading;
        this.text = reading.article().text();
        this.out = out;
    }

    /**
     * Writes everything that was read in an article.
     *
     * @throws IOException if {@code out} takes no more
     */
    public static void write(Reading reading, Appendable out) throws IOException {
        new Explanation(reading, out).write();
    }

    private void write() throws IOException {
        for (Sentence sentence : reading.analysis().sentences()) {
            line("%s", sentence.span().in(text));
            tree(sentence);
        }
        section("names", reading.analysis().names(), this::name);
        section("attribution tags", reading.analysis().attributionParts(), this::part);
        section("entities", reading.cast().entities().all(), this::entity);
        section("places", reading.toponyms(), this::toponym);
        section("days", reading.times(), this::time);
        section("statements", reading.statements(), this::statement);
        section("events", reading.events(), this::event);
    }

    private void tree(Sentence sentence) throws IOException {
        int widest = sentence.tokens().stream()
                .mapToInt(token -> token.form().length())
                .max()
                .orElse(0);
        for (Token token : sentence.tokens()) {
            String head = token.head() == Dependency.ROOT
                    ? "–"
                    : (token.head() + 1) + " " + sentence.token(token.head()).form();
            line(
                    "  %3d  %-" + widest + "s  %-5s %-5s  %-12s ← %s",
                    token.index() + 1,
                    token.form(),
                    token.upos(),
                    token.xpos(),
                    token.dependency().relation(),
                    head);
        }
        line("");
    }

    private String name(Name name) {
        return words(name.span()) + "  " + lower(name.type())
                + String.format(Locale.ROOT, "  %.2f", name.probability());
    }

    private String part(AttributionPart part) {
        return words(part.span()) + "  " + lower(part.role())
                + String.format(Locale.ROOT, "  %.2f", part.probability());
    }

    private String entity(Entity entity) {
        Actor actor = reading.cast().actors().get(entity);
        String mentions = entity.mentions().stream()
                .map(mention -> words(mention.span()))
                .distinct()
                .collect(Collectors.joining(" | "));
        return entity.name() + "  " + lower(entity.type())
                + (actor == null ? "" : "  → " + code(actor) + ", by " + lower(actor.basis())) + "  [" + mentions + "]";
    }

    private String toponym(Toponym toponym) {
        return String.format(
                Locale.ROOT,
                "%s  → %s, %s %s (%.3f, %.3f)  %.2f",
                words(toponym.span()),
                toponym.place().name(),
                toponym.place().admin(),
                toponym.place().country(),
                toponym.place().latitude(),
                toponym.place().longitude(),
                toponym.certainty());
    }

    private String time(TimeExpression time) {
        return words(time.span()) + "  → " + time.first()
                + (time.first().equals(time.last()) ? "" : " to " + time.last());
    }

    private String statement(Statement statement) {
        return String.format(
                Locale.ROOT,
                "%s | %s | %s  %.2f, rule %s, %s%s",
                statement
                        .speaker()
                        .map(speaker -> speaker.name() + " " + code(speaker))
                        .orElse("?"),
                words(statement.cue()),
                words(statement.content()),
                statement.confidence(),
                statement.rule(),
                lower(statement.directness()),
                StatementNotes.of(statement).stream().map(note -> ", " + note).collect(Collectors.joining()));
    }

    private String event(Event event) {
        String modality = event.modality().stream()
                .sorted(Comparator.naturalOrder())
                .map(Explanation::lower)
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s %s: %s → %s  %.2f, rule %s, \"%s\"%s%s%s",
                event.type().name() + (event.mode().isEmpty() ? "" : "/" + event.mode()),
                event.cameo(),
                event.actor().map(this::participant).orElse("?"),
                event.recipient().map(this::participant).orElse("–"),
                event.confidence(),
                event.evidence().rule(),
                words(event.evidence().trigger()),
                event.evidence().nominal() ? ", nominal" : "",
                modality.isEmpty() ? "" : ", " + modality,
                SizeNotes.of(event.size()).stream().map(note -> ", " + note).collect(Collectors.joining()));
    }

    private String participant(Participant participant) {
        return words(participant.span()) + " " + code(participant.actor());
    }

    private static String code(Actor actor) {
        return Stream.concat(Stream.of(actor.country()), actor.sectors().stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ", "(", ")"));
    }

    private String words(List<Span> pieces) {
        return pieces.stream().map(this::words).collect(Collectors.joining(" … "));
    }

    private String words(Span span) {
        return span.in(text);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private <T> void section(String title, List<T> items, Description<T> description) throws IOException {
        line("%s%s", title, items.isEmpty() ? ": none" : "");
        for (T item : items) {
            line("  %s", description.of(item));
        }
    }

    private void line(String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    /** Describes one item of a layer in one line. */
    private interface Description<T> {
        String of(T item);
    }
}
