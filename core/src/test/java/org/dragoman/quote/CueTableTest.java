package org.dragoman.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.dragoman.quote.CueTable.Kind;
import org.dragoman.quote.CueTable.Takes;
import org.junit.jupiter.api.Test;

class CueTableTest {
    @Test
    void loadsTheShippedTable() {
        CueTable cues = CueTable.load();
        assertThat(cues.verb("say")).hasValueSatisfying(say -> {
            assertThat(say.kind()).isEqualTo(Kind.SPEECH);
            assertThat(say.takes(Takes.QUOTE)).isTrue();
        });
        assertThat(cues.verb("call for")).isPresent();
        assertThat(cues.noun("say")).isEmpty();
    }

    @Test
    void namesTheLineOfABadRow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CueTable.parse("# cues\nsay\tverb\tSHOUTING\tquote\n"))
                .withMessageContaining("cues.tsv:2");
        assertThatIllegalStateException()
                .isThrownBy(() -> CueTable.parse("say\tverb\tSPEECH\n"))
                .withMessageContaining("cues.tsv:1");
    }
}
