package org.dragoman.output;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.place.Place;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/** Text for eyes: headings, parties and wrapped paragraphs, none with control characters of the page's. Not thread-safe. */
public final class Layout {
    private static final String EVIDENCE_INDENT = " ".repeat(10);
    private static final int NAME_WIDTH = 44;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Line breaks, and control characters a hostile page could use to drive the terminal. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Appendable out;
    private final Style style;

    public Layout(Appendable out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** A story's title, day, source and address. */
    void heading(Article article) throws IOException {
        String title = article.title().isEmpty() ? "(no title)" : flat(article.title());
        line(style.heading("━━ " + title));
        line(style.faint("   "
                + Stream.of(
                                article.published().map(Object::toString).orElse("no date"),
                                article.source().orElse(""),
                                article.url())
                        .filter(part -> !part.isEmpty())
                        .map(Layout::flat)
                        .collect(Collectors.joining(" · "))));
        line("");
    }

    public void line(String text) throws IOException {
        out.append(text).append(System.lineSeparator());
    }

    /** Writes text indented and wrapped at the style's width; marks count as if they took no columns. */
    public void paragraph(String text) throws IOException {
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

    /** The words of {@code whole} with those of {@code marks}, in order and inside it, marked. */
    public String marked(String text, Span whole, List<Span> marks) {
        StringBuilder marked = new StringBuilder();
        int at = whole.start();
        for (Span mark : marks) {
            marked.append(flat(text.substring(at, mark.start()))).append(style.mark(flat(mark.in(text))));
            at = mark.end();
        }
        return marked.append(flat(text.substring(at, whole.end()))).toString();
    }

    static String words(List<Span> pieces, String text) {
        return pieces.stream().map(span -> flat(span.in(text))).collect(Collectors.joining(" … "));
    }

    /** Name with country and sector, as in "Qasim al-Araji (IRQ GOV)". */
    static String party(Actor actor) {
        String code = code(actor);
        return code.isEmpty() ? name(actor) : name(actor) + " (" + code + ")";
    }

    static String name(Actor actor) {
        return actor.name().isEmpty() ? "unnamed" : cut(flat(actor.name()), NAME_WIDTH);
    }

    static String code(Actor actor) {
        return Stream.of(actor.country(), actor.sector())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String place(Place place) {
        return Stream.of(place.name(), place.country())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String time(TimeExpression time) {
        return time.first().equals(time.last()) ? time.first().toString() : time.first() + "–" + time.last();
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String cut(String text, int width) {
        return text.length() <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, width - 1))) + "…";
    }

    /** A text on one line, fit for a terminal. */
    public static String flat(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }
}
