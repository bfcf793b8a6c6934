package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What an HTML page's head says of its article: {@code meta} elements, JSON-LD, links; and the elements elsewhere that the
 * witnesses are asked for, found in the same one pass.
 */
final class Metadata {
    private static final Set<String> ASKED_FOR = Set.of("meta", "script", "link", "title", "h1", "h2", "time");
    private static final List<String> CREDITS = List.of("author", "byline", "autor", "auteur", "vcard");

    private final Document page;
    private final StructuredData data;
    private final List<String> addresses;
    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, List<Element>> tagged = new HashMap<>();
    private final List<Element> credited = new ArrayList<>();

    Metadata(Document page, String url) {
        this.page = page;
        collect();
        data = StructuredData.of(tagged("script"));
        for (Element meta : tagged("meta")) {
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
        Stream<String> canonical = tagged("link").stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
                .map(link -> link.attr("href"))
                .limit(1);
        addresses = Stream.concat(canonical, Stream.of(meta("og:url"), url))
                .filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                .toList();
    }

    private void collect() {
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private int inside;

                    @Override
                    public void head(Node node, int depth) {
                        if (!(node instanceof Element element)) {
                            return;
                        }
                        if (ASKED_FOR.contains(element.normalName())) {
                            tagged.computeIfAbsent(element.normalName(), key -> new ArrayList<>())
                                    .add(element);
                        }
                        if (isCredited(element) && inside++ == 0) {
                            credited.add(element);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (inside > 0 && node instanceof Element element && isCredited(element)) {
                            inside--;
                        }
                    }
                },
                page);
    }

    private static boolean isCredited(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.equals("class") || name.equals("id") || name.equals("itemprop") || name.equals("rel")) {
                String value = attribute.getValue().toLowerCase(Locale.ROOT);
                for (String credit : CREDITS) {
                    if (value.contains(credit)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    Document page() {
        return page;
    }

    StructuredData data() {
        return data;
    }

    /** Elements of this tag, one of those asked for, in page order. */
    List<Element> tagged(String tag) {
        return tagged.getOrDefault(tag, List.of());
    }

    /** Outermost elements whose names or marks speak of an author, in page order. */
    List<Element> credited() {
        return credited;
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
        return addresses;
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
        Element html = page.firstElementChild();
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
