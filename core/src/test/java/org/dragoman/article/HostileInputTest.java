package org.dragoman.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import org.junit.jupiter.api.Test;

/** Inputs made to cost time or memory, read by a process that has little of either. */
class HostileInputTest {
    private static final String MEMORY = "-Xmx256m";
    private static final long MOST_MILLISECONDS = 5000;
    private static final int MEGABYTE = 1_000_000;

    /** Reads every input in one process of {@value #MEMORY}; each has its own bound on time of the CPU. */
    @Test
    void eachIsReadOrRefusedInTimeAndMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        List<String> told = lines.stream().filter(line -> line.startsWith("* ")).toList();
        assertThat(told.stream().map(line -> line.replaceFirst(" in \\d+ ms$", "")))
                .containsExactly(
                        "* 100,000 nested tags: 1 article",
                        "* 100 MB of one line: refused",
                        "* 100 MB of one line of HTML: refused",
                        "* 15 MB of one line of HTML: 1 article",
                        "* gzip bomb: refused",
                        "* broken UTF-8: 1 article",
                        "* WARC cut in mid-record: 1 article, refused",
                        "* feed with entities: refused",
                        "* HTML that is a PDF: refused",
                        "* HTML that is a JPEG: refused");
        assertThat(told).allSatisfy(line -> assertThat(milliseconds(line)).isLessThan(MOST_MILLISECONDS));
    }

    private static long milliseconds(String line) {
        return Long.parseLong(line.replaceFirst(".* in (\\d+) ms$", "$1"));
    }

    /** The process. */
    static final class Reading {
        private static final String SENTENCE =
                "The ministers of both countries agreed on Tuesday to open the harbour. ";
        private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

        private Reading() {}

        /** Reads one input after another and tells what became of each. */
        public static void main(String[] arguments) throws IOException {
            read("an ordinary page", text("<html><body><p>" + SENTENCE.repeat(9))); // classes and tables are loaded
            read("100,000 nested tags", text("<html><body>" + "<div>".repeat(100_000) + "<p>" + SENTENCE.repeat(9)));
            read("100 MB of one line", repeated("", 100 * MEGABYTE));
            read("100 MB of one line of HTML", repeated("<html><body><p>", 100 * MEGABYTE));
            read("15 MB of one line of HTML", repeated("<html><body><p>", 15 * MEGABYTE));
            read("gzip bomb", bomb());
            read("broken UTF-8", bytes(SENTENCE.repeat(9) + "\u00c3\u00e4\u00f6 and \u00ff more. " + SENTENCE));
            read("WARC cut in mid-record", warc());
            read(
                    "feed with entities",
                    text("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
                            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;'>]>"
                            + "<rss version='2.0'><channel><title>&d;</title></channel></rss>"));
            read(
                    "HTML that is a PDF",
                    bytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n" + "1 0 obj <</Type/Page>> ".repeat(1000)));
            read(
                    "HTML that is a JPEG",
                    bytes("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000" + "\u0001\u0093".repeat(9999)));
        }

        private static void read(String name, InputStream content) {
            List<String> outcomes = new ArrayList<>();
            long start = CLOCK.getCurrentThreadCpuTime();
            ArticleExtractor extractor = new ArticleExtractor();
            new PageReader()
                    .read(
                            content,
                            name,
                            page -> {
                                try {
                                    int articles = extractor.extract(page).size();
                                    outcomes.add(articles + (articles == 1 ? " article" : " articles"));
                                } catch (UnreadablePageException refused) {
                                    outcomes.add("refused");
                                }
                            },
                            failure -> outcomes.add("refused"));
            long milliseconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000;
            String mark = name.equals("an ordinary page") ? "" : "* ";
            System.out.println(mark + name + ": " + String.join(", ", outcomes) + " in " + milliseconds + " ms");
        }

        private static InputStream text(String text) {
            return new ByteArrayInputStream(text.getBytes(UTF_8));
        }

        private static InputStream bytes(String bytes) {
            return new ByteArrayInputStream(bytes.getBytes(ISO_8859_1));
        }

        private static InputStream repeated(String start, int length) {
            List<InputStream> parts = new ArrayList<>(List.of(text(start)));
            byte[] sentence = SENTENCE.getBytes(UTF_8);
            Stream.generate(() -> (InputStream) new ByteArrayInputStream(sentence))
                    .limit(length / sentence.length)
                    .forEach(parts::add);
            return new SequenceInputStream(Collections.enumeration(parts));
        }

        /** A gigabyte of blanks, packed. */
        private static InputStream bomb() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                byte[] blanks = " ".repeat(MEGABYTE).getBytes(UTF_8);
                for (int i = 0; i < 1000; i++) {
                    gzip.write(blanks);
                }
            }
            return new ByteArrayInputStream(packed.toByteArray());
        }

        private static InputStream warc() {
            String html = "<html><body><p>" + SENTENCE.repeat(9);
            String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + html.length() + "\r\n\r\n"
                    + html;
            String record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
                    + "WARC-Date: 2024-05-14T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:4b1a4e0a-5f4c-4c3c-8d4e-000000000001>\r\n"
                    + "Content-Type: application/http;msgtype=response\r\nContent-Length: " + http.length() + "\r\n\r\n"
                    + http + "\r\n\r\n";
            return text(record + record.substring(0, record.length() - 200));
        }
    }
}
