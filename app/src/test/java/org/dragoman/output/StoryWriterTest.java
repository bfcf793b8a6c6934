package org.dragoman.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dragoman.Extraction;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.event.Count;
import org.dragoman.event.Event;
import org.dragoman.event.EventType;
import org.dragoman.event.Modality;
import org.dragoman.event.Participant;
import org.dragoman.event.Size;
import org.dragoman.place.Place;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Statement;
import org.dragoman.quote.Statement.Directness;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.Statement.Polarity;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;
import org.junit.jupiter.api.Test;

class StoryWriterTest {
    /** An emoji before the words counts two UTF-16 code units and one code point. */
    private static final String BODY = "😀 Iraq condemned Turkey. \"We object,\" Ali, the minister, said.";

    private static final Extraction STORY = story();

    private static Extraction story() {
        Article article = new Article(
                "file.html",
                "",
                List.of("A. Writer"),
                Optional.of(LocalDate.of(2024, 11, 27)),
                Optional.of("Paper, The"),
                "en",
                BODY,
                List.of());
        Actor iraq = new Actor("Iraq", "IRQ", List.of("GOV"), "", Actor.Basis.TEXT);
        Event event = new Event(
                new EventType("ACCUSE", 3, -3, false),
                "disapprove",
                List.of("diplomatic"),
                "111",
                -2,
                Optional.of(new Participant(words("Iraq"), iraq)),
                Optional.of(new Participant(words("Turkey"), Actor.unknown("Turkey"))),
                Optional.of(new Place(99237, "Iraq", 33, 44, "IQ", "", "PCLI")),
                Optional.of(new TimeExpression(words("Iraq"), LocalDate.of(2024, 11, 26), LocalDate.of(2024, 11, 26))),
                new Size(
                        List.of(new Count(Count.Kind.DEAD, 12, Count.Stated.AT_LEAST, words("Turkey"))),
                        List.of(new Size.Weapon("aerial", words("Iraq")))),
                Set.of(Modality.NEGATED),
                0.91234,
                new Event.Evidence(words("Iraq condemned Turkey."), words("condemned"), false, false, "condemn"));
        Statement statement = new Statement(
                List.of(words("Ali, the minister,")),
                List.of(words("said")),
                List.of(words("\"We object,\"")),
                Optional.of(iraq),
                Kind.SPEECH,
                Directness.DIRECT,
                Polarity.DENIED,
                Statement.Modality.FUTURE,
                new Occasion(
                        Optional.of(new Occasion.Addressee(words("Turkey"), Actor.unknown("Turkey"))),
                        Optional.of(new Occasion.Medium(words("said"), "interview")),
                        event.place(),
                        event.time()),
                1,
                "quotation");
        return new Extraction(article, List.of(statement), List.of(event));
    }

    private static Span words(String words) {
        int start = BODY.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static String written(Format format, Extraction story) throws IOException {
        StringBuilder out = new StringBuilder();
        format.writer(out, new Style(80, false)).write(story);
        return out.toString();
    }

    @Test
    void jsonKeepsToItsSchema() throws IOException {
        JsonNode story = new ObjectMapper().readTree(written(Format.JSON, STORY));
        String schema = Files.readString(Path.of("..", "docs", "extraction.schema.json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(story))
                .isEmpty();
    }

    @Test
    void jsonCountsCodePoints() throws IOException {
        JsonNode trigger =
                new ObjectMapper().readTree(written(Format.JSON, STORY)).at("/events/0/evidence/trigger");
        int[] text = BODY.codePoints().toArray();
        int start = trigger.get("start").intValue();
        assertThat(new String(text, start, trigger.get("end").intValue() - start))
                .isEqualTo("condemned");
    }

    @Test
    void csvHasAHeaderAndARowForEachRecord() throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(written(Format.CSV, STORY)))
                .getRecords();
        assertThat(rows).extracting(row -> row.get("record")).containsExactly("event", "statement");
        assertThat(rows).allMatch(CSVRecord::isConsistent);
        assertThat(rows.get(0).get("modality")).isEqualTo("negated");
        assertThat(rows.get(0).get("dead")).isEqualTo("12");
        assertThat(rows.get(0).get("size_stated")).isEqualTo("at_least");
        assertThat(rows.get(0).get("weapons")).isEqualTo("aerial");
        assertThat(rows.get(0).get("sentence")).isEqualTo("Iraq condemned Turkey.");
        assertThat(rows.get(1).get("content")).isEqualTo("\"We object,\"");
        assertThat(rows.get(1).get("actor_country")).isEqualTo("IRQ");
        assertThat(rows.get(1).get("recipient")).isEqualTo("Turkey");
        assertThat(rows.get(1).get("modality")).isEqualTo("denied future");
        assertThat(rows.get(1).get("medium")).isEqualTo("interview");
    }

    @Test
    void tableMarksTheEvidence() throws IOException {
        assertThat(written(Format.TABLE, STORY))
                .contains("ACCUSE/disapprove")
                .contains("Iraq (IRQ GOV) → Turkey")
                .contains("2024-11-26, at least 12 dead, aerial, negated]")
                .contains("Iraq **condemned** Turkey.")
                .contains("Iraq (IRQ GOV) **said**:  [denied, future, to Turkey, interview, Iraq, IQ, 2024-11-26]")
                .contains("2024-11-27 · Paper, The · file.html");
    }

    @Test
    void tableNeverPassesControlCharactersOn() throws IOException {
        Article hostile = new Article(
                "page", "a\u001b[2Jb\u0007", List.of(), Optional.empty(), Optional.empty(), "en", "x", List.of());
        assertThat(written(Format.TABLE, new Extraction(hostile, List.of(), List.of())))
                .doesNotContain("\u001b", "\u0007");
    }

    @Test
    void tableWrapsEvidence() throws IOException {
        String speech = "We shall meet again. ".repeat(40).strip();
        Article article =
                new Article("page", "", List.of(), Optional.empty(), Optional.empty(), "en", speech, List.of());
        Statement statement = new Statement(
                List.of(),
                List.of(),
                List.of(new Span(0, speech.length())),
                Optional.empty(),
                Kind.SPEECH,
                Directness.DIRECT,
                Polarity.AFFIRMED,
                Statement.Modality.ACTUAL,
                Occasion.UNKNOWN,
                1,
                "speech");
        List<String> evidence = written(Format.TABLE, new Extraction(article, List.of(statement), List.of()))
                .lines()
                .filter(line -> line.startsWith("          "))
                .toList();
        assertThat(evidence).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(80));
        assertThat(String.join(" ", evidence.stream().map(String::strip).toList()))
                .isEqualTo(speech);
    }

    @Test
    void factualLeavesOutWhatIsDenied() {
        assertThat(STORY.factual().events()).isEmpty();
        assertThat(STORY.factual().statements()).hasSize(1);
    }
}
