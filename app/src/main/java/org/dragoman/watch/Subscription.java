package org.dragoman.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A feed or sitemap to follow; which of the two is told by what is found there.
 *
 * @param address where it is
 */
public record Subscription(URI address) {
    /**
     * The feed or sitemap at an address.
     *
     * @throws IllegalArgumentException if it isn't an http or https address
     */
    public static Subscription to(String address) {
        try {
            return new Subscription(WebAddress.of(address));
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(address + ": " + unfit.getMessage(), unfit);
        }
    }

    /**
     * The feeds in an OPML file, however deep in its folders, each once: every {@code outline} with an {@code xmlUrl}. Entities and
     * document types in it are not followed.
     *
     * @throws IOException if the file can't be read
     * @throws IllegalArgumentException if it names no feed, or an address that isn't one
     */
    public static List<Subscription> read(Path opml) throws IOException {
        Map<URI, Subscription> found = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(opml)) {
            Document document = Jsoup.parse(in, null, "", Parser.xmlParser());
            for (Element outline : document.select("outline")) {
                String address = outline.attributes().getIgnoreCase("xmlUrl");
                if (!address.isEmpty()) {
                    Subscription feed = to(address);
                    found.put(feed.address(), feed);
                }
            }
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(opml + ": " + unfit.getMessage(), unfit);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(opml + ": names no feed: wants OPML with <outline xmlUrl=\"...\"/>");
        }
        return List.copyOf(found.values());
    }
}
