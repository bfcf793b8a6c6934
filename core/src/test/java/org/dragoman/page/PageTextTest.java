package org.dragoman.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dragoman.page.PageText.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7\n', is a PDF; convert it to text first",
        "'PK\u0003\u0004 and more', is a ZIP archive or an office document; unpack it or convert it to text first",
        "'\u00ff\u00d8\u00ff\u00e0', 'is a JPEG picture, not a page'",
        "'\u0089PNG\r\n', 'is a PNG picture, not a page'",
        "'<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>', 'is a news feed, not a page'",
        "'{\"title\": \"x\"}', 'is JSON, not a page'",
        "'a\u0000b\u0000\u0001\u0002', 'is a binary file, neither HTML nor plain text'",
        "'\r\n \r\n', is empty",
    })
    void saysWhatIsNoPage(String content, String reason) {
        Page page = Page.of("it", content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PageText.of(page))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessage("it: " + reason);
    }

    @Test
    void tellsHtmlFromPlainText() throws UnreadablePageException {
        assertThat(read("<!DOCTYPE html><title>x</title>".getBytes(StandardCharsets.UTF_8))
                        .kind())
                .isEqualTo(Kind.HTML);
        assertThat(read("<p>Only a piece</p>".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(Kind.HTML);
        assertThat(read("Profits were < 5 % and > 3 %.".getBytes(StandardCharsets.UTF_8))
                        .kind())
                .isEqualTo(Kind.PLAIN);
    }

    @Test
    void believesWhatIsUtf8BeforeADeclaration() throws UnreadablePageException {
        String html = "<html><meta charset=iso-8859-1><p>Türkiye</p></html>";
        assertThat(read(html.getBytes(StandardCharsets.UTF_8)).text()).contains("Türkiye");
        assertThat(read(html.getBytes(WINDOWS_1252)).text()).contains("Türkiye");
    }

    @Test
    void believesTheTransport() throws UnreadablePageException {
        byte[] greek = "Ελλάδα".getBytes(Charset.forName("ISO-8859-7"));
        Page page = new Page("it", greek, Optional.of(Charset.forName("ISO-8859-7")), Optional.empty(), Listing.NONE);
        assertThat(PageText.of(page).text()).isEqualTo("Ελλάδα");
    }

    @Test
    void readsUtf16ByItsMark() throws UnreadablePageException {
        assertThat(read("\ufeffErdoğan said so".getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("Erdoğan said so");
    }

    @Test
    void toleratesBrokenUtf8() throws UnreadablePageException {
        byte[] bytes = "Türkiye, Çağlayan, São Paulo and Kraków \u0001".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xc3;
        assertThat(read(bytes).text()).isEqualTo("Türkiye, Çağlayan, São Paulo and Kraków \ufffd");
    }

    private static PageText read(byte[] content) throws UnreadablePageException {
        return PageText.of(Page.of("it", content));
    }
}
