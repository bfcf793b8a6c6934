package org.dragoman.output;

import java.io.IOException;
import java.util.List;
import org.dragoman.Extraction;
import org.dragoman.quote.Statement;
import org.dragoman.text.Span;

/** Statements to read: under each story's heading who said it, and the paragraphs it stands in with its words marked. */
final class StatementDigest implements StoryWriter {
    private final Layout layout;
    private final Style style;

    StatementDigest(Appendable out, Style style) {
        this.layout = new Layout(out, style);
        this.style = style;
    }

    @Override
    public void write(Extraction story) throws IOException {
        layout.heading(story.article());
        String text = story.article().text();
        for (Statement statement : story.statements()) {
            layout.line("  " + StatementNotes.headline(statement, text, style));
            paragraphs(statement, text);
            layout.line("");
        }
    }

    /** The paragraphs that hold content. */
    private void paragraphs(Statement statement, String text) throws IOException {
        int last = statement.content().get(statement.content().size() - 1).end();
        int start = text.lastIndexOf('\n', statement.content().get(0).start()) + 1;
        while (start < last) {
            Span paragraph = new Span(start, lineEnd(text, start));
            List<Span> marks = inside(statement.content(), paragraph);
            if (!marks.isEmpty()) {
                layout.paragraph(layout.marked(text, paragraph, marks).strip());
            }
            start = paragraph.end() + 1;
        }
    }

    private static List<Span> inside(List<Span> pieces, Span paragraph) {
        return pieces.stream()
                .filter(paragraph::overlaps)
                .map(piece ->
                        new Span(Math.max(piece.start(), paragraph.start()), Math.min(piece.end(), paragraph.end())))
                .toList();
    }

    private static int lineEnd(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
