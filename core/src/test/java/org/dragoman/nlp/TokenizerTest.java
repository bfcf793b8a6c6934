package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dragoman.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions of the English Web Treebank, as its training part shows them. Blanks in an expectation part words. */
class TokenizerTest {
    private static final String CASES = """
            didn't = did n't
            can't = ca n't
            cannot = can not
            it's = it 's
            I'd've = I 'd 've
            Iraq’s = Iraq ’s
            won’t = wo n’t
            U.S.'s = U.S. 's
            workers' = workers '
            O'Brien = O'Brien
            Shi'ite = Shi'ite
            '90s = '90s
            'solidarity' = ' solidarity '
            U.S., = U.S. ,
            Mr. = Mr.
            J. = J.
            Ph.D. = Ph.D.
            home. = home .
            U.S.-led = U.S. - led
            15-year = 15 - year
            non-lethal = non-lethal
            Anti-American = Anti-American
            e-mail = e-mail
            Israeli-Palestinian = Israeli - Palestinian
            al-Sadr = al - Sadr
            1,200 = 1,200
            $3.5bn = $ 3.5 bn
            US$4.5 = US$ 4.5
            15% = 15 %
            10am = 10 am
            7:30pm. = 7:30 pm .
            9/11 = 9/11
            16/11/2004 = 16/11/2004
            3/4 = 3 / 4
            A9/3 = A9 / 3
            and/or = and / or
            1969-1970. = 1969 - 1970 .
            713-654-0365 = 713-654-0365
            health.... = health ....
            politics--the = politics -- the
            war—and = war — and
            "Who?!" = " Who ?! "
            (AFP) = ( AFP )
            “Yes,” = “ Yes , ”
            AT&T = AT&T
            http://www.un.org/x?y=1. = http://www.un.org/x?y=1 .
            (www.un.org) = ( www.un.org )
            leo@enron.com, = leo@enron.com ,
            end.Then = end . Then
            Amazon.com = Amazon.com
            @UN = @UN
            #3 = # 3
            +44 = + 44
            🇮🇶🇺🇸 = 🇮🇶 🇺🇸
            👍🏽! = 👍🏽 !
            """;

    static Stream<String> cases() {
        return CASES.lines();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cutsLikeTheTreebank(String line) {
        String[] sides = line.split(" = ", 2);
        String text = sides[0];

        assertThat(new Tokenizer()
                        .words(text, new Span(0, text.length())).stream()
                                .map(word -> word.in(text))
                                .toList())
                .isEqualTo(Arrays.asList(sides[1].split(" ")));
    }
}
