package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What an HTML page's head says of its article: {@code meta} elements, JSON-LD, links. */
final class Metadata {
    private final Document page;
    private final String url;
    private final StructuredData data;
    private final Map<String, List<String>> metas = new HashMap<>();

    Metadata(Document page, String url) {
        this.page = page;
        this.url = url;
        data = StructuredData.of(page);
        for (Element meta : page.getElementsByTag("meta")) {
            String content = meta.attr("content").strip();
            for (String attribute : new String[] {"property", "name", "itemprop"}) {
                String name = meta.attr(attribute);
                if (!name.isEmpty() && !content.isEmpty()) {
                    metas.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                            .add(content);
                    break;
                }
            }
        }
    }

    Document page() {
        return page;
    }

    StructuredData data() {
        return data;
    }

    /** First value of the {@code meta} element of this name, property or itemprop in lower case; empty if there is none. */
    String meta(String name) {
        List<String> contents = metas(name);
        return contents.isEmpty() ? "" : contents.get(0);
    }

    List<String> metas(String name) {
        return metas.getOrDefault(name, List.of());
    }

    /** What the page says its address is, then where it came from; the name of a file is no address. */
    List<String> addresses() {
        Element link = page.selectFirst("link[rel=canonical]");
        return Stream.of(link == null ? "" : link.attr("href"), meta("og:url"), url)
                .filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                .toList();
    }

    /** The publisher's name; empty if the page doesn't tell it. */
    String siteName() {
        String name = meta("og:site_name");
        return name.isEmpty() ? data.publisher() : name;
    }

    /** The publisher's name; empty if the page doesn't tell it. */
    Optional<String> source() {
        return Optional.of(fold(siteName())).filter(name -> !name.isEmpty());
    }

    /** ISO 639-1 code the page declares for itself; empty if it doesn't. */
    String language() {
        Element html = page.selectFirst("html[lang]");
        return html == null ? "" : html.attr("lang").split("[-_]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** With entities that were escaped twice undone, soft hyphens out and blanks folded. */
    static String fold(String text) {
        String plain = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            boolean blank = Character.isWhitespace(character) || character == '\u00a0';
            if (blank && folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            } else if (!blank && character != '\u00ad' && character != '\u200b') {
                folded.append(character);
            }
        }
        return folded.toString().strip();
    }
}
