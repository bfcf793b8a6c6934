package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user runs them, on the sample pages. */
class CommandsTest {
    private static final String SAMPLES = Path.of("..", "samples").toString();

    @TempDir
    private Path folder;

    /** What a command did. */
    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    @Test
    void tellsHistoryByTheDayOfPublication() {
        String past = run("explain", "--date", "2024-11-27", "Israel bombed Iraq on 3 May 2019.")
                .out();
        String recent = run("explain", "--date", "2019-05-06", "Israel bombed Iraq on 3 May 2019.")
                .out();

        assertThat(past.toLowerCase(java.util.Locale.ROOT)).contains("historical");
        assertThat(recent.toLowerCase(java.util.Locale.ROOT)).doesNotContain("historical");
    }

    @Test
    void codesByOwnOntology() throws IOException {
        Path ontology = Files.createDirectory(folder.resolve("ontology"));
        Files.writeString(ontology.resolve("types.tsv"), "VISIT\t1\t2.5\tno\tAGREE\t-\n");
        Path frames = ontology.resolve("frames.tsv");
        Files.writeString(frames, "VISIT\tvisit\tv\t-\tsubj\tobj\t-\t042\t-\n");

        assertThat(run("explain", "--ontology", ontology.toString(), "Iran visited Iraq.")
                        .out())
                .contains("VISIT 042", "rule frames.tsv:1");

        Files.writeString(frames, "# mine\nNOTHING\tvisit\tv\t-\tsubj\tobj\t-\t042\t-\n");
        Outcome wrong = run("explain", "--ontology", ontology.toString(), "Iran visited Iraq.");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("frames.tsv:2").contains("NOTHING");
    }

    private static List<JsonNode> stories(String... arguments) throws IOException {
        List<JsonNode> stories = new ArrayList<>();
        for (String line : run(arguments).out().lines().toList()) {
            stories.add(new ObjectMapper().readTree(line));
        }
        return stories;
    }

    @Test
    void readsTheSamples() {
        Outcome outcome = run("read", SAMPLES);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("━━ Foreign Secretary welcomes Baghdad-Erbil agreement")
                .contains("━━ Airstrikes destroy ISIL’s captured tanks")
                .contains("━━ Liberation of Sinjar from ISIL terrorists")
                .contains("ACCUSE", "SUPPORT", "CONSULT", "ASSAULT")
                .doesNotContain("Related", "Handout");
        assertThat(outcome.err()).contains("12 pages, 13 stories").contains("0 failures");
    }

    @Test
    void findsStatements() throws IOException {
        Path page = folder.resolve("story.txt");
        Files.writeString(page, """
                Turkey ready to help in Gaza

                President Recep Tayyip Erdogan met his ministers in Ankara on Wednesday.

                "We are ready to help to end the war in Gaza," Erdogan told reporters in Ankara. He said that Lebanon needs help, too.

                Turkish officials believe that the war in Gaza will last. Iran said that it will not help Gaza.
                """);
        Outcome digest = run(
                "statements", page.toString(), "--by", "erdoğan", "--about", "gaza", "--format", "digest", "--quiet");
        assertThat(digest.code()).isZero();
        assertThat(digest.out())
                .containsSubsequence(
                        "Recep Tayyip Erdogan (TUR GOV) **told**:  [to reporters",
                        "**\"We are ready to help to end the war in Gaza,\"** Erdogan told reporters in Ankara.",
                        "He")
                .doesNotContain("**said**", "Iran");
        assertThat(run("statements", page.toString(), "--by", "IRN", "--quiet").out())
                .contains("Iran ", "that it will not help Gaza");
        assertThat(run("statements", page.toString(), "--quiet").out()).doesNotContain("believes", "belief");
        assertThat(run("statements", page.toString(), "--kind", "belief", "--quiet")
                        .out())
                .contains("belief");
        assertThat(run("statements", page.toString(), "--by", "nobody", "--format", "csv", "--quiet")
                        .out()
                        .lines())
                .hasSize(1);
        List<JsonNode> stories = stories("statements", page.toString(), "--by", "TUR", "--format", "json", "--quiet");
        assertThat(stories).singleElement().satisfies(story -> assertThat(story.get("statements"))
                .hasSize(2));
    }

