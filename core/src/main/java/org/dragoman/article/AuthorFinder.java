package org.dragoman.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.article.HtmlBlocks.Block;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** An article's authors, by the most trusted witness that names any. */
final class AuthorFinder {
    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "article:author_name",
            "og:article:author",
            "creator",
            "dc:creator",
            "citation_author",
            "authors");
    private static final List<Evaluator> SELECTORS = Stream.of(
                    "[itemprop=author] [itemprop=name]",
                    "[itemprop=author]",
                    "[rel=author]",
                    ".author-name, .author__name, .byline__name, .byline-name",
                    ".byline a, .author a, .vcard .fn",
                    ".byline, .author, [class*=byline], [class*=Byline]",
                    "[class*=author], [class*=Author], [class*=autor], [class*=auteur], [id*=author]")
            .map(QueryParser::parse)
            .toList();
    private static final int LONGEST = 150;
    private static final int MOST_ELEMENTS = 12;
    private static final int BLOCKS_AROUND = 4;

    private AuthorFinder() {}

    /** The names, possibly none. Parameters as in {@link PublicationDate#find}. */
    static List<String> find(Metadata head, List<Block> blocks, int headline, int from, int to) {
        Set<String> names = new LinkedHashSet<>();
        for (String author : head.data().authors()) {
            names.addAll(Credits.names(author));
        }
        Set<String> publisher = new LinkedHashSet<>(names);
        dropSite(names, head);
        for (int i = 0; i < METAS.size() && names.isEmpty(); i++) {
            for (String content : head.metas(METAS.get(i))) {
                names.addAll(Credits.names(content));
            }
            dropSite(names, head);
        }
        for (int i = 0; i < SELECTORS.size() && names.isEmpty(); i++) {
            names.addAll(inElements(head, SELECTORS.get(i)));
            dropSite(names, head);
        }
        if (names.isEmpty()) {
            names.addAll(inLines(blocks, headline, from, to));
        }
        return List.copyOf(names.isEmpty() ? publisher : names);
    }

    private static void dropSite(Set<String> names, Metadata head) {
        String site = head.siteName().toLowerCase(Locale.ROOT);
        names.removeIf(name -> name.toLowerCase(Locale.ROOT).equals(site));
    }

    /** The names in the first element that holds any, and in its neighbours of the same kind. */
    private static List<String> inElements(Metadata head, Evaluator selector) {
        Set<String> names = new LinkedHashSet<>();
        Element first = null;
        List<Element> elements = head.credited().stream()
                .flatMap(credited -> credited.select(selector).stream())
                .toList();
        for (Element element : elements) {
            if (first != null && !Objects.equals(element.parent(), first.parent())) {
                continue;
            }
            String text = text(element);
            if (!text.isEmpty() && !Furniture.isBeside(element)) {
                List<String> found = Credits.names(text);
                names.addAll(found);
                first = found.isEmpty() ? first : element;
            }
        }
        return new ArrayList<>(names);
    }

    /** "By Jane Doe" between headline and body, or at the body's end. */
    static List<String> inLines(List<Block> blocks, int headline, int from, int to) {
        int title = headline < 0 || headline > from ? from : headline;
        for (int i = Math.max(0, title - BLOCKS_AROUND); i < Math.min(from + BLOCKS_AROUND, to); i++) {
            if (Credits.isByline(blocks.get(i).text())) {
                return Credits.names(blocks.get(i).text());
            }
        }
        for (int i = Math.max(from, to - BLOCKS_AROUND); i < Math.min(blocks.size(), to + 2); i++) {
            if (Credits.isByline(blocks.get(i).text())) {
                return Credits.names(blocks.get(i).text());
            }
        }
        return List.of();
    }

    private static String text(Element element) {
        if (element.childrenSize() > MOST_ELEMENTS
                || element.stream().limit(MOST_ELEMENTS + 1).count() > MOST_ELEMENTS) {
            return "";
        }
        String text = element.text();
        return text.length() <= LONGEST ? text : "";
    }
}
