package org.dragoman.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dragoman.query.Filter.All;
import org.dragoman.query.Filter.Any;
import org.dragoman.query.Filter.Not;
import org.dragoman.query.Filter.Term;
import org.dragoman.query.Filter.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    @Test
    void readsPartsOrNotBracketsAndWords() {
        assertThat(
                        Filter.parse(
                                "type:assault,COERCE country:sy -source:\"State News\" (modality:fact or confidence:0.9..) \"car bomb\""))
                .isEqualTo(new All(List.of(
                        new Term(Field.TYPE, List.of("ASSAULT", "COERCE")),
                        new Term(Field.COUNTRY, List.of("SYR")),
                        new Not(new Term(Field.SOURCE, List.of("State News"))),
                        new Any(List.of(
                                new Term(Field.MODALITY, List.of("fact")),
                                new Term(Field.CONFIDENCE, List.of("0.9..")))),
                        new Words("car bomb"))));
        assertThat(Filter.parse("  ")).isEqualTo(Filter.everything());
        assertThat(Filter.parse("oregon or orange"))
                .isEqualTo(new Any(List.of(new Words("oregon"), new Words("orange"))));
        assertThat(Filter.parse("text:bomb,attack"))
                .isEqualTo(new Any(List.of(new Words("bomb"), new Words("attack"))));
        assertThat(Filter.parse("dyad:usa>iq")).isEqualTo(new Term(Field.DYAD, List.of("USA>IRQ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour:red                | no field 'colour'",
                "date:yesterday            | not a day, month or year: 'yesterday'",
                "date:2014-02-30           | not a day",
                "confidence:high           | not a number or range",
                "box:1/2/3                 | 4 numbers separated by slashes",
                "near:a/b/c                | 3 numbers",
                "modality:maybe            | wants one of fact",
                "dyad:USA                  | wants two countries",
                "(type:ASSAULT             | a bracket is not closed",
                "type:ASSAULT)             | closed that was not opened",
                "a or                      | on both sides",
                "or a                      | on both sides",
                "\"car bomb                | a quotation mark is not closed",
                "- x                       | needs something right behind it",
                "type:                     | a value is missing",
                "event:x                   | wants a number"
            })
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> Filter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesDepth() {
        int depth = 5_000;
        assertThatThrownBy(() -> Filter.parse("(".repeat(depth) + "a" + ")".repeat(depth)))
                .hasMessageContaining("too deep");
        assertThatThrownBy(() -> Filter.parse("-".repeat(depth) + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300, seed = "20140906")
    void printsWhatItReads(@ForAll("filters") Filter filter) {
        assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
    }

    @Property(tries = 500, seed = "20140906")
    void anyTextIsAFilterOrRefused(@ForAll String text) {
        try {
            Filter filter = Filter.parse(text);
            assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    @Provide
    Arbitrary<Filter> filters() {
        Arbitrary<String> values = Arbitraries.strings()
                .withChars("ab:,()-\"\\ or.é".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(value -> !value.isBlank());
        Arbitrary<Filter> leaves = Arbitraries.oneOf(
                values.list().ofMinSize(1).ofMaxSize(3).map(list -> new Term(Field.ACTOR, list)),
                values.map(Words::new),
                Arbitraries.of("2014", "2014-06..", "..2014-06-05").map(days -> new Term(Field.DATE, List.of(days))),
                Arbitraries.of("fact", "future").map(value -> new Term(Field.MODALITY, List.of(value))));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.map(Not::new),
                        inner.list().ofMinSize(2).ofMaxSize(3).map(All::new),
                        inner.list().ofMinSize(2).ofMaxSize(3).map(Any::new)),
                0,
                3);
    }
}
