package org.dragoman.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeResolverTest {
    private static final TimeResolver RESOLVER = new TimeResolver();
    private static final LocalDate THURSDAY = LocalDate.of(2024, 11, 21);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They met* on 26 March 2020 .               | 26 March 2020     | 2020-03-26 | 2020-03-26
                    They met* on November 19 , 2024 .          | November 19 , 2024| 2024-11-19 | 2024-11-19
                    They met* on 2024-11-19 .                  | 2024-11-19        | 2024-11-19 | 2024-11-19
                    They met* on 19/11/2024 .                  | 19/11/2024        | 2024-11-19 | 2024-11-19
                    They met* on the 3rd of May 1999 .         | 3rd of May 1999   | 1999-05-03 | 1999-05-03
                    They met* in March 2020 .                  | March 2020        | 2020-03-01 | 2020-03-31
                    It began* in 1982 .                        | 1982              | 1982-01-01 | 1982-12-31
                    Music of the 1990s played* .               | 1990s             | 1990-01-01 | 1999-12-31
                    It lasted* from 2001 to 2005 .             | 2001 to 2005      | 2001-01-01 | 2005-12-31
                    Held* Monday , May 8 , 2009 .              | Monday , May 8 , 2009 | 2009-05-08 | 2009-05-08
                    They ruled* in 2013 - 2014 .               | 2013 - 2014       | 2013-01-01 | 2014-12-31
                    They met* on May 3 - 5 , 2023 .            | May 3 - 5 , 2023  | 2023-05-03 | 2023-05-05
                    """)
    void readsFullDatesWhateverTheStorysDate(String words, String expression, LocalDate first, LocalDate last) {
        for (Optional<LocalDate> published : List.of(Optional.of(THURSDAY), Optional.<LocalDate>empty())) {
            assertOnly(words, published, expression, first, last);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They met* on Wednesday .                   | Wednesday         | 2024-11-20 | 2024-11-20
                    They met* on Thursday .                    | Thursday          | 2024-11-21 | 2024-11-21
                    They met* on Friday night .                | Friday night      | 2024-11-15 | 2024-11-15
                    They met* last Thursday .                  | last Thursday     | 2024-11-14 | 2024-11-14
                    They meet* next Tuesday .                  | next Tuesday      | 2024-11-26 | 2024-11-26
                    They will meet* on Friday .                | Friday            | 2024-11-22 | 2024-11-22
                    They met* yesterday .                      | yesterday         | 2024-11-20 | 2024-11-20
                    They met* last week .                      | last week         | 2024-11-11 | 2024-11-17
                    They met* earlier this month .             | this month        | 2024-11-01 | 2024-11-21
                    They met* this year .                      | this year         | 2024-01-01 | 2024-12-31
                    They met* two days ago .                   | two days ago      | 2024-11-19 | 2024-11-19
                    They met* a year ago .                     | a year ago        | 2023-01-01 | 2023-12-31
                    They fought* since Sunday .                | Sunday            | 2024-11-17 | 2024-11-21
                    They fought* over the past three days .    | past three days   | 2024-11-18 | 2024-11-21
                    They met* in June .                        | June              | 2024-06-01 | 2024-06-30
                    They met* in December .                    | December          | 2023-12-01 | 2023-12-31
                    They will meet* in January .               | January           | 2025-01-01 | 2025-01-31
                    They met* on Nov. 27 .                     | Nov. 27           | 2024-11-27 | 2024-11-27
                    They met* on January 5 .                   | January 5         | 2025-01-05 | 2025-01-05
                    They met* over the weekend .               | weekend           | 2024-11-16 | 2024-11-17
                    They met* last night .                     | last night        | 2024-11-20 | 2024-11-20
                    """)
    void readsTheRestByTheStorysDate(String words, String expression, LocalDate first, LocalDate last) {
        assertOnly(words, Optional.of(THURSDAY), expression, first, last);
        assertThat(RESOLVER.resolve(analysis(words), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    They may* march on .
                    The sun sat* low .
                    Good Friday was* quiet .
                    They must leave* by Friday .
                    They met* on 31 June .
                    They met* on 04/05/2024 .
                    Some 2000 men left* .
                    They met* recently , in the spring .
                    """)
    void leavesOpenWhatIsNotCertain(String words) {
        assertThat(RESOLVER.resolve(analysis(words), Optional.of(THURSDAY))).isEmpty();
    }

    @Test
    void namesHoldNoTime() {
        Analysis plain = analysis("The Sunday Times reported* it .");
        Name paper = new Name(new Span(4, 16), Name.Type.ORGANISATION, 0.9);
        Analysis named = new Analysis(plain.text(), plain.sentences(), List.of(paper), List.of());
        assertThat(RESOLVER.resolve(named, Optional.of(THURSDAY))).isEmpty();
    }

    @Property(tries = 300, seed = "20261124")
    void anyWordsGiveOrderedSpansInsideTheText(@ForAll("sentences") String words) {
        Analysis analysis = analysis(words);
        int end = 0;
        for (TimeExpression time : RESOLVER.resolve(analysis, Optional.of(THURSDAY))) {
            assertThat(time.span().start()).isGreaterThanOrEqualTo(end);
            end = time.span().end();
            assertThat(end).isLessThanOrEqualTo(analysis.text().length());
        }
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(
                        "31 30 5 1982 2024 9999 0000 2024-02-30 99/99/2024 - , of to in since from between and last next this past"
                                .concat(
                                        " May March Feb. Sunday Fri. will days weeks years ago a two 999 the weekend today 1990s night")
                                .split(" "))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    private static void assertOnly(
            String words, Optional<LocalDate> published, String expression, LocalDate first, LocalDate last) {
        Analysis analysis = analysis(words);
        assertThat(RESOLVER.resolve(analysis, published)).singleElement().satisfies(time -> {
            assertThat(time.span().in(analysis.text())).isEqualTo(expression);
            assertThat(time.first()).isEqualTo(first);
            assertThat(time.last()).isEqualTo(last);
        });
    }

    /** One sentence of the words between blanks; the one with an asterisk governs all others. */
    private static Analysis analysis(String marked) {
        String text = marked.replace("*", "");
        List<String> words = List.of(marked.split(" "));
        int root = 0;
        for (int i = 0; i < words.size(); i++) {
            root = words.get(i).endsWith("*") ? i : root;
        }
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String word : words) {
            String form = word.replace("*", "");
            int index = tokens.size();
            String relation =
                    index == root ? "root" : form.equals("will") ? "aux" : form.equals("2000") ? "nummod" : "dep";
            Dependency dependency = new Dependency(index == root ? Dependency.ROOT : root, relation);
            String xpos = index == root ? "VBD" : "X";
            String upos = index == root ? "VERB" : "X";
            tokens.add(new Token(index, new Span(start, start + form.length()), form, form, upos, xpos, dependency));
            start += form.length() + 1;
        }
        Sentence sentence = new Sentence(new Span(0, text.length()), tokens);
        return new Analysis(text, List.of(sentence), List.of(), List.of());
    }
}
