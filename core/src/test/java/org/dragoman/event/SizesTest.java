package org.dragoman.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dragoman.event.Count.Kind;
import org.dragoman.event.Count.Stated;
import org.dragoman.event.Quantities.Quantity;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many and by what means: {@code size-probes.tsv}, and laws of numbers. */
class SizesTest {
    private static final SizeWords WORDS = SizeWords.open();

    @ParameterizedTest
    @MethodSource("sentences")
    void reads(String text, String expected) {
        List<Event> events = ProbesTest.code(text);

        String found = events.stream()
                .map(Event::size)
                .map(SizesTest::print)
                .filter(size -> !size.isEmpty())
                .collect(Collectors.joining(", "));
        assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
        for (Event event : events) {
            assertThat(event.size().counts())
                    .allMatch(count -> event.evidence().sentence().covers(count.words()));
            assertThat(event.size().weapons())
                    .allMatch(weapon -> event.evidence().sentence().covers(weapon.words()));
        }
    }

    static List<String[]> sentences() {
        return ProbesTest.lines("size-probes.tsv");
    }

    private static String print(Size size) {
        return Stream.concat(
                        size.counts().stream().map(count -> (count.kind() + " " + count.number() + " " + count.stated())
                                .toLowerCase(Locale.ROOT)),
                        size.weapons().stream().map(Size.Weapon::kind))
                .collect(Collectors.joining(", "));
    }

    @Property(seed = "6")
    void figuresAreReadAsTheyAre(@ForAll @IntRange(min = 1, max = 99_999_999) int number) {
        assertThat(read(String.format(Locale.ROOT, "%,d", number)))
                .hasValueSatisfying(quantity -> assertThat(quantity.number()).isEqualTo(number));
        assertThat(read("at", "least", Integer.toString(number))).hasValueSatisfying(quantity -> {
            assertThat(quantity.number()).isEqualTo(number);
            assertThat(quantity.stated()).isEqualTo(Stated.AT_LEAST);
        });
    }

    @Property(seed = "6")
    void rangesHaveTheirLowerEnd(
            @ForAll @IntRange(min = 1, max = 9_999) int least, @ForAll @IntRange(min = 1, max = 9_999) int more) {
        for (String[] words : List.of(
                new String[] {"between", least + "", "and", least + more + ""},
                new String[] {least + "", "to", least + more + ""},
                new String[] {least + "-" + (least + more)})) {
            assertThat(read(words)).hasValueSatisfying(quantity -> {
                assertThat(quantity.number()).isEqualTo(least);
                assertThat(quantity.stated()).isEqualTo(Stated.RANGE);
            });
        }
    }

    @Property(seed = "6")
    void anyWordsGiveAPositiveNumberOrNone(@ForAll("words") List<String> words) {
        Optional<Quantity> read = read(words.toArray(String[]::new));
        assertThat(read.map(Quantity::number).orElse(1)).isPositive();
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "1",
                        "0",
                        "2015",
                        "3.5",
                        "7-8",
                        "30+",
                        "million",
                        "dozens",
                        "of",
                        "to",
                        "and",
                        "or",
                        "-",
                        "a",
                        "half",
                        "several",
                        "at",
                        "least",
                        "more",
                        "than",
                        "between",
                        "hundred",
                        "%",
                        "999999999",
                        "old")
                .list()
                .ofMaxSize(60);
    }

    @Test
    void numberWords() {
        assertThat(read("two", "dozen").orElseThrow().number()).isEqualTo(24);
        assertThat(read("forty", "-", "five").orElseThrow().number()).isEqualTo(45);
        assertThat(read("a", "hundred", "and", "fifty").orElseThrow().number()).isEqualTo(150);
        assertThat(read("three", "hundred", "thousand").orElseThrow().number()).isEqualTo(300_000);
        assertThat(read("1.2", "million").orElseThrow().number()).isEqualTo(1_200_000);
        assertThat(read("half", "a", "million").orElseThrow().number()).isEqualTo(500_000);
        assertThat(read("hundreds", "of", "thousands").orElseThrow().number()).isEqualTo(200_000);
        assertThat(read("two", "or", "three").orElseThrow().number()).isEqualTo(2);
        assertThat(read("some")).isEmpty();
        assertThat(read("5", "%")).isEmpty();
    }

    @Test
    void ofTwoNumbersTheLargerStays() {
        Count some = new Count(Kind.DEAD, 12, Stated.EXACT, new Span(0, 2));
        Count all = new Count(Kind.DEAD, 30, Stated.AT_LEAST, new Span(5, 7));
        var one = new Size(List.of(some), List.of());
        var other = new Size(List.of(all), List.of());
        assertThat(one.and(other)).isEqualTo(other).isEqualTo(other.and(one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Size(List.of(some, all), List.of()));
    }

    /** What is read of "killed WORDS people", every word hanging on the noun. */
    private static Optional<Quantity> read(String... words) {
        List<String> forms = new ArrayList<>(List.of("killed"));
        forms.addAll(List.of(words));
        forms.add("people");
        int noun = forms.size() - 1;
        int[] start = {0};
        List<Token> tokens = IntStream.range(0, forms.size())
                .mapToObj(i -> {
                    Span span = new Span(start[0], start[0] + forms.get(i).length());
                    start[0] = span.end() + 1;
                    Dependency dependency = i == 0
                            ? new Dependency(Dependency.ROOT, "root")
                            : i == noun ? new Dependency(0, "obj") : new Dependency(noun, "nummod");
                    return new Token(i, span, forms.get(i), forms.get(i), i == noun ? "NOUN" : "NUM", "CD", dependency);
                })
                .toList();
        Sentence sentence = new Sentence(new Span(0, start[0] - 1), tokens);
        return new Quantities(new SentenceGraph(sentence), WORDS, token -> false).all(noun, true);
    }
}
