package org.dragoman.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entities;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.EncoderAnalyzer;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One grammatical turn a line: {@code probes.tsv}. */
class ProbesTest {
    private static final Map<String, String> COUNTRIES = Map.of(
            "Russia", "RUS", "Ukraine", "UKR", "Canada", "CAN", "Iran", "IRN", "Iraq", "IRQ", "Israel", "ISR", "Syria",
            "SYR", "Jordan", "JOR");
    private static final Optional<EncoderAnalyzer> ANALYZER = Optional.ofNullable(
                    EncoderAnalyzer.class.getResource("/dragoman/en/model.onnx"))
            .map(model -> EncoderAnalyzer.open("en"));
    private static final EventCoder CODER = EventCoder.open(Preset.RECALL);

    @ParameterizedTest
    @MethodSource("probes")
    void codes(String text, String expected) {
        List<Event> events = code(text);

        String found = events.stream().map(ProbesTest::print).sorted().collect(Collectors.joining("; "));
        assertThat(found.isEmpty() ? "-" : found)
                .isEqualTo(Stream.of(expected.split("; ")).sorted().collect(Collectors.joining("; ")));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.evidence().sentence().covers(event.evidence().trigger()))
                    .isTrue();
            assertThat(event.confidence()).isBetween(0.0, 1.0);
        });
    }

    /** The events of a sentence in which the countries above are the only parties; skips the test if there is no model. */
    static List<Event> code(String text) {
        Assumptions.assumeTrue(ANALYZER.isPresent(), "no English model on the class path");
        Analysis analysis = ANALYZER.orElseThrow().analyze(text);
        return CODER.code(
                analysis, countries(analysis), List.of(), List.of(), List.of(), Optional.empty(), new Span(0, 0));
    }

    static List<String[]> probes() {
        return lines("probes.tsv");
    }

    /** The lines of a table of sentences, without comments and header. */
    static List<String[]> lines(String table) {
        try (var in = ProbesTest.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("sentence\t"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String print(Event event) {
        return event.type().name() + " " + country(event.actor()) + ">" + country(event.recipient())
                + event.modality().stream().sorted().map(mode -> " " + mode).collect(Collectors.joining());
    }

    private static String country(Optional<Participant> party) {
        return party.map(known -> known.actor().country()).orElse("?");
    }

    /** The country names of the sentence, each a party, so that nothing is tested but the coder. */
    private static Cast countries(Analysis analysis) {
        List<Entity> entities = new ArrayList<>();
        Map<Entity, Actor> actors = new HashMap<>();
        for (Sentence sentence : analysis.sentences()) {
            for (Token token : sentence.tokens()) {
                String country = COUNTRIES.get(token.form());
                if (country != null) {
                    Mention mention = new Mention(sentence, token, token.span(), Mention.Kind.NAME);
                    Entity entity = new Entity(token.form(), Entity.Type.LOCATION, List.of(), List.of(mention));
                    entities.add(entity);
                    actors.put(entity, new Actor(token.form(), country, List.of("GOV"), "country", Actor.Basis.TEXT));
                }
            }
        }
        return new Cast(new Entities(entities), actors);
    }
}
