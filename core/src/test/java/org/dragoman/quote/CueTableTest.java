package org.dragoman.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.dragoman.quote.CueTable.Takes;
import org.dragoman.quote.Statement.Kind;
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
                .isThrownBy(() -> CueTable.load("bad-cues.tsv"))
                .withMessageContaining("bad-cues.tsv:3");
    }

    @Test
    void knowsMedia() {
        assertThat(Media.load()).isNotNull();
    }
}
