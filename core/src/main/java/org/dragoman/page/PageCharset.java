package org.dragoman.page;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which charset a page is in: byte order mark, then what is UTF-8 beyond doubt, then what the transport said, then what
 * the page says of itself, then a guess by its letters.
 */
final class PageCharset {
    /** Declarations stand at the start; the HTML standard looks at 1,024 bytes, real pages need more. */
    private static final int DECLARATION_BYTES = 8192;

    private static final int DETECTION_BYTES = 65_536;
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s{0,4}=\\s{0,4}[\"']?\\s{0,4}([A-Za-z0-9_:.-]{2,40})");

    private PageCharset() {}

    static Charset of(Page page) {
        byte[] content = page.content();
        Optional<Charset> marked = byteOrderMark(content);
        if (marked.isPresent()) {
            return marked.get();
        }
        Utf8 utf8 = Utf8.of(content);
        if (utf8.sound() > 0 && utf8.broken() == 0) {
            // Text in another charset is practically never valid UTF-8; declarations are often wrong.
            return StandardCharsets.UTF_8;
        }
        Optional<Charset> told = page.charset().or(() -> declared(content)).map(PageCharset::asBrowsersRead);
        boolean utf8Told = told.filter(StandardCharsets.UTF_8::equals).isPresent();
        if (told.isPresent() && !utf8Told) {
            return told.get();
        }
        if (utf8.broken() == 0 || utf8.sound() >= 4 * utf8.broken()) {
            return StandardCharsets.UTF_8;
        }
        return detected(content).orElse(utf8Told ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
    }

    private static Optional<Charset> byteOrderMark(byte[] content) {
        if (content.length >= 3
                && content[0] == (byte) 0xef
                && content[1] == (byte) 0xbb
                && content[2] == (byte) 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (content.length >= 2 && content[0] == (byte) 0xfe && content[1] == (byte) 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (content.length >= 2 && content[0] == (byte) 0xff && content[1] == (byte) 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        if (start.indexOf('<') < 0) {
            return Optional.empty();
        }
        Matcher declaration = DECLARED.matcher(start);
        while (declaration.find()) {
            try {
                return Optional.of(Charset.forName(declaration.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                // A declaration of a charset that doesn't exist tells nothing; there may be another.
            }
        }
        return Optional.empty();
    }

    /** Browsers read Latin-1 as Windows-1252 and an ASCII page's UTF-16 declaration as UTF-8, so pages rely on it. */
    private static Charset asBrowsersRead(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        if (name.equals("ISO-8859-1") || name.equals("US-ASCII")) {
            return Charset.forName("windows-1252");
        }
        return name.startsWith("UTF-16") || name.startsWith("UTF-32") ? StandardCharsets.UTF_8 : charset;
    }

    private static Optional<Charset> detected(byte[] content) {
        CharsetMatch match = new CharsetDetector()
                .setText(Arrays.copyOf(content, Math.min(content.length, DETECTION_BYTES)))
                .detect();
        return match != null && Charset.isSupported(match.getName())
                ? Optional.of(asBrowsersRead(Charset.forName(match.getName())))
                : Optional.empty();
    }

    /**
     * How far bytes are UTF-8.
     *
     * @param sound sequences of several bytes that are right
     * @param broken bytes that are part of none
     */
    private record Utf8(int sound, int broken) {
        static Utf8 of(byte[] content) {
            int sound = 0;
            int broken = 0;
            int i = 0;
            while (i < content.length) {
                if (content[i] >= 0) {
                    i++;
                    continue;
                }
                int lead = content[i] & 0xff;
                int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
                if (lead >= 0xc2 && lead < 0xf5 && followed(content, i + 1, length - 1)) {
                    sound++;
                    i += length;
                } else {
                    broken++;
                    i++;
                }
            }
            return new Utf8(sound, broken);
        }

        private static boolean followed(byte[] content, int from, int count) {
            if (from + count > content.length) {
                return false;
            }
            for (int i = from; i < from + count; i++) {
                if ((content[i] & 0xc0) != 0x80) {
                    return false;
                }
            }
            return true;
        }
    }
}
