package org.dragoman.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.actor.Actor;
import org.dragoman.quote.Occasion.Addressee;
import org.dragoman.quote.Statement.Directness;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.Statement.Modality;
import org.dragoman.quote.Statement.Polarity;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementFilterTest {
    private static final String TEXT = "He told NATO that Türkiye is ready to help in Gaza’s south.";
    private static final Actor ERDOGAN =
            new Actor("Recep Tayyip Erdoğan", "TUR", List.of("GOV"), "President", Actor.Basis.TABLE);

    private static Statement statement(Optional<Actor> speaker) {
        return new Statement(
                List.of(words("He")),
                List.of(words("told")),
                List.of(words("that Türkiye is ready to help in Gaza’s south")),
                speaker,
                Kind.SPEECH,
                Directness.INDIRECT,
                Polarity.AFFIRMED,
                Modality.ACTUAL,
                new Occasion(
                        Optional.of(new Addressee(words("NATO"), Actor.unknown("NATO"))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                1,
                "test");
    }

    private static Span words(String words) {
        int start = TEXT.indexOf(words);
        return new Span(start, start + words.length());
    }

    @ParameterizedTest
    @CsvSource({
        "erdogan, '', '', true",
        "ERDOĞAN, '', '', true",
        "tayyip erdogan, '', '', true",
        "recep erdogan, '', '', false",
        "president, '', '', true",
        "TUR, '', '', true",
        "GRC, '', '', false",
        "erdo, '', '', false",
        "He, '', '', false",
        "'', nato, '', true",
        "'', UN, '', false",
        "'', '', gaza, true",
        "'', '', turkiye, true",
        "'', '', help in gaza, true",
        "'', '', help gaza, false",
        "erdogan, nato, gaza, true",
        "erdogan, nato, lebanon, false",
    })
    void looksForWholeWords(String by, String to, String about, boolean kept) {
        StatementFilter filter = new StatementFilter(by, to, about, Set.of());
        assertThat(filter.keeps(statement(Optional.of(ERDOGAN)), TEXT)).isEqualTo(kept);
    }

    @Test
    void looksAtTheSourceWhereNoSpeakerIsKnown() {
        StatementFilter filter = new StatementFilter("he", "", "", Set.of());
        assertThat(filter.keeps(statement(Optional.empty()), TEXT)).isTrue();
    }

    @Test
    void tellsAnOwnerFromWhatIsOwned() {
        Statement spokesman = statement(Optional.of(Actor.unknown("Erdogan's spokesman")));
        assertThat(new StatementFilter("erdogan", "", "", Set.of()).keeps(spokesman, TEXT))
                .isFalse();
        assertThat(new StatementFilter("spokesman", "", "", Set.of()).keeps(spokesman, TEXT))
                .isTrue();
    }

    @Test
    void keepsKinds() {
        Statement statement = statement(Optional.empty());
        assertThat(StatementFilter.ALL.keeps(statement, TEXT)).isTrue();
        assertThat(new StatementFilter("", "", "", Set.of(Kind.SPEECH)).keeps(statement, TEXT))
                .isTrue();
        assertThat(new StatementFilter("", "", "", Set.of(Kind.BELIEF)).keeps(statement, TEXT))
                .isFalse();
    }
}
