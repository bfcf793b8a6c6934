package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceSplitterTest {
    /** One text a line; a bar where a sentence must end, nowhere else. */
    private static final String CASES = """
            He left.|She stayed.
            Mr. Bush met Gen. Olsen.|They talked.
            The U.S. said no.|The U.N. agreed.
            He lives in the U.S.|He likes it.
            George W. Bush won.|Joe Biden lost.
            "We won't go," he said.|"Never."|They left.
            "Why?" asked the minister.
            “Stop!” he cried.|“Now.”
            (He left.)|She stayed.
            The firm, Acme Inc., and Google Inc. of California merged.
            It rose 3.5 percent on Jan. 5.|It fell in Feb. 2004.
            He waited... and left.|Then...|He came back.
            Prices rose to No. 1 in May.|No. 2 fell.
            They met at 5 p.m. Monday.|They met at 5 p.m.|The talks failed.
            The party met.|al-Sadr spoke.
            Yahoo! said so.
            1. Iraq met NATO.
            Is it true?|Yes!|It is.
            """;

    static Stream<String> cases() {
        return CASES.lines();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsSentencesAtTheBarsOnly(String line) {
        String text = line.replace('|', ' ');

        assertThat(new SentenceSplitter()
                        .split(text).stream().map(sentence -> sentence.in(text)).toList())
                .isEqualTo(List.of(line.split("\\|")));
    }
}
