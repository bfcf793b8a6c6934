package org.dragoman.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void findsAReprintWithAnotherLeadAndCuts() {
        List<String> wire = sentences("wire", 20);
        Signature original = Signature.of(String.join("\n", wire));
        Signature reprint = Signature.of("Our own reporter writes this.\n" + String.join(" ", wire.subList(0, 14)));
        assertThat(original.similarity(reprint)).isGreaterThan(0.5);
        assertThat(original.containment(reprint)).isGreaterThan(0.85);
        assertThat(meet(original, reprint)).isTrue();
    }

    @Test
    void otherStoriesDoNotMeet() {
        Signature one = Signature.of(String.join("\n", sentences("one", 20)));
        Signature other = Signature.of(String.join("\n", sentences("other", 20)));
        assertThat(one.similarity(other)).isLessThan(0.05);
        assertThat(meet(one, other)).isFalse();
    }

    @Test
    void caseSignsAndSpacesDoNotCount() {
        assertThat(Signature.of("“Soon,” he SAID — in the harbour."))
                .isEqualTo(Signature.of("soon he said\nin the harbour"));
    }

    @Test
    void textsWithoutWordsAreLikeNothing() {
        Signature empty = Signature.of(" … ");
        assertThat(empty.bands()).isEmpty();
        assertThat(empty.similarity(empty)).isZero();
        assertThat(empty.containment(Signature.of("A word"))).isZero();
    }

    /** Archives hold these numbers: if this fails, signatures of old archives don't compare with new ones. */
    @Test
    void numbersStayTheSame() {
        Signature signature = Signature.of("The ministers of both countries agreed to reopen the harbour.");
        assertThat(signature.shingles()).isEqualTo(7);
        assertThat(Arrays.hashCode(signature.bytes())).isEqualTo(1972445672);
        assertThat(Arrays.hashCode(signature.bands())).isEqualTo(592495604);
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertThatThrownBy(() -> Signature.ofBytes(new byte[7])).hasMessage("a signature has 484 bytes, not 7");
    }

    @Property(tries = 50, seed = "41")
    void estimatesTheShareInCommon(@ForAll @IntRange(max = 400) int common, @ForAll @IntRange(max = 1_000) int draw) {
        String shared = numbers(draw, common);
        Signature left = Signature.of(shared + numbers(2_000 + draw, 400 - common));
        Signature right = Signature.of(shared + numbers(5_000 + draw, 400 - common));
        double shingles = Math.max(0, common - 3);
        double expected = shingles / (2 * 397 - shingles);
        assertThat(left.similarity(right)).isEqualTo(expected, within(0.2));
    }

    @Property(tries = 200, seed = "42")
    void storedSignaturesComeBack(@ForAll @StringLength(max = 300) String text) {
        Signature signature = Signature.of(text);
        assertThat(Signature.ofBytes(signature.bytes())).isEqualTo(signature).hasSameHashCodeAs(signature);
        assertThat(signature.similarity(signature)).isEqualTo(signature.shingles() == 0 ? 0 : 1);
    }

    private static boolean meet(Signature one, Signature other) {
        Set<Long> bands = Arrays.stream(one.bands()).boxed().collect(Collectors.toSet());
        return Arrays.stream(other.bands()).anyMatch(bands::contains);
    }

    private static List<String> sentences(String story, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "The %1$s%2$d ministers %1$s%2$d agreed %1$s%2$d to reopen %1$s%2$d harbours.",
                        story,
                        i))
                .toList();
    }

    private static String numbers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> i + " ").collect(Collectors.joining());
    }
}
