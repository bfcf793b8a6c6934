package org.dragoman.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a file holds its pages, told by its start. */
enum Form {
    WARC,
    JSON,
    FEED,
    SITEMAP,
    /** The file is one page, or something that is no page at all. */
    PAGE;

    private static final int SNIFFED = 4096;
    private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}].*|\\[\\s*[{\\[].*", Pattern.DOTALL);

    /** The form of an unpacked stream, which is left where it was. */
    static Form of(BufferedInputStream stream) throws IOException {
        stream.mark(SNIFFED);
        byte[] bytes = new byte[SNIFFED];
        int length = start(stream, bytes);
        stream.reset();
        String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (start.startsWith("WARC/")) {
            return WARC;
        }
        String text = (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (JSON_START.matcher(text).matches()) {
            return JSON;
        }
        boolean xml = text.startsWith("<?xml")
                || text.startsWith("<rss")
                || text.startsWith("<feed")
                || text.startsWith("<rdf:rdf")
                || text.startsWith("<urlset")
                || text.startsWith("<sitemapindex")
                || text.startsWith("<!--");
        if (!xml || text.contains("<html")) {
            return PAGE;
        }
        if (text.contains("<urlset") || text.contains("<sitemapindex")) {
            return SITEMAP;
        }
        return text.contains("<rss") || text.contains("<feed") || text.contains("<rdf:rdf") ? FEED : PAGE;
    }

    /** Reads as much as there is. What damage stops a small file here is met again by who reads it, after its good part. */
    private static int start(BufferedInputStream stream, byte[] bytes) throws IOException {
        int length = 0;
        try {
            while (length < bytes.length) {
                int read = stream.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return length;
                }
                length += read;
            }
        } catch (IOException damage) {
            if (length == 0) {
                throw damage;
            }
        }
        return length;
    }
}
