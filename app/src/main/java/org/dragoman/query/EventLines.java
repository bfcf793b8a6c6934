package org.dragoman.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.event.Count;
import org.dragoman.output.Layout;
import org.dragoman.output.Style;
import org.jspecify.annotations.Nullable;

/** Events of an archive for eyes: who did what to whom, how many tell it, and the words that prove it. */
public final class EventLines {
    private EventLines() {}

    /**
     * Writes events.
     *
     * @param events as {@link Query#events} gives them
     * @throws IOException if {@code out} takes no more
     */
    public static void write(Result events, Style style, Appendable out) throws IOException {
        Layout layout = new Layout(out, style);
        for (List<@Nullable Object> row : events.rows()) {
            Row event = new Row(events, row);
            String type = Stream.of(event.text("type"), event.text("mode"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("/"));
            String whom = event.party("recipient");
            List<String> circumstances = new ArrayList<>();
            circumstances.add(Stream.of(event.text("place"), event.text("place_country"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", ")));
            for (Count.Kind kind : Count.Kind.values()) {
                String count = kind.name().toLowerCase(Locale.ROOT);
                if (event.number(count) > 0) {
                    circumstances.add(event.number(count) + " " + count);
                }
            }
            circumstances.addAll(event.list("weapons"));
            circumstances.addAll(event.list("modality"));
            if (event.number("reports") > 1) {
                circumstances.add(event.number("reports") + " reports in " + event.number("articles") + " articles");
            }
            circumstances.removeIf(String::isEmpty);
            String date = event.text("date");
            layout.line((date.isEmpty() ? "no date   " : date) + "  " + style.heading(type) + "  "
                    + event.party("actor")
                    + (whom.isEmpty() ? "" : " → " + whom)
                    + (circumstances.isEmpty() ? "" : style.faint("  [" + String.join("; ", circumstances) + "]")));
            layout.paragraph(event.marked(style));
            layout.line("          "
                    + style.faint(Stream.of(String.join(", ", event.list("sources")), event.text("url"))
                            .filter(part -> !part.isEmpty())
                            .map(Layout::flat)
                            .collect(Collectors.joining(" · "))));
        }
        if (events.rows().isEmpty()) {
            layout.line("no events");
        } else if (events.more()) {
            layout.line("... and more: raise --limit");
        }
    }

    /** One event by its columns. */
    private record Row(Result events, List<@Nullable Object> cells) {
        String text(String column) {
            return ResultWriter.text(events.cell(cells, column));
        }

        long number(String column) {
            return events.cell(cells, column) instanceof Number number ? number.longValue() : 0;
        }

        List<String> list(String column) {
            return events.cell(cells, column) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        String party(String side) {
            String code = Stream.concat(
                            Stream.of(text(side + "_country")),
                            list(side + "_sectors").stream().limit(1))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            String name = Layout.flat(text(side));
            if (name.isEmpty() && code.isEmpty()) {
                return side.equals("actor") ? "?" : "";
            }
            return (name.isEmpty() ? "unnamed" : name) + (code.isEmpty() ? "" : " (" + code + ")");
        }

        /** The sentence with the words that name the act marked. */
        String marked(Style style) {
            String sentence = text("sentence");
            String trigger = text("trigger");
            int start = sentence.offsetByCodePoints(0, (int) number("trigger_start"));
            return Layout.flat(sentence.substring(0, start))
                    + style.mark(Layout.flat(trigger))
                    + Layout.flat(sentence.substring(start + trigger.length()));
        }
    }
}
