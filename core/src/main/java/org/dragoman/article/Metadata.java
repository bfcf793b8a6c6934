package org.dragoman.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Headline, day, authors and publisher of an HTML page, by the most trusted witness that names them. */
final class Metadata {
    private static final Pattern TITLE_SEPARATOR = Pattern.compile("\\s+[|\\-–—:·•»«/]{1,2}\\s+|\\s*\\|\\s*");
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
            "dcterms.created",
            "dc.date.created",
            "dcterms.issued",
            "dcterms.date",
            "dc.date",
            "dc:date",
            "date",
            "article_date_original",
            "originalpublicationdate",
            "article:post_date",
            "published_at",
            "displaydate");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod");
    private static final List<String> AUTHORS = List.of(
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
            "citation_author");
    private static final int LONGEST_BYLINE = 150;

    private final Document page;
    private final String url;
    private final StructuredData data;
    private final Map<String, List<String>> metas = new LinkedHashMap<>();

    Metadata(Document page, String url) {
        this.page = page;
        this.url = url;
        data = StructuredData.of(page);
        for (Element meta : page.select("meta[content]")) {
            String name = meta.hasAttr("property")
                    ? meta.attr("property")
                    : meta.hasAttr("name") ? meta.attr("name") : meta.attr("itemprop");
            String content = meta.attr("content").strip();
            if (!name.isEmpty() && !content.isEmpty()) {
                metas.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(content);
            }
        }
    }

    StructuredData data() {
        return data;
    }

    /** The headline: what the page shows largest, if other witnesses agree, else what they say; empty if nobody does. */
    String title() {
        List<String> witnesses = new ArrayList<>();
        witnesses.add(data.headline());
        witnesses.add(meta("og:title"));
        witnesses.add(meta("twitter:title"));
        String whole = fold(page.title());
        witnesses.add(whole);
        witnesses.removeIf(String::isEmpty);
        String best = "";
        double most = 0;
        for (Element heading : page.select("h1")) {
            String text = fold(heading.text());
            double agreement = 0;
            for (String witness : witnesses) {
                agreement = Math.max(
                        agreement, overlap(text, fold(org.jsoup.parser.Parser.unescapeEntities(witness, false))));
            }
            if (!text.isEmpty() && (best.isEmpty() || agreement > most)) {
                best = text;
                most = agreement;
            }
        }
        if (!best.isEmpty() && (most > 0.5 || witnesses.isEmpty())) {
            return best;
        }
        String told = !data.headline().isEmpty() ? data.headline() : meta("og:title");
        String cut = cut(told.isEmpty() ? whole : fold(org.jsoup.parser.Parser.unescapeEntities(told, false)));
        return !cut.isEmpty() && !cut.equalsIgnoreCase(siteName()) ? cut : best.isEmpty() ? cut : best;
    }

    /** A title without the site's name. */
    private String cut(String title) {
        String[] parts = TITLE_SEPARATOR.split(title, -1);
        if (parts.length < 2) {
            return title;
        }
        String first = parts[0].strip();
        if (first.length() * 2 >= title.length() || first.split(" ", -1).length > 3) {
            // The site's name comes last: cut there alone, a headline may hold separators itself.
            String last = parts[parts.length - 1];
            int at = title.lastIndexOf(last);
            String left = title.substring(0, at).strip();
            while (!left.isEmpty()
                    && !Character.isLetterOrDigit(left.charAt(left.length() - 1))
                    && "?!.\"'”’)»…%".indexOf(left.charAt(left.length() - 1)) < 0) {
                left = left.substring(0, left.length() - 1).strip();
            }
            return last.length() < left.length() ? left : title;
        }
        String longest = "";
        for (String part : parts) {
            longest = part.length() > longest.length() ? part.strip() : longest;
        }
        return longest;
    }

    /** The day of publication as the page tells it. */
    Optional<LocalDate> published() {
        Optional<LocalDate> day = Dates.find(data.published());
        for (int i = 0; i < PUBLISHED.size() && day.isEmpty(); i++) {
            day = Dates.find(meta(PUBLISHED.get(i)));
        }
        if (day.isPresent()) {
            return day;
        }
        for (String selector : List.of(
                "[itemprop=datePublished]",
                "time[pubdate]",
                "time[datetime]",
                "time",
                "abbr.published, .published[title]")) {
            for (Element element : page.select(selector)) {
                String told = element.hasAttr("datetime")
                        ? element.attr("datetime")
                        : element.hasAttr("content") ? element.attr("content") : element.attr("title");
                day = Dates.find(told).or(() -> Dates.find(shortText(element)));
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        day = Dates.inAddress(url);
        if (day.isEmpty()) {
            day = Dates.inAddress(canonical());
        }
        if (day.isPresent()) {
            return day;
        }
        for (String selector : List.of(
                "[class*=publish], [class*=pubdate], [id*=publish]",
                "[class*=date], [id*=date], [class*=Date]",
                "[class*=time], [class*=meta], [class*=byline], [class*=info]")) {
            for (Element element : page.select(selector)) {
                day = Dates.find(shortText(element));
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        day = Dates.find(data.modified());
        for (int i = 0; i < MODIFIED.size() && day.isEmpty(); i++) {
            day = Dates.find(meta(MODIFIED.get(i)));
        }
        return day;
    }

    /** The authors' names as the page tells them. */
    List<String> authors() {
        List<String> names = new ArrayList<>();
        for (String author : data.authors()) {
            add(names, Credits.names(author));
        }
        for (int i = 0; i < AUTHORS.size() && names.isEmpty(); i++) {
            for (String content : metas.getOrDefault(AUTHORS.get(i), List.of())) {
                add(names, Credits.names(content));
            }
        }
        for (String selector : List.of(
                "[itemprop=author] [itemprop=name]",
                "[itemprop=author]",
                "a[rel=author], [rel=author]",
                ".author a, .byline a, .byline .name, .author-name, .author__name",
                "[class*=byline], [class*=author], [id*=byline], [id*=author]")) {
            for (Element element : page.select(selector)) {
                if (!names.isEmpty() && !selector.startsWith("[itemprop=author] ") && !selector.startsWith("a[rel")) {
                    break;
                }
                String text = shortText(element);
                if (!text.isEmpty()) {
                    add(names, Credits.names(text));
                }
            }
            if (!names.isEmpty()) {
                break;
            }
        }
        names.removeIf(name -> name.equalsIgnoreCase(siteName()));
        return names;
    }

    /** The publisher's name; empty if the page doesn't tell it. */
    Optional<String> source() {
        String name = siteName();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** ISO 639-1 code the page declares for itself; empty if it doesn't. */
    String language() {
        Element html = page.selectFirst("html[lang]");
        return html == null ? "" : html.attr("lang").split("[-_]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private String siteName() {
        String name = meta("og:site_name");
        return name.isEmpty() ? data.publisher() : name;
    }

    private String canonical() {
        Element link = page.selectFirst("link[rel=canonical]");
        return link == null ? meta("og:url") : link.attr("href");
    }

    private String meta(String name) {
        List<String> contents = metas.get(name);
        return contents == null ? "" : contents.get(0);
    }

    private static void add(List<String> names, List<String> found) {
        for (String name : found) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
    }

    private static String shortText(Element element) {
        // Measured before it is built: a container may hold the whole page.
        return element.getAllElements().size() > 30 ? "" : limit(element.text().strip());
    }

    private static String limit(String text) {
        return text.length() <= LONGEST_BYLINE ? text : "";
    }

    private static String fold(String text) {
        return text.replace('\u00a0', ' ')
                .replace("\u00ad", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Which share of the shorter text's words the longer has too. */
    private static double overlap(String first, String second) {
        List<String> left = List.of(first.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
        List<String> right = List.of(second.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
        if (left.isEmpty() || right.isEmpty() || first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        List<String> shorter = left.size() <= right.size() ? left : right;
        List<String> longer = shorter == left ? right : left;
        int common = 0;
        for (String word : shorter) {
            common += longer.contains(word) ? 1 : 0;
        }
        // One or two words in common may be a section's or the site's name.
        return shorter.size() < 3 && longer.size() > 2 * shorter.size() ? 0 : (double) common / shorter.size();
    }
}
