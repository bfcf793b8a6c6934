package org.dragoman.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotationScannerTest {
    record Example(String text, List<String> quotations) {}

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (InputStream in = QuotationScannerTest.class.getResourceAsStream("quotations.txt")) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : file.split("\n\n")) {
                List<String> lines =
                        block.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) {
                    examples.add(new Example(lines.get(0).replace(" // ", "\n"), lines.subList(1, lines.size())));
                }
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsQuotations(Example example) {
        List<String> found = QuotationScanner.scan(example.text()).stream()
                .map(quotation ->
                        (quotation.goesOn() ? "+> " : "-> ") + quotation.span().in(example.text()))
                .toList();
        assertThat(found).isEqualTo(example.quotations());
    }

    @Property(tries = 2000, seed = "20261124")
    void quotationsAreInOrderInsideTheTextAndNotEmpty(@ForAll("marked") String text) {
        int end = 0;
        for (Quotation quotation : QuotationScanner.scan(text)) {
            assertThat(quotation.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(quotation.inner().length()).isPositive();
            assertThat(quotation.span().covers(quotation.inner())).isTrue();
            end = quotation.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<String> marked() {
        return Arbitraries.of(
                        "\"", "“", "”", "'", "‘", "’", "''", "``", "«", "»", " ", "\n", "said", "don't", ". ", ", ",
                        "—")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Test
    void readsManyMarksInReasonableTime() {
        assertThat(QuotationScanner.scan("“a ".repeat(200_000))).hasSizeLessThan(3);
        assertThat(QuotationScanner.scan("'a ".repeat(100_000))).isEmpty();
        assertThat(QuotationScanner.scan("“\n".repeat(100_000))).isEmpty();
    }
}
