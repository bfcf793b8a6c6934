package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Test;

class EncoderAnalyzerTest {
    private static final String IRAQ =
            "BAGHDAD (AFP) - The foreign minister of Iraq, Fuad Hussein, met with NATO officials on Tuesday.\n"
                    + "\"We won't leave,\" said Gen. Olsen. Kurds protested.";

    private final EncoderAnalyzer analyzer = SharedAnalyzer.get();

    @Test
    void findsSentencesWordsAndGrammar() {
        Analysis analysis = analyzer.analyze(IRAQ);

        assertThat(analysis.sentences()).hasSize(3);
        Sentence met = analysis.sentences().get(0);
        assertThat(met.root().form()).isEqualTo("met");
        assertThat(met.root().lemma()).isEqualTo("meet");
        assertThat(met.child(met.root(), "nsubj").map(Token::form)).contains("minister");
        assertThat(met.child(met.root(), "obl").map(Token::form)).contains("officials");
        assertThat(analysis.sentences().get(1).tokens())
                .extracting(Token::form)
                .containsExactly("\"", "We", "wo", "n't", "leave", ",", "\"", "said", "Gen.", "Olsen", ".");
    }

    @Test
    void findsNames() {
        Analysis analysis = analyzer.analyze(IRAQ);

        assertThat(analysis.names())
                .extracting(name -> name.span().in(IRAQ), Name::type)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Iraq", Name.Type.LOCATION),
                        org.assertj.core.groups.Tuple.tuple("Fuad Hussein", Name.Type.PERSON),
                        org.assertj.core.groups.Tuple.tuple("NATO", Name.Type.ORGANISATION),
                        org.assertj.core.groups.Tuple.tuple("Kurds", Name.Type.GROUP));
        assertThat(analysis.names())
                .allSatisfy(name -> assertThat(name.probability()).isBetween(0.0, 1.0));
    }

    @Test
    void readsAParagraphOfAnyLength() {
        String text = "The minister said that the army and the police had left, ".repeat(900) + "he said.";

        Analysis analysis = analyzer.analyze(text);

        assertThat(analysis.sentences()).hasSize(1);
        Sentence sentence = analysis.sentences().get(0);
        assertThat(sentence.tokens()).filteredOn(token -> token.head() < 0).hasSize(1);
        assertThat(sentence.span()).isEqualTo(new Span(0, text.length()));
    }

    @Test
    void givesTheSameToEveryThread() throws Exception {
        Analysis expected = analyzer.analyze(IRAQ);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Analysis>> calls = java.util.Collections.nCopies(16, () -> analyzer.analyze(IRAQ));
            for (Future<Analysis> result : threads.invokeAll(calls)) {
                assertThat(result.get().names()).isEqualTo(expected.names());
                assertThat(result.get().sentences())
                        .extracting(Sentence::tokens)
                        .isEqualTo(expected.sentences().stream()
                                .map(Sentence::tokens)
                                .toList());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(analyzer.analyze("").sentences()).isEmpty();
        assertThat(analyzer.analyze(" \n\u200B\t").sentences()).isEmpty();
        assertThat(analyzer.analyze("Iraq", List.of()).sentences()).isEmpty();
    }

    @Test
    void saysThatALanguageIsMissing() {
        assertThatThrownBy(() -> EncoderAnalyzer.open("xx"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dragoman/xx/model.properties");
    }
}
