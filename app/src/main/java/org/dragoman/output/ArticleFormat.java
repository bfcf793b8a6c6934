package org.dragoman.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleDetails;
import org.dragoman.article.LiveEntry;
import org.jspecify.annotations.Nullable;

/** The formats clean articles can be written in. */
public enum ArticleFormat {
    /** Headline, byline, paragraphs, parted by blank lines. */
    TEXT("txt") {
        @Override
        public String write(Article article) {
            return joined(article.title(), line(article), article.body().replace("\n", "\n\n"));
        }
    },
    /** The same as Markdown: what would be read as markup is escaped. */
    MARKDOWN("md") {
        @Override
        public String write(Article article) {
            String title = article.title().isEmpty() ? "" : "# " + escaped(article.title());
            List<String> paragraphs = new ArrayList<>();
            article.body().lines().forEach(line -> paragraphs.add(escaped(line)));
            return joined(title, escaped(line(article)), String.join("\n\n", paragraphs));
        }
    },
    /** One JSON object a line: docs/output.md. */
    JSON("jsonl") {
        @Override
        public String write(Article article) throws IOException {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = FACTORY.createGenerator(line)) {
                object(json, article);
            }
            return line.append('\n').toString();
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String MARKUP = "\\`*_{}[]<>#+-.!|~";

    private final String ending;

    ArticleFormat(String ending) {
        this.ending = ending;
    }

    /** The usual ending of such a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** One article, ending in a line end. */
    public abstract String write(Article article) throws IOException;

    private static String joined(String... parts) {
        List<String> present = new ArrayList<>(List.of(parts));
        present.removeIf(String::isEmpty);
        return String.join("\n\n", present) + "\n";
    }

    /** Who, when, where: what is known of it. */
    private static String line(Article article) {
        List<String> parts = new ArrayList<>();
        if (!article.authors().isEmpty()) {
            parts.add(String.join(", ", article.authors()));
        }
        article.published().ifPresent(day -> parts.add(day.toString()));
        article.source().ifPresent(parts::add);
        parts.add(article.details().address().orElse(article.url()));
        return String.join(" · ", parts);
    }

    /** Escapes what starts markup: signs anywhere, list marks and figures at a line's start. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int start = 0;
        while (start < text.length() && Character.isDigit(text.charAt(start))) {
            start++;
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean always = MARKUP.indexOf(character) >= 0 && "+-.!#".indexOf(character) < 0;
            boolean atStart = i == start && MARKUP.indexOf(character) >= 0;
            if (always || atStart) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString();
    }

    private static void object(JsonGenerator json, Article article) throws IOException {
        ArticleDetails details = article.details();
        json.writeStartObject();
        json.writeStringField("url", article.url());
        string(json, "address", details.address());
        json.writeStringField("title", article.title());
        strings(json, "authors", article.authors());
        string(json, "published", article.published());
        string(json, "modified", details.modified());
        string(json, "source", article.source());
        json.writeStringField("language", article.language());
        string(json, "section", details.section());
        strings(json, "tags", details.tags());
        string(json, "picture", details.picture());
        json.writeBooleanField("stub", details.stub());
        json.writeArrayFieldStart("entries");
        for (LiveEntry entry : details.entries()) {
            json.writeStartObject();
            json.writeStringField("day", entry.day().toString());
            string(json, "time", entry.time());
            json.writeNumberField("start", entry.span().start());
            json.writeNumberField("end", entry.span().end());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("body", article.body());
        strings(json, "captions", article.captions());
        json.writeEndObject();
    }

    private static void string(JsonGenerator json, String name, Optional<?> value) throws IOException {
        @Nullable String text = value.map(Object::toString).orElse(null);
        json.writeStringField(name, text);
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
