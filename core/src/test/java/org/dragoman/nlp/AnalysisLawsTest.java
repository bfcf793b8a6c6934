package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** What holds for every text, however broken. */
class AnalysisLawsTest {
    @Property(tries = 300, seed = "20261124")
    void segmentationCoversTheText(@ForAll("texts") String text) {
        boolean[] covered = new boolean[text.length()];
        int last = 0;
        for (Span sentence : new SentenceSplitter().split(text)) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
            assertThat(new Tokenizer().words(text, sentence)).isNotEmpty();
            for (Span word : new Tokenizer().words(text, sentence)) {
                assertThat(word.start()).isGreaterThanOrEqualTo(last);
                assertThat(word.length()).isPositive();
                last = word.end();
                java.util.Arrays.fill(covered, word.start(), word.end(), true);
            }
            assertThat(last).isEqualTo(sentence.end());
        }
        for (int i = 0; i < covered.length; i++) {
            assertThat(covered[i]).isEqualTo(!Letters.isBlank(text.charAt(i)));
        }
    }

    @Property(tries = 60, seed = "20261124")
    void analysisIsSound(@ForAll("texts") String text) {
        Analysis analysis = SharedAnalyzer.get().analyze(text);

        int last = 0;
        for (Sentence sentence : analysis.sentences()) {
            assertThat(SpanningTree.isTree(
                            sentence.tokens().stream().mapToInt(Token::head).toArray()))
                    .isTrue();
            assertThat(sentence.root().dependency().relation()).isEqualTo("root");
            for (Token token : sentence.tokens()) {
                assertThat(token.span().start()).isGreaterThanOrEqualTo(last);
                assertThat(token.form()).isEqualTo(token.span().in(text));
                assertThat(token.head() == Dependency.ROOT).isEqualTo(token.is("root"));
                last = token.span().end();
            }
        }
        last = 0;
        for (Name name : analysis.names()) {
            assertThat(name.span().start()).isGreaterThanOrEqualTo(last);
            assertThat(analysis.sentences())
                    .anyMatch(sentence -> sentence.span().covers(name.span()));
            assertThat(name.probability()).isBetween(0.0, 1.0);
            last = name.span().end();
        }
        last = 0;
        for (AttributionPart part : analysis.attributionParts()) {
            assertThat(part.span().start()).isGreaterThanOrEqualTo(last);
            last = part.span().end();
        }
        assertThat(SharedAnalyzer.get().analyze(text).names()).isEqualTo(analysis.names());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Iraq's",
                "U.S.",
                "said",
                "“",
                "”",
                "\"",
                "'",
                "’s",
                ".",
                "...",
                "?!",
                "-",
                "--",
                "—",
                " ",
                " ",
                " ",
                " ",
                "\n",
                "\r\n",
                "\u2028",
                "\u00A0",
                "\u200F",
                "\u200B",
                "\u0000",
                "\u0007",
                "العراق",
                "Київ",
                "北京",
                "🙂",
                "👨‍👩‍👧",
                "🇮🇶",
                "\uD83D",
                "\uDE00",
                "a\u0301",
                "\u0301",
                "ﬁ",
                "İ",
                "ß",
                "1,000",
                "$",
                "10am",
                "http://x.y/",
                "@",
                "#",
                "(",
                ")",
                "[",
                "don't",
                "n't",
                "x".repeat(500),
                "9/",
                "&",
                "\uFFFF");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(4))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }
}
