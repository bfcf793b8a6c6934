package org.dragoman.page;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page's bytes as characters, and what they are.
 *
 * @param kind told by content
 * @param text decoded; broken sequences become U+FFFD, line ends are {@code \n}
 */
public record PageText(Kind kind, String text) {
    /** What a page is written in. */
    public enum Kind {
        HTML,
        PLAIN
    }

    private static final int SNIFFED_BYTES = 4096;
    private static final int SNIFFED_CHARACTERS = 50_000;

    /** Files that are no pages, by their first bytes. */
    private enum Foreign {
        PDF("is a PDF; convert it to text first", "%PDF-"),
        PNG("is a PNG picture, not a page", "\u0089PNG"),
        JPEG("is a JPEG picture, not a page", "\u00ff\u00d8\u00ff"),
        GIF("is a GIF picture, not a page", "GIF8"),
        WEBP("is a media file, not a page", "RIFF"),
        ZIP("is a ZIP archive or an office document; unpack it or convert it to text first", "PK\u0003\u0004"),
        GZIP("is gzipped twice; unpack it first", "\u001f\u008b"),
        OFFICE("is an office document; convert it to text first", "\u00d0\u00cf\u0011\u00e0"),
        RTF("is an RTF document; convert it to text first", "{\\rtf"),
        WARC("is a WARC archive, not a page", "WARC/1."),
        ELF("is a program, not a page", "\u007fELF");

        private final String reason;
        private final String start;

        Foreign(String reason, String start) {
            this.reason = reason;
            this.start = start;
        }

        boolean starts(byte[] content) {
            if (content.length < start.length()) {
                return false;
            }
            for (int i = 0; i < start.length(); i++) {
                if ((content[i] & 0xff) != start.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Decodes a page.
     *
     * @throws UnreadablePageException if it is neither HTML nor plain text; the message says what it is
     */
    public static PageText of(Page page) throws UnreadablePageException {
        byte[] content = page.content();
        for (Foreign foreign : Foreign.values()) {
            if (foreign.starts(content)) {
                throw new UnreadablePageException(page.url(), foreign.reason);
            }
        }
        Charset charset = PageCharset.of(page);
        if (looksBinary(content, charset)) {
            throw new UnreadablePageException(page.url(), "is a binary file, neither HTML nor plain text");
        }
        String text = new String(content, charset);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new UnreadablePageException(page.url(), "is empty");
        }
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        if (startsHtml(text)) {
            return new PageText(Kind.HTML, text);
        }
        String start = text.substring(0, Math.min(text.length(), SNIFFED_CHARACTERS))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        String refused = otherMarkup(start);
        if (refused != null) {
            throw new UnreadablePageException(page.url(), refused);
        }
        return new PageText(looksLikeHtml(start) ? Kind.HTML : Kind.PLAIN, text);
    }

    /** What most pages start with, told without looking further. */
    private static boolean startsHtml(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.regionMatches(true, start, "<!doctype html", 0, 14)
                || text.regionMatches(true, start, "<html", 0, 5);
    }

    private static boolean looksBinary(byte[] content, Charset charset) {
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return false;
        }
        int sniffed = Math.min(content.length, SNIFFED_BYTES);
        int controls = 0;
        for (int i = 0; i < sniffed; i++) {
            int character = content[i] & 0xff;
            // Escape (0x1b) switches sets in ISO-2022-JP.
            if (character < 0x20 && !(character >= '\t' && character <= '\r') && character != 0x1b) {
                controls++;
            }
        }
        return controls * 50 > sniffed;
    }

    /** Why markup that is no page can't be read; null if it isn't such. */
    private static @Nullable String otherMarkup(String start) {
        if (start.startsWith("<?xml") || start.startsWith("<rss") || start.startsWith("<feed")) {
            if (start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:rdf")) {
                return "is a news feed, not a page";
            }
            if (!start.contains("<html")) {
                return "is XML; only HTML and plain text are read";
            }
        }
        if (start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("{\n")) {
            return "is JSON, not a page";
        }
        return null;
    }

    private static boolean looksLikeHtml(String start) {
        if (start.contains("<html")) {
            return true;
        }
        int tags = 0;
        for (String tag : new String[] {"</p>", "<p>", "</div>", "<div", "</a>", "<br", "<body", "</title>", "</h1>"}) {
            if (start.contains(tag)) {
                tags++;
            }
        }
        return tags >= (start.startsWith("<") ? 1 : 2);
    }
}
