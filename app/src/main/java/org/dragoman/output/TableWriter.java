package org.dragoman.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.Extraction;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.quote.Statement;

/** Stories for eyes: who did what to whom, where and when, then who said what, each with the words that prove it. */
final class TableWriter implements StoryWriter {
    private final Layout layout;
    private final Style style;

    TableWriter(Appendable out, Style style) {
        this.layout = new Layout(out, style);
        this.style = style;
    }

    @Override
    public void write(Extraction story) throws IOException {
        layout.heading(story.article());
        for (Event event : story.events()) {
            write(event, story.article().text());
        }
        if (story.events().isEmpty()) {
            layout.line("  no events");
        }
        layout.line("");
        for (Statement statement : story.statements()) {
            write(statement, story.article().text());
        }
        if (story.statements().isEmpty()) {
            layout.line("  no statements");
        }
        layout.line("");
    }

    private void write(Event event, String text) throws IOException {
        String type = event.type().name() + (event.mode().isEmpty() ? "" : "/" + event.mode());
        String who = event.actor().map(TableWriter::party).orElse("?");
        String whom =
                event.recipient().map(recipient -> " → " + party(recipient)).orElse("");
        List<String> circumstances = new ArrayList<>();
        event.place().map(Layout::place).ifPresent(circumstances::add);
        event.time().map(Layout::time).ifPresent(circumstances::add);
        circumstances.addAll(SizeNotes.of(event.size()));
        event.modality().stream()
                .sorted()
                .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                .forEach(circumstances::add);
        layout.line("  " + style.heading(Layout.pad(type, 18)) + " " + who + whom
                + (circumstances.isEmpty() ? "" : style.faint("  [" + String.join(", ", circumstances) + "]")));
        layout.paragraph(layout.marked(
                text, event.evidence().sentence(), List.of(event.evidence().trigger())));
    }

    private void write(Statement statement, String text) throws IOException {
        layout.line("  " + StatementNotes.headline(statement, text, style));
        layout.paragraph(Layout.words(statement.content(), text));
    }

    private static String party(Participant participant) {
        return Layout.party(participant.actor());
    }
}
