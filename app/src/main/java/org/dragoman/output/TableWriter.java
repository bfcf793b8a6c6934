package org.dragoman.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.Extraction;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.place.Place;
import org.dragoman.quote.Statement;
import org.dragoman.text.Span;

/** Stories for eyes: who did what to whom, where and when, then who said what, each with the words that prove it. */
final class TableWriter implements StoryWriter {
    private static final String EVIDENCE_INDENT = " ".repeat(10);
    private static final int NAME_WIDTH = 44;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Line breaks, and control characters a hostile page could use to drive the terminal. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Appendable out;
    private final Style style;

    TableWriter(Appendable out, Style style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void write(Extraction story) throws IOException {
        Article article = story.article();
        String title = article.title().isEmpty() ? "(no title)" : flat(article.title());
        line(style.heading("━━ " + title));
        line(style.faint("   "
                + Stream.of(
                                article.published().map(Object::toString).orElse("no date"),
                                article.source().orElse(""),
                                article.url())
                        .filter(part -> !part.isEmpty())
                        .map(TableWriter::flat)
                        .collect(Collectors.joining(" · "))));
        line("");
        for (Event event : story.events()) {
            write(event, article.text());
        }
        if (story.events().isEmpty()) {
            line("  no events");
        }
        line("");
        for (Statement statement : story.statements()) {
            write(statement, article.text());
        }
        if (story.statements().isEmpty()) {
            line("  no statements");
        }
        line("");
    }

    private void write(Event event, String text) throws IOException {
        String type = event.type().name() + (event.mode().isEmpty() ? "" : "/" + event.mode());
        String who = event.actor().map(TableWriter::party).orElse("?");
        String whom =
                event.recipient().map(recipient -> " → " + party(recipient)).orElse("");
        List<String> circumstances = new ArrayList<>();
        event.place().map(TableWriter::place).ifPresent(circumstances::add);
        event.time()
                .map(time ->
                        time.first().equals(time.last()) ? time.first().toString() : time.first() + "–" + time.last())
                .ifPresent(circumstances::add);
        event.modality().stream()
                .sorted()
                .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                .forEach(circumstances::add);
        line("  " + style.heading(pad(type, 18)) + " " + who + whom
                + (circumstances.isEmpty() ? "" : style.faint("  [" + String.join(", ", circumstances) + "]")));
        paragraph(marked(text, event.evidence().sentence(), event.evidence().trigger()));
    }

    private void write(Statement statement, String text) throws IOException {
        String speaker = statement.speaker().map(TableWriter::party).orElse("?");
        String cue = words(statement.cue(), text);
        line("  " + style.heading(speaker) + (cue.isEmpty() ? "" : " " + style.mark(cue)) + ":"
                + (statement.negated() ? style.faint("  [negated]") : ""));
        paragraph(words(statement.content(), text));
    }

    private static String words(List<Span> pieces, String text) {
        return pieces.stream().map(span -> flat(span.in(text))).collect(Collectors.joining(" … "));
    }

    private static String party(Participant participant) {
        return party(participant.actor());
    }

    private static String party(Actor actor) {
        String code = Stream.of(actor.country(), actor.sector())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String name = actor.name().isEmpty() ? "unnamed" : cut(flat(actor.name()), NAME_WIDTH);
        return code.isEmpty() ? name : name + " (" + code + ")";
    }

    private static String place(Place place) {
        return Stream.of(place.name(), place.country())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String marked(String text, Span sentence, Span trigger) {
        return flat(text.substring(sentence.start(), trigger.start()))
                + style.mark(flat(trigger.in(text)))
                + flat(text.substring(trigger.end(), sentence.end()));
    }

    /** Writes text indented and wrapped at the style's width; marks count as if they took no columns. */
    private void paragraph(String text) throws IOException {
        StringBuilder row = new StringBuilder();
        int columns = 0;
        for (String word : text.split(" ", -1)) {
            int width = COLOUR.matcher(word).replaceAll("").length();
            if (columns > 0 && EVIDENCE_INDENT.length() + columns + 1 + width > style.width()) {
                line(EVIDENCE_INDENT + row);
                row.setLength(0);
                columns = 0;
            }
            if (columns > 0) {
                row.append(' ');
                columns++;
            }
            row.append(word);
            columns += width;
        }
        line(EVIDENCE_INDENT + row);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String cut(String text, int width) {
        return text.length() <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, width - 1))) + "…";
    }

    private static String flat(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }

    private void line(String text) throws IOException {
        out.append(text).append(System.lineSeparator());
    }
}
