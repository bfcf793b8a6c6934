package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LemmatizerTest {
    private final Lemmatizer lemmatizer = new Lemmatizer(
            List.of("# a comment", "", "met\tVERB\tmeet", "made\tVERB\tmake", "'s\tAUX\tbe"), "test.tsv");

    /** Form, universal and Penn part of speech, lemma. */
    private static final String CASES = """
            Met VERB VBD meet
            ’s AUX VBZ be
            making VERB VBG make
            protested VERB VBD protest
            stopped VERB VBD stop
            condemned VERB VBN condemn
            organized VERB VBD organize
            announces VERB VBZ announce
            denies VERB VBZ deny
            denied VERB VBD deny
            attacks NOUN NNS attack
            crises NOUN NNS crisis
            armies NOUN NNS army
            churches NOUN NNS church
            houses NOUN NNS house
            missiles NOUN NNS missile
            species NOUN NNS species
            women NOUN NNS woman
            fled VERB VBD flee
            sought VERB VBN seek
            withdrew VERB VBD withdraw
            larger ADJ JJR large
            biggest ADJ JJS big
            heavier ADJ JJR heavy
            Olsen PROPN NNP Olsen
            The DET DT the
            killing VERB VBG kill
            calling VERB VBG call
            agreed VERB VBD agree
            seized VERB VBD seize
            urged VERB VBD urge
            bombed VERB VBD bomb
            pledged VERB VBD pledge
            visited VERB VBD visit
            reported VERB VBD report
            rejected VERB VBD reject
            arrested VERB VBN arrest
            kidnapped VERB VBN kidnap
            accused VERB VBN accuse
            negotiated VERB VBN negotiate
            clashed VERB VBD clash
            passes VERB VBZ pass
            wiped VERB VBN wipe
            fined VERB VBN fine
            conceded VERB VBD concede
            rebuked VERB VBD rebuke
            monitored VERB VBD monitor
            detained VERB VBD detain
            freeing VERB VBG free
            tying VERB VBG tie
            """;

    static Stream<String> cases() {
        return CASES.lines();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheDictionaryForm(String line) {
        String[] cells = line.split(" ");

        assertThat(lemmatizer.lemma(cells[0], cells[1], cells[2])).isEqualTo(cells[3]);
    }

    @Test
    void namesABadLine() {
        assertThatThrownBy(() -> new Lemmatizer(List.of("met\tVERB\tmeet", "made make"), "lemmas.tsv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lemmas.tsv:2");
    }

    @Test
    void knowsThePastByItsEnding() {
        assertThat(lemmatizer.tag("condemned", "VERB", "VBZ")).isEqualTo("VBD");
        assertThat(lemmatizer.tag("condemns", "VERB", "VBZ")).isEqualTo("VBZ");
        assertThat(new Lemmatizer(List.of("need\tVERB\tneed"), "test.tsv").tag("need", "VERB", "VBP"))
                .isEqualTo("VBP");
    }
}
