package org.dragoman.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page says of its article in JSON-LD (schema.org), empty where it says nothing.
 *
 * @param headline of the article
 * @param published as written, usually ISO 8601
 * @param modified as written
 * @param authors as written, possibly with roles
 * @param publisher its name
 * @param body the article's text, sometimes cut, sometimes with HTML in it
 * @param updates of a live blog
 * @param section of the publication
 * @param keywords as written, one or several a text
 * @param picture address of the first picture
 * @param sold whether reading the whole costs money
 */
record StructuredData(
        String headline,
        String published,
        String modified,
        List<String> authors,
        String publisher,
        String body,
        List<Update> updates,
        String section,
        List<String> keywords,
        String picture,
        boolean sold) {
    private static final int MOST_NODES = 20_000;
    private static final int MOST_UPDATES = 2000;
    private static final int LARGEST_SCRIPT = 2_000_000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final StructuredData NONE =
            new StructuredData("", "", "", List.of(), "", "", List.of(), "", List.of(), "", false);

    StructuredData {
        authors = List.copyOf(authors);
        updates = List.copyOf(updates);
        keywords = List.copyOf(keywords);
    }

    /** Reads a page's scripts; broken ones are passed over. */
    static StructuredData of(List<Element> scripts) {
        StructuredData best = NONE;
        for (Element script : scripts) {
            if (!script.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
                continue;
            }
            String json = script.data().strip();
            if (json.length() > LARGEST_SCRIPT || json.indexOf('{') < 0) {
                continue;
            }
            try {
                for (JsonNode article : articles(MAPPER.readTree(json))) {
                    StructuredData read = read(article);
                    best = read.told() > best.told() ? read : best;
                }
            } catch (JsonProcessingException broken) {
                // Many pages' JSON-LD is broken; the page itself can still be read.
            }
        }
        return best;
    }

    /**
     * An entry of a live blog.
     *
     * @param published as written
     * @param text headline and text, a line each, without markup
     */
    record Update(String published, String text) {}

    /** The texts of the updates, one after another. */
    String updated() {
        return updates.stream().map(Update::text).collect(Collectors.joining("\n"));
    }

    private static List<Update> updates(JsonNode updates) {
        List<Update> read = new ArrayList<>();
        for (JsonNode update : updates) {
            String body = text(update.path("articleBody"));
            String plain = body.indexOf('<') >= 0
                    ? Parser.htmlParser().parseInput(body, "").wholeText()
                    : body;
            String text = Stream.of(text(update.path("headline")) + "\n" + plain)
                    .flatMap(String::lines)
                    .map(Metadata::fold)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("\n"));
            if (!text.isEmpty() && read.size() < MOST_UPDATES) {
                read.add(new Update(text(update.path("datePublished")), text));
            }
        }
        return read;
    }

    private int told() {
        return (headline.isEmpty() ? 0 : 1)
                + (published.isEmpty() ? 0 : 1)
                + (authors.isEmpty() ? 0 : 1)
                + (body.isEmpty() ? 0 : 1);
    }

    private static List<JsonNode> articles(JsonNode root) {
        List<JsonNode> articles = new ArrayList<>();
        Deque<JsonNode> waiting = new ArrayDeque<>();
        waiting.add(root);
        for (int nodes = 0; !waiting.isEmpty() && nodes < MOST_NODES; nodes++) {
            JsonNode node = waiting.remove();
            if (node.isObject() && isArticle(node.path("@type"))) {
                articles.add(node);
            } else {
                node.forEach(child -> {
                    if (child.isContainerNode()) {
                        waiting.add(child);
                    }
                });
            }
        }
        return articles;
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText();
        return name.endsWith("Article")
                || name.endsWith("BlogPosting")
                || name.equals("Report")
                || name.equals("WebPage")
                || name.equals("LiveBlogPosting");
    }

    private static StructuredData read(JsonNode article) {
        List<String> authors = new ArrayList<>();
        names(article.path("author"), authors);
        if (authors.isEmpty()) {
            names(article.path("creator"), authors);
        }
        List<String> publishers = new ArrayList<>();
        names(article.path("publisher"), publishers);
        List<String> keywords = new ArrayList<>();
        names(article.path("keywords"), keywords);
        boolean webPage = article.path("@type").asText().equals("WebPage");
        return new StructuredData(
                text(article.path("headline")),
                text(article.path("datePublished")),
                text(article.path("dateModified")),
                authors,
                publishers.isEmpty() ? "" : publishers.get(0),
                webPage ? "" : text(article.path("articleBody")),
                updates(article.path("liveBlogUpdate")),
                text(article.path("articleSection")),
                keywords,
                picture(article.path("image")),
                text(article.path("isAccessibleForFree")).equalsIgnoreCase("false"));
    }

    private static String picture(JsonNode node) {
        JsonNode one = node.isArray() && node.size() > 0 ? node.get(0) : node;
        return text(one.isObject() ? one.path("url") : one);
    }

    private static String text(JsonNode node) {
        JsonNode one = node.isArray() && node.size() > 0 ? node.get(0) : node;
        return one.isValueNode() && !one.isNull() ? one.asText().strip() : "";
    }

    private static void names(JsonNode node, List<String> names) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                if (!one.isArray()) {
                    names(one, names);
                }
            }
        } else if (node.isTextual() && !node.asText().isBlank()) {
            names.add(node.asText().strip());
        } else if (node.isObject()) {
            String name = text(node.path("name"));
            if (!name.isEmpty()) {
                names.add(name);
            } else if (node.path("name").isArray()) {
                node.path("name").forEach(one -> names.add(one.asText().strip()));
            }
        }
    }
}
