package org.dragoman.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dragoman.Extraction;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.output.CodePoints;
import org.dragoman.output.StoryWriter;
import org.dragoman.place.Place;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Statement;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** An archive's statements as they were read, so that what writes a page's statements for eyes writes these, too. */
public final class KeptStatements {
    /** Words that the archive doesn't keep the place of. */
    private static final Span NOWHERE = new Span(0, 0);

    private KeptStatements() {}

    /**
     * Writes statements, those of one article together.
     *
     * @param statements as {@link Query#statements} gives them
     * @throws IOException if the writer's end takes no more
     */
    public static void write(Result statements, Query query, StoryWriter writer) throws IOException {
        Map<Long, List<Cells>> byArticle = new HashMap<>();
        List<Long> order = new ArrayList<>();
        for (List<@Nullable Object> row : statements.rows()) {
            Cells cells = new Cells(statements, row);
            long article = cells.number("article");
            if (!byArticle.containsKey(article)) {
                order.add(article);
            }
            byArticle.computeIfAbsent(article, id -> new ArrayList<>()).add(cells);
        }
        for (long id : order) {
            Result found = query.article(id);
            Article article = article(new Cells(found, found.rows().get(0)));
            CodePoints points = new CodePoints(article.text());
            List<Statement> said = byArticle.getOrDefault(id, List.of()).stream()
                    .map(cells -> statement(cells, points))
                    .toList();
            writer.write(new Extraction(article, said, List.of()));
        }
    }

    private static Article article(Cells cells) {
        String title = cells.text("title");
        String text = cells.text("text");
        return new Article(
                cells.text("url"),
                title,
                cells.texts("authors"),
                cells.value("published") instanceof LocalDate day ? Optional.of(day) : Optional.empty(),
                Optional.of(cells.text("source")).filter(name -> !name.isEmpty()),
                cells.text("language"),
                Article.bodyOf(title, text),
                cells.texts("captions"));
    }

    private static Statement statement(Cells cells, CodePoints points) {
        return new Statement(
                cells.spans("source_spans", points),
                cells.spans("cue_spans", points),
                cells.spans("content_spans", points),
                cells.party("speaker", ""),
                cells.named(Statement.Kind.class, "kind"),
                cells.named(Statement.Directness.class, "directness"),
                cells.named(Statement.Polarity.class, "polarity"),
                cells.named(Statement.Modality.class, "modality"),
                new Occasion(
                        cells.party("addressee", "addressee_").map(actor -> new Occasion.Addressee(NOWHERE, actor)),
                        Optional.of(cells.text("medium"))
                                .filter(medium -> !medium.isEmpty())
                                .map(medium -> new Occasion.Medium(NOWHERE, medium)),
                        cells.place(),
                        Optional.empty()),
                cells.real("confidence"),
                cells.text("rule"));
    }

    /** A row by its columns. */
    private record Cells(Result result, List<@Nullable Object> row) {
        @Nullable
        Object value(String column) {
            return result.cell(row, column);
        }

        String text(String column) {
            return ResultWriter.text(value(column));
        }

        List<String> texts(String column) {
            return value(column) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        long number(String column) {
            return value(column) instanceof Long number ? number : 0;
        }

        double real(String column) {
            return value(column) instanceof Double number ? number : 0;
        }

        <E extends Enum<E>> E named(Class<E> type, String column) {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
        }

        List<Span> spans(String column, CodePoints points) {
            List<Span> spans = new ArrayList<>();
            if (value(column) instanceof List<?> offsets) {
                for (int i = 0; i + 1 < offsets.size(); i += 2) {
                    spans.add(new Span(utf16(offsets.get(i), points), utf16(offsets.get(i + 1), points)));
                }
            }
            return spans;
        }

        private static int utf16(@Nullable Object offset, CodePoints points) {
            return points.toUtf16(offset instanceof Number number ? number.intValue() : 0);
        }

        Optional<Actor> party(String name, String prefix) {
            if (value(name) == null && value(prefix + "basis") == null) {
                return Optional.empty();
            }
            return Optional.of(new Actor(
                    text(name),
                    text(prefix + "country"),
                    texts(prefix + "sectors"),
                    text(prefix + "role"),
                    named(Actor.Basis.class, prefix + "basis")));
        }

        Optional<Place> place() {
            return value("place") == null
                    ? Optional.empty()
                    : Optional.of(new Place(
                            (int) number("geonames"),
                            text("place"),
                            real("latitude"),
                            real("longitude"),
                            text("place_country"),
                            text("admin"),
                            text("feature")));
        }
    }
}