    @Test
    void everyRecordPointsToItsWords() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("..", "docs", "extraction.schema.json")));
        List<JsonNode> stories = stories("read", SAMPLES, "--format", "json", "--all", "--quiet");
        assertThat(stories).hasSize(13);
        for (JsonNode story : stories) {
            assertThat(schema.validate(story)).isEmpty();
            int[] text = story.get("text").asText().codePoints().toArray();
            assertThat(story.findParents("start")).allSatisfy(span -> {
                int start = span.get("start").intValue();
                assertThat(new String(text, start, span.get("end").intValue() - start))
                        .isEqualTo(span.get("text").asText());
            });
            for (JsonNode event : story.get("events")) {
                JsonNode sentence = event.at("/evidence/sentence");
                assertThat(event.findParents("start")).allSatisfy(part -> {
                    assertThat(part.get("start").intValue())
                            .isGreaterThanOrEqualTo(sentence.get("start").intValue());
                    assertThat(part.get("end").intValue())
                            .isLessThanOrEqualTo(sentence.get("end").intValue());
                });
            }
        }
    }

    @Test
    void givesTheSameEachTime() {
        assertThat(run("read", SAMPLES, "--format", "csv", "--quiet").out())
                .isEqualTo(run("read", SAMPLES, "--format", "csv", "--quiet").out());
    }

    @Test
    void namesWhatCannotBeReadAndGoesOn() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.html"));
        Path pdf = Files.writeString(folder.resolve("paper.pdf"), "%PDF-1.7\n...");
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Path arabic = Files.writeString(
                folder.resolve("arabic.txt"),
                "أعلنت وزارة الخارجية العراقية اليوم أن بغداد حريصة على التعاون مع المجتمع الدولي. ".repeat(5));
        Path good = Path.of(SAMPLES, "us-hasaka-attack.html");
        Outcome outcome = run(
                "read",
                folder.resolve("missing.html").toString(),
                empty.toString(),
                pdf.toString(),
                nothing.toString(),
                arabic.toString(),
                good.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("Hasaka");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("dragoman: ")))
                .hasSize(5)
                .anyMatch(line -> line.contains("missing.html"))
                .anyMatch(line -> line.contains("empty.html"))
                .anyMatch(line -> line.contains("PDF"))
                .anyMatch(line -> line.contains("nothing"))
                .anyMatch(line -> line.contains("Arabic"));
        assertThat(outcome.err()).contains("1 story", "5 failures");
    }

    @Test
    void measuresHowFastItReads() throws IOException {
        Outcome outcome = run("bench", SAMPLES, "--seconds", "1");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines().map(line -> line.split("  ")[0]))
                .contains("machine", "pages", "start-up", "1 thread", "allocation", "memory");
        assertThat(outcome.out()).containsPattern("1 thread +\\d+\\.\\d pages/s, [1-9]\\d* sentences/s");

        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        assertThat(run("bench", nothing.toString()).code()).isEqualTo(1);
        assertThat(run("bench", SAMPLES, "--seconds", "0").code()).isEqualTo(2);
    }

    @Test
    void refusesATextThatNoArticleIsAsLongAs() throws IOException {
        Path endless = Files.writeString(folder.resolve("endless.txt"), "Iraq condemned Turkey. ".repeat(30_000));
        Outcome outcome = run("read", endless.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("endless.txt: holds a text of ");
    }

    @Test
    void explainsASentence() {
        assertThat(run("explain", "Iraq met NATO.").out())
                .contains("met", "VERB", "nsubj")
                .contains("CONSULT")
                .contains("Iraq (IRQ GOV)");
    }

    @Test
    void ownPartiesWin() throws IOException {
        Path own = Files.writeString(folder.resolve("own.tsv"), "NATO\tXXX\tMIL\t-\t-\t-\n");
        assertThat(run("explain", "Iraq met NATO.", "--actors", own.toString()).out())
                .contains("NATO (XXX MIL)");
        Path wrong = Files.writeString(folder.resolve("wrong.tsv"), "NATO\n");
        Outcome refused = run("explain", "Iraq met NATO.", "--actors", wrong.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("wrong.tsv:1");
    }

    @Test
    void evaluatesAGoldSet() throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.jsonl"), """
                {"id": "1", "text": "Iraq condemned Turkey.", "events": [{"plover": "ACCUSE", "sourceCountry": "IRQ", "targetCountry": "TUR"}]}
                {"id": "2", "text": "The weather was fine.", "events": []}
                """);
        Outcome outcome = run("evaluate", "events", gold.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("class+dyad ")))
                .singleElement()
                .satisfies(line -> assertThat(line.split(" +", -1)).containsSequence("1", "1", "1", "1.000"));
    }

    @Test
    void refusesAnUnknownTask() {
        Outcome outcome = run("predict", "nonsense", "in", "out");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("no task 'nonsense'").contains("events");
    }

    @Test
    void saysWhichFileIsMissing() {
        Outcome outcome =
                run("predict", "events", "missing.jsonl", folder.resolve("out").toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("missing.jsonl: no such file or folder");
    }

    @Test
    void fromPagesToAPlot() throws IOException {
        String archive = folder.resolve("archive").toString();
        assertThat(run("read", SAMPLES, "--archive", archive).err()).contains("12 pages, 13 stories");
        assertThat(run("read", SAMPLES, "--archive", archive).err()).contains("0 pages (and 12 known before)");
        assertThat(run("events", "-a", archive, "type:ASSAULT", "country:SYR", "--format", "csv")
                        .out())
                .startsWith("id,date,type")
                .contains("ASSAULT");
        assertThat(run("events", "-a", archive, "type:ASSAULT").out()).contains("**");
        assertThat(run("search", "-a", archive, "\"barrel bombs\"").out())
                .contains("**barrel")
                .contains("article");
        assertThat(run("sql", "-a", archive, "SELECT count(*) AS n FROM articles")
                        .out())
                .isEqualTo("n\n13\n");
        assertThat(run("events", "-a", archive, "colour:red").code()).isEqualTo(2);
        assertThat(run("count", "-a", archive, "--format", "csv").out())
                .startsWith("records,count\r\nevents,")
                .endsWith("articles,13\r\n");
        assertThat(run("count", "-a", archive, "speaker:hammond").out())
                .contains("statements")
                .doesNotContain("events");
        assertThat(run("series", "-a", archive, "--by", "type", "--per", "year").out())
                .startsWith("period")
                .contains("goldstein_sum", "events_per_article", "2015-01-01");
        assertThat(run("top", "-a", archive, "speakers").out()).contains("Philip Hammond");
        assertThat(run("top", "-a", archive, "dyads", "quad:1..4", "-n", "1").out())
                .contains("raise --limit");
        assertThat(run("top", "-a", archive, "colours").code()).isEqualTo(2);
        assertThat(run("statements", "-a", archive, "--by", "GBR", "--about", "barrel bombs", "-f", "digest")
                        .out())
                .contains("Philip Hammond (GBR GOV) **said**", "dropping barrel bombs out of");
        assertThat(run("statements", "-a", archive, "--by", "hammond", "--filter", "\"Baghdad\"", "-f", "csv")
                        .out())
                .contains("Philip Hammond,GBR,GOV")
                .doesNotContain("barrel bomb");
        assertThat(run("statements", "-a", archive, SAMPLES).code()).isEqualTo(2);
        Path plot = folder.resolve("plot.svg");
        assertThat(run("plot", plot.toString(), "-a", archive, "--by", "type").code())
                .isZero();
        assertThat(plot).content().startsWith("<svg");
        Path table = folder.resolve("events.parquet");
        assertThat(run("export", "parquet", table.toString(), "-a", archive).err())
                .contains("rows written to");
        assertThat(folder.resolve("events.parquet.columns.md")).content().contains("| cameo |");
        assertThat(run("sample", "-a", archive, "--n", "5").out().lines()).hasSizeGreaterThanOrEqualTo(6);
        String url = Path.of(SAMPLES, "uk-barrel-bombs.txt").toString();
        assertThat(run("forget", "-a", archive, url).err()).contains("1 article taken out");
        assertThat(run("forget", "-a", archive, url).code()).isEqualTo(1);
        assertThat(run("events", "-a", folder.resolve("none").toString()).err()).contains("no archive in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read",
                "predict",
                "evaluate",
                "explain",
                "events",
                "search",
                "count",
                "series",
                "top",
                "sql",
                "export",
                "plot",
                "sample",
                "forget"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help").out()).contains("Usage: dragoman " + command);
    }

    @Test
    void watchesAFeed() throws IOException {
        byte[] story = Files.readAllBytes(Path.of(SAMPLES, "us-hasaka-attack.html"));
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().equals("/story")
                    ? story
                    : "<rss version=\"2.0\"><channel><item><link>/story</link></item></channel></rss>"
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/robots.txt") ? 404 : 200, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        try {
            Path opml = folder.resolve("feeds.opml");
            String feed = "http://127.0.0.1:" + site.getAddress().getPort() + "/feed";
            Files.writeString(opml, "<opml><body><outline xmlUrl=\"" + feed + "\"/></body></opml>");
            String archive = folder.resolve("watched").toString();
            Outcome refused = run("watch", opml.toString(), "--archive", archive, "--once");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).contains("refused", "127.0.0.1, not a public address; --allow-private");
            Files.delete(Path.of(archive, "watch.jsonl"));
            Outcome watched = run("watch", feed, "--archive", archive, "--once", "--between", "0", "--allow-private");
            assertThat(watched.out()).contains("polled", "1 page, 1 new", "read", "Hasaka", "1 page read, 1 poll");
            assertThat(watched.code()).isZero();
            assertThat(run("events", "--archive", archive, "country:SYR").out()).contains("Hasaka");
        } finally {
            site.stop(0);
        }
        assertThat(run("watch", "ftp://example.org/feed").err()).contains("ftp:");
        assertThat(run("watch", folder.resolve("none.opml").toString()).code()).isEqualTo(1);
    }
}
