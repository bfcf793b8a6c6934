package org.dragoman.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CodePointsTest {
    @Property(seed = "20261124")
    void countsAsJavaDoes(@ForAll String text) {
        CodePoints points = new CodePoints(text);
        int count = text.codePointCount(0, text.length());
        for (int i = 0; i <= count; i++) {
            int utf16 = text.offsetByCodePoints(0, i);
            assertThat(points.toUtf16(i)).isEqualTo(utf16);
            assertThat(points.toCodePoint(utf16)).isEqualTo(i);
        }
    }
}
