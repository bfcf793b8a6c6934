package org.dragoman.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files with scores worked out by hand: {@code TASK-gold.*} against {@code TASK-predicted.*}. */
class EvaluatorsTest {
    private static final Path FILES = Path.of("src/test/resources/org/dragoman/evaluate");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // One of three gold events; ASSAULT is a further alternative of it, neither right nor wrong.
        "events, jsonl, class, 1, 2, 3, 0.5, 0.333",
        "events, jsonl, class+dyad, 1, 3, 3, 0.333, 0.333",
        "events, jsonl, class+actors, 0, 3, 3, 0, 0",
        "events, jsonl, class+actors~, 1, 3, 3, 0.333, 0.333",
        "events, jsonl, false alarm, 1, 2, 2, 0.5, 0.5",
        "quotes, jsonl, source exact, 2, 2, 2, 1, 1",
        "quotes, jsonl, cue exact, 1, 2, 2, 0.5, 0.5",
        "quotes, jsonl, content exact, 1, 2, 2, 0.5, 0.5",
        "quotes, jsonl, content chars, 1, 2, 2, 0.5, 0.5",
        "quotes, jsonl, content half, 2, 2, 2, 1, 1",
        "quotes, jsonl, content token, 5, 5, 6, 1, 0.833",
        "quotes, jsonl, triple lenient, 2, 2, 2, 1, 1",
        "quotes, jsonl, triple strict, 1, 2, 2, 0.5, 0.5",
        "quotes, jsonl, triple direct, 1, 1, 1, 1, 1",
        // A smiley before the names: offsets are code points. The last prediction is one of gold's optional names.
        "places, jsonl, span, 2, 2, 3, 1, 0.667",
        "places, jsonl, acc@161, 1, 2, 2, 0.5, 0.5",
        "places, jsonl, country of all, 2, 3, 3, 0.667, 0.667",
        "actors, jsonl, country, 1, 1, 2, 1, 0.5",
        "actors, jsonl, sector, 1, 2, 2, 0.5, 0.5",
        // "the" is cut off; the unsure organisation may be found.
        "entities, jsonl, PER, 1, 2, 1, 0.5, 1",
        "entities, jsonl, ORG, 1, 1, 0, 1, 0",
        "entities, jsonl, all, 2, 3, 2, 0.667, 0.5",
        "syntax, conllu, UPOS, 4, 5, 5, 0.8, 0.8",
        "syntax, conllu, UAS, 3, 4, 4, 0.75, 0.75",
        "syntax, conllu, LAS, 2, 4, 4, 0.5, 0.5",
        "syntax, conllu, SVO, 1, 1, 2, 1, 0.5",
        // Page one: all of its four runs of four words are among gold's six. Page two has no answer, hence no
        // precision.
        "articles, json, body, , 1, 2, 1, 0.333",
        "articles, json, segments, 1, 2, 2, 0.5, 0.5",
        "articles, json, title, 1, 1, 2, 1, 0.5",
        "articles, json, author names, 1, 1, 2, 1, 0.5",
        "stories, json, story count, 0, 1, 1, 0, 0",
        "stories, json, body, , 1, 2, 1, 0.5",
        "stories, json, title, 1, 2, 2, 0.5, 0.5",
    })
    void countsWhatIsRight(
            String task, String ending, String measure, Integer right, int predicted, int gold, double p, double r)
            throws IOException {
        Path goldFile = FILES.resolve(task + "-gold." + ending);
        Path predictions = FILES.resolve(task + "-predicted." + ending);
        Score score = Evaluators.of(task).evaluate(goldFile, predictions).stream()
                .filter(row -> row.measure().equals(measure))
                .findFirst()
                .orElseThrow();
        if (right == null) {
            assertThat(score.right()).isEmpty();
        } else {
            assertThat(score.right()).hasValue(right);
        }
        assertThat(score.predicted()).isEqualTo(predicted);
        assertThat(score.gold()).isEqualTo(gold);
        assertThat(score.precision()).isCloseTo(p, within(1e-3));
        assertThat(score.recall()).isCloseTo(r, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"actors", "entities", "events", "places", "quotes", "syntax"})
    void namesTheLineThatIsWrong(String task) throws IOException {
        Path gold = Files.writeString(folder.resolve("gold"), "{\"id\": \"a\", \"other\": 1}\n");
        assertThatIOException()
                .isThrownBy(() -> Evaluators.of(task).evaluate(gold, gold))
                .withMessageContaining(gold + ":1: expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "stories"})
    void namesThePageThatIsWrong(String task) throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.json"), "{\"page-1\": {\"id\": 1}}");
        assertThatIOException()
                .isThrownBy(() -> Evaluators.of(task).evaluate(folder, gold))
                .withMessageContaining("page-1: expected");
    }

    @Test
    void readsEventsAsOneObject() throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.json"), "{\n\"a\": [{\"plover\": \"AID\"}],\n\"b\": []}");
        assertThat(Evaluators.of("events").evaluate(gold, gold).get(0)).isEqualTo(Score.of("class", 1, 1, 1));
    }

    @Test
    void takesNotANumberForNoDate() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.json"), "{\"a\": {\"date\": NaN}, \"b\": {\"date\": \"2020-02-03\"}}");
        Path predictions = Files.writeString(folder.resolve("out.json"), "{\"b\": {\"date\": \"2020-02-03T08:00\"}}");
        assertThat(Evaluators.of("articles").evaluate(gold, predictions)).containsExactly(Score.of("date", 1, 1, 1));
    }

    @Test
    void refusesSpansOutsideTheText() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold"),
                "{\"id\": \"a\", \"text\": \"Hi\", \"attributions\": [{\"content\": [[1, 3]]}]}");
        assertThatIOException()
                .isThrownBy(() -> Evaluators.of("quotes").evaluate(gold, gold))
                .withMessageContaining(gold + ":1: expected 0 <= start <= end <= 2");
    }

    @Test
    void knowsItsTasks() {
        assertThat(Evaluators.NAMES)
                .allSatisfy(name -> assertThat(Evaluators.of(name)).isNotNull());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluators.of("poems"))
                .withMessageContaining("poems");
    }

    @Test
    void tellsHowEachTypeFaresOverTime() throws IOException {
        Path gold = folder.resolve("gold.jsonl");
        Path predicted = folder.resolve("predicted.jsonl");
        Files.writeString(gold, """
                {"id": "1", "period": "2014-11", "text": "a", "events": [{"plover": "AID"}, {"plover": "ASSAULT|COERCE"}]}
                {"id": "2", "period": "2014-12", "text": "b", "events": []}
                {"id": "3", "period": "2014-12", "text": "c", "events": [{"plover": "AID"}]}
                {"id": "4", "text": "d", "events": [{"plover": "PROTEST"}]}
                """);
        Files.writeString(predicted, """
                {"id": "1", "events": [{"plover": "AID"}, {"plover": "COERCE"}]}
                {"id": "2", "events": [{"plover": "AID"}]}
                {"id": "3", "events": []}
                {"id": "4", "events": []}
                """);
        assertThat(Evaluators.of("events").evaluate(gold, predicted))
                .filteredOn(score -> score.measure().matches("[A-Z]+( .*)?"))
                .extracting(score -> score.measure() + ": " + score.right().orElseThrow() + " of " + score.predicted()
                        + ", " + score.gold())
                .containsExactly(
                        "AID: 1 of 2, 2",
                        "AID 2014-11: 1 of 1, 1",
                        "AID 2014-12: 0 of 1, 1",
                        "COERCE: 1 of 1, 1",
                        "COERCE 2014-11: 1 of 1, 1");
    }
}
