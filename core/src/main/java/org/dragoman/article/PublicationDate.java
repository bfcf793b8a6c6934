package org.dragoman.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dragoman.article.HtmlBlocks.Block;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The day a page says it was published, by the most trusted witness that knows it. */
final class PublicationDate {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "article.published",
            "publishdate",
            "publish-date",
            "publish_date",
            "pubdate",
            "publication_date",
            "date.published",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "dc.date.issued",
            "dc.date.created",
            "dcterms.issued",
            "article_date_original",
            "originalpublicationdate",
            "article:post_date",
            "published_at",
            "displaydate",
            "citation_date",
            "citation_publication_date",
            "pub_date",
            "published",
            "last-published");

    /** May be the day of creation, of publication or of the last change. */
    private static final List<String> VAGUE = List.of("dcterms.created", "dcterms.date", "dc.date", "dc:date", "date");

    private static final List<String> MODIFIED = List.of(
            "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod");
    private static final List<Evaluator> MARKED = Stream.of(
                    "[itemprop=datePublished]", "time[pubdate]", "time[datetime]", "time")
            .map(QueryParser::parse)
            .toList();
    private static final int BLOCKS_BEFORE = 6;
    private static final int BLOCKS_INSIDE = 4;
    private static final int BLOCKS_AFTER = 4;
    private static final int LONGEST_LINE = 150;
    private static final int MOST_ELEMENTS = 12;

    private static final int LONGEST_SCRIPT = 100_000;
    private static final Pattern IN_SCRIPT = Pattern.compile(
            "(?i)(?:publish(?:ed)?|publication|pub|post(?:ed)?)_?(?:date|time|at|on)\\w{0,10}[\"']?\\s{0,3}[:=]\\s{0,3}[\"']([^\"']{8,40})[\"']");

    private PublicationDate() {}

    /**
     * The day of publication.
     *
     * @param blocks the page's text
     * @param headline index of the headline among them; -1 if unknown
     * @param from the body's first block
     * @param to the block after its last
     */
    static Optional<LocalDate> find(Metadata head, List<Block> blocks, int headline, int from, int to) {
        return Dates.find(head.data().published())
                .or(() -> inMetas(head, PUBLISHED))
                .map(day -> inZone(day, head, shown(blocks, headline, from, to)))
                .or(() -> inElements(head))
                .or(() -> inAddresses(head))
                .or(() -> near(blocks, headline, from, to))
                .or(() -> inMetas(head, VAGUE))
                .or(() -> inNamedElements(head))
                .or(() -> labelled(blocks, Dates::published))
                .or(() -> Dates.find(head.data().modified()))
                .or(() -> inMetas(head, MODIFIED))
                .or(() -> labelled(blocks, Dates::changed))
                .or(() -> alone(blocks, from))
                .or(() -> inScripts(head));
    }

    /** A line anywhere that is a date and little else: the last above the body, else the first on the page. */
    private static Optional<LocalDate> alone(List<Block> blocks, int from) {
        Optional<LocalDate> above = Optional.empty();
        for (int i = 0; i < blocks.size(); i++) {
            String text = blocks.get(i).text();
            if (i >= from && above.isPresent()) {
                return above;
            }
            if (text.length() <= LONGEST_LINE && Dates.isLine(text)) {
                above = Dates.find(text);
                if (i >= from) {
                    return above;
                }
            }
        }
        return above;
    }

    /** What a script says is the day of publication: pages that show no day often tell their counters. */
    private static Optional<LocalDate> inScripts(Metadata head) {
        for (Element script : head.tagged("script")) {
            String code = script.data();
            Matcher matcher =
                    IN_SCRIPT.matcher(code.length() > LONGEST_SCRIPT ? code.substring(0, LONGEST_SCRIPT) : code);
            while (matcher.find()) {
                Optional<LocalDate> day = Dates.find(matcher.group(1));
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    /** Machines often write the time of Greenwich; what readers see, or the address, then tells the day of the place. */
    private static LocalDate inZone(LocalDate day, Metadata head, Optional<LocalDate> shown) {
        String time = head.data().published().isEmpty()
                ? head.meta(PUBLISHED.get(0))
                : head.data().published();
        boolean greenwich = time.endsWith("Z") || time.endsWith("+00:00") || time.endsWith("+0000");
        Optional<LocalDate> address = inAddresses(head);
        if (!greenwich || shown.equals(Optional.of(day)) || address.equals(Optional.of(day))) {
            return day;
        }
        return Stream.concat(shown.stream(), address.stream())
                .filter(other -> Math.abs(other.toEpochDay() - day.toEpochDay()) == 1)
                .findFirst()
                .orElse(day);
    }

    /** The day that readers see between headline and text. */
    private static Optional<LocalDate> shown(List<Block> blocks, int headline, int from, int to) {
        return headline < 0
                ? Optional.empty()
                : inLines(blocks, headline, Math.min(Math.max(from, headline) + BLOCKS_INSIDE, to));
    }

    private static Optional<LocalDate> labelled(List<Block> blocks, Function<String, Optional<LocalDate>> reading) {
        return blocks.stream()
                .map(block -> reading.apply(block.text()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> inMetas(Metadata head, List<String> names) {
        for (String name : names) {
            Optional<LocalDate> day = Dates.find(head.meta(name));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inElements(Metadata head) {
        for (Evaluator kind : MARKED) {
            for (Element element : kind == MARKED.get(0) ? head.page().select(kind) : head.tagged("time")) {
                if (!element.is(kind)) {
                    continue;
                }
                Optional<LocalDate> day = Dates.find(element.attr("datetime"))
                        .or(() -> Dates.find(element.attr("content")))
                        .or(() -> Dates.find(text(element)));
                if (day.isPresent() && !Furniture.isBeside(element)) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inAddresses(Metadata head) {
        for (String address : head.addresses()) {
            Optional<LocalDate> day = Dates.inAddress(address);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** A line with a date between headline and body, then above the headline, then below the body. */
    static Optional<LocalDate> near(List<Block> blocks, int headline, int from, int to) {
        int title = headline < 0 || headline >= to ? from : headline;
        return inLines(blocks, title, Math.min(Math.max(from, title) + BLOCKS_INSIDE, to))
                .or(() -> inDatelines(blocks, from, to))
                .or(() -> inLines(blocks, title - BLOCKS_BEFORE, title))
                .or(() -> inLines(blocks, from, Math.min(from + BLOCKS_INSIDE, to)))
                .or(() -> inLines(blocks, to - 2, to + BLOCKS_AFTER));
    }

    private static Optional<LocalDate> inDatelines(List<Block> blocks, int from, int to) {
        int paragraphs = 0;
        for (int i = from; i < to && paragraphs < BLOCKS_INSIDE; i++) {
            if (Prose.isParagraph(blocks.get(i).text())) {
                paragraphs++;
                Optional<LocalDate> day = Dates.inDateline(blocks.get(i).text());
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inLines(List<Block> blocks, int start, int end) {
        for (int i = Math.max(0, start); i < Math.min(end, blocks.size()); i++) {
            String text = blocks.get(i).text();
            if (text.length() <= LONGEST_LINE && !Prose.endsSentence(text)) {
                Optional<LocalDate> day = Dates.inLine(text);
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inNamedElements(Metadata head) {
        for (String selector : new String[] {
            "[class*=publish], [class*=pubdate], [id*=publish]",
            "[class*=date], [id*=date], [class*=Date]",
            "[class*=time], [class*=meta], [class*=byline], [class*=info]"
        }) {
            for (Element element : head.page().select(selector)) {
                Optional<LocalDate> day = Dates.inLine(text(element));
                if (day.isPresent() && !Furniture.isBeside(element)) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    /** An element's text if that is short. */
    private static String text(Element element) {
        if (element.childrenSize() > MOST_ELEMENTS
                || element.stream().limit(MOST_ELEMENTS + 1).count() > MOST_ELEMENTS) {
            return "";
        }
        String text = element.text();
        return text.length() <= LONGEST_LINE ? text : "";
    }
}
