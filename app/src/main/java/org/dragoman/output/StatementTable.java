package org.dragoman.output;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dragoman.Extraction;
import org.dragoman.quote.Statement;

/** One line a statement, cut at the style's width: day, speaker, country and sector, what it is, and its words. */
final class StatementTable implements StoryWriter {
    private static final String DAY = "published";
    private static final int DAY_WIDTH = 10;
    private static final int SPEAKER_WIDTH = 26;
    private static final int CODE_WIDTH = 8;
    private static final int KIND_WIDTH = 9;
    private static final int LEAST_CONTENT = 20;

    private final Layout layout;
    private final Style style;
    private final int contentWidth;
    private boolean headed;

    StatementTable(Appendable out, Style style) {
        this.layout = new Layout(out, style);
        this.style = style;
        contentWidth = Math.max(LEAST_CONTENT, style.width() - DAY_WIDTH - SPEAKER_WIDTH - CODE_WIDTH - KIND_WIDTH - 4);
    }

    @Override
    public void write(Extraction story) throws IOException {
        if (!headed) {
            layout.line(style.heading(row(DAY, "speaker", "party", "kind", "words")));
            headed = true;
        }
        String day = story.article().published().map(Object::toString).orElse("");
        for (Statement statement : story.statements()) {
            layout.line(row(
                    day,
                    statement.speaker().map(Layout::name).orElse("?"),
                    statement.speaker().map(Layout::code).orElse(""),
                    statement.kind().name().toLowerCase(Locale.ROOT),
                    words(statement, story.article().text())));
        }
    }

    private static String words(Statement statement, String text) {
        List<String> notes = StatementNotes.of(statement);
        return Layout.words(statement.content(), text)
                + (notes.isEmpty() ? "" : "  [" + String.join(", ", notes) + "]");
    }

    private String row(String day, String speaker, String party, String kind, String words) {
        return cell(day, DAY_WIDTH)
                + cell(speaker, SPEAKER_WIDTH)
                + cell(party, CODE_WIDTH)
                + cell(kind, KIND_WIDTH)
                + Layout.cut(words, contentWidth);
    }

    private static String cell(String text, int width) {
        return Layout.pad(Layout.cut(text, width), width) + ' ';
    }
}
