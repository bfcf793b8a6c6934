package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagDecoderTest {
    private static final List<String> TAGS = List.of("O", "B-PER", "I-PER", "B-ORG", "I-ORG");

    @Test
    void readsSpansWithTheirProbability() {
        FloatBuffer scores = scores(row(9, 0, 0, 0, 0), row(0, 9, 0, 0, 0), row(0, 0, 9, 0, 0), row(0, 0, 0, 9, 0));

        assertThat(new TagDecoder(TAGS, false).decode(scores, 0, 4))
                .extracting(TagDecoder.Tagged::from, TagDecoder.Tagged::to, TagDecoder.Tagged::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 3, "PER"),
                        org.assertj.core.groups.Tuple.tuple(3, 4, "ORG"));
        assertThat(new TagDecoder(TAGS, false).decode(scores, 0, 4).get(0).probability())
                .isCloseTo(1, within(.001));
    }

    @Test
    void neverGoesOnWithWhatDidNotBegin() {
        FloatBuffer scores = scores(row(4, 0, 5, 0, 0), row(0, 0, 9, 0, 4));

        assertThat(new TagDecoder(TAGS, false).decode(scores, 0, 2))
                .extracting(TagDecoder.Tagged::from, TagDecoder.Tagged::to, TagDecoder.Tagged::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 2, "PER"));
    }

    @Test
    void goesOnFromABlockBefore() {
        FloatBuffer scores = scores(row(0, 0, 9, 0, 0), row(9, 0, 0, 0, 0));

        assertThat(new TagDecoder(TAGS, true).decode(scores, 0, 2))
                .extracting(TagDecoder.Tagged::from, TagDecoder.Tagged::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 1));
    }

    @Test
    void decodesAPartOfTheBlock() {
        FloatBuffer scores = scores(row(0, 9, 0, 0, 0), row(9, 0, 0, 0, 0), row(0, 0, 0, 9, 0));

        assertThat(new TagDecoder(TAGS, false).decode(scores, 1, 3))
                .extracting(TagDecoder.Tagged::from, TagDecoder.Tagged::to, TagDecoder.Tagged::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 2, "ORG"));
    }

    @Test
    void refusesTagsThatMakeNoSense() {
        assertThatThrownBy(() -> new TagDecoder(List.of("O", "I-PER"), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("I-PER");
        assertThatThrownBy(() -> new TagDecoder(List.of("B-PER"), false)).isInstanceOf(IllegalStateException.class);
    }

    private static float[] row(float... scores) {
        return scores;
    }

    private static FloatBuffer scores(float[]... rows) {
        FloatBuffer buffer = FloatBuffer.allocate(rows.length * TAGS.size());
        for (float[] row : rows) {
            buffer.put(row);
        }
        return buffer.flip();
    }
}
