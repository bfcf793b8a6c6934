package org.dragoman.watch;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.dragoman.page.FeedPages;
import org.dragoman.page.Listing;
import org.dragoman.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * What a feed or sitemap names, the newest first, undated ones after them in its order; each address once.
 *
 * @param pages that may hold news
 * @param sitemaps that a sitemap of sitemaps lists
 * @param feed whether it is a feed, which holds but what is new, rather than a sitemap
 */
record Leads(List<Lead> pages, List<Lead> sitemaps, boolean feed) {
    private static final int SNIFFED = 4_096;

    /**
     * Finds them.
     *
     * @param base address of the feed or sitemap
     * @param content gzipped or not
     * @param mostBytes largest content, unpacked
     * @throws UnreadablePageException if it is neither feed nor sitemap, or broken
     */
    static Leads of(URI base, byte[] content, int mostBytes) throws UnreadablePageException {
        byte[] plain = unpacked(base, content, mostBytes);
        String start = new String(plain, 0, Math.min(plain.length, SNIFFED), StandardCharsets.ISO_8859_1);
        if (start.contains("<urlset") || start.contains("<sitemapindex")) {
            return sitemap(base, plain);
        }
        if (!start.contains("<rss") && !start.contains("<feed") && !start.contains("<rdf:RDF")) {
            throw new UnreadablePageException(base.toString(), "is neither a feed nor a sitemap");
        }
        Map<URI, Lead> found = new LinkedHashMap<>();
        for (FeedPages.Link link : FeedPages.links(plain, base.toString())) {
            add(found, base, link.url(), link.listing(), time(link.listing().published()));
        }
        return new Leads(newest(found), List.of(), true);
    }

    private static byte[] unpacked(URI base, byte[] content, int mostBytes) throws UnreadablePageException {
        if (content.length < 2 || content[0] != 0x1f || content[1] != (byte) 0x8b) {
            return content;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] plain = in.readNBytes(mostBytes + 1);
            if (plain.length > mostBytes) {
                throw new UnreadablePageException(
                        base.toString(), "is larger than " + mostBytes / 1_000 + " kB unpacked");
            }
            return plain;
        } catch (IOException damaged) {
            throw new UnreadablePageException(base.toString(), "is a damaged gzip file");
        }
    }

    private static Leads sitemap(URI base, byte[] content) throws UnreadablePageException {
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.enableExtension(Extension.NEWS);
        Map<URI, Lead> found = new LinkedHashMap<>();
        try {
            AbstractSiteMap sitemap = parser.parseSiteMap("text/xml", content, base.toURL());
            if (sitemap instanceof SiteMapIndex index) {
                for (AbstractSiteMap part : index.getSitemaps()) {
                    add(found, base, part.getUrl().toString(), Listing.NONE, instant(part.getLastModified()));
                }
                return new Leads(List.of(), newest(found), false);
            }
            for (SiteMapURL page : ((SiteMap) sitemap).getSiteMapUrls()) {
                Listing listing = listing(page);
                Optional<Instant> told = time(listing.published());
                add(
                        found,
                        base,
                        page.getUrl().toString(),
                        listing,
                        told.isPresent() ? told : instant(page.getLastModified()));
            }
            return new Leads(newest(found), List.of(), false);
        } catch (UnknownFormatException | MalformedURLException | RuntimeException broken) {
            throw new UnreadablePageException(base.toString(), "is a sitemap that is broken");
        } catch (IOException impossible) {
            throw new UnreadablePageException(base.toString(), "is a sitemap that can't be read");
        }
    }

    /** What a news sitemap says of a page. */
    private static Listing listing(SiteMapURL page) {
        ExtensionMetadata[] all = page.getAttributesForExtension(Extension.NEWS);
        if (all == null || all.length == 0 || !(all[0] instanceof NewsAttributes news)) {
            return Listing.NONE;
        }
        return new Listing(
                given(news.getTitle()),
                List.of(),
                news.getPublicationDateTime() == null
                        ? ""
                        : news.getPublicationDateTime().toInstant().toString(),
                given(news.getName()),
                given(news.getLanguage()));
    }

    private static void add(Map<URI, Lead> found, URI base, String link, Listing listing, Optional<Instant> told) {
        try {
            URI address = WebAddress.of(base, link);
            found.putIfAbsent(address, new Lead(address, listing, told));
        } catch (IllegalArgumentException notOnTheWeb) {
            // An entry without a link, or one to something else than a page, names nothing to fetch.
        }
    }

    private static List<Lead> newest(Map<URI, Lead> found) {
        return found.values().stream()
                .sorted(Comparator.comparing((Lead lead) -> lead.told().orElse(Instant.MIN), Comparator.reverseOrder()))
                .toList();
    }

    private static Optional<Instant> time(String published) {
        try {
            return published.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(published));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return date == null ? Optional.empty() : Optional.of(date.toInstant());
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
