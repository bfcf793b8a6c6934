package org.dragoman.predict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.article.Article;
import org.dragoman.text.Span;

/**
 * The articles of an evaluation file whose lines are texts: {@code {id, text, date?}}. An id {@code DOC#N} marks sentence
 * N of a document; consecutive lines of one DOC are read as one article, so that context counts. Any other line is an
 * article of its own.
 */
final class Documents {
    private static final String MARK = "#";

    private Documents() {}

    /**
     * One line and its place in the article.
     *
     * @param id as the file has it
     * @param text as the file has it
     * @param span where {@code text} stands in the article's text
     */
    record Line(String id, String text, Span span) {}

    /**
     * One article.
     *
     * @param lines in text order, at least one
     * @param sentences whether each line is one sentence
     * @param date empty if the file has none, or none that can be read
     */
    record Document(List<Line> lines, boolean sentences, Optional<LocalDate> date) {
        Document {
            lines = List.copyOf(lines);
        }

        /** The lines, one a paragraph. */
        String text() {
            StringBuilder text = new StringBuilder();
            for (Line line : lines) {
                text.append(text.length() > 0 ? "\n" : "").append(line.text());
            }
            return text.toString();
        }

        /** Every layer; its spans refer to {@link #text()}, as does {@link Line#span()}. */
        Reading read(Dragoman dragoman) {
            Article article =
                    new Article(lines.get(0).id(), "", List.of(), date, Optional.empty(), "en", text(), List.of());
            return sentences
                    ? dragoman.read(article, lines.stream().map(Line::span).toList())
                    : dragoman.read(article);
        }
    }

    /**
     * Reads a file's articles, in file order.
     *
     * @throws IOException if it can't be read, or a line has no id or text: the message names the file
     */
    static List<Document> read(Path file) throws IOException {
        List<Document> documents = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        String open = "";
        Optional<LocalDate> date = Optional.empty();
        for (ObjectNode record : JsonLines.read(file)) {
            String id = text(record, "id", file);
            String text = text(record, "text", file);
            String name = id.contains(MARK) ? id.substring(0, id.lastIndexOf(MARK)) : "";
            if (!lines.isEmpty() && (name.isEmpty() || !name.equals(open))) {
                documents.add(new Document(lines, !open.isEmpty(), date));
                lines.clear();
            }
            if (lines.isEmpty()) {
                date = date(record);
            }
            open = name;
            int start = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).span().end() + 1;
            lines.add(new Line(id, text, new Span(start, start + text.length())));
        }
        if (!lines.isEmpty()) {
            documents.add(new Document(lines, !open.isEmpty(), date));
        }
        return documents;
    }

    private static String text(ObjectNode record, String field, Path file) throws IOException {
        JsonNode value = record.get(field);
        if (value == null || !value.isTextual()) {
            throw new IOException(file + ": no \"" + field + "\" in " + record.path("id"));
        }
        return value.textValue();
    }

    private static Optional<LocalDate> date(ObjectNode record) {
        try {
            return Optional.of(LocalDate.parse(record.path("date").asText()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
