package org.dragoman.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dragoman.entity.CoreferenceResolver;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.EncoderAnalyzer;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorResolverTest {
    private static final EncoderAnalyzer ANALYZER = EncoderAnalyzer.open("en");
    private static final ActorResolver ACTORS = ActorResolver.open();

    private static Cast cast(String text) {
        Analysis analysis = ANALYZER.analyze(text);
        return ACTORS.resolve(analysis, new CoreferenceResolver().resolve(analysis), Optional.empty());
    }

    private static String country(String text, String word) {
        Cast cast = cast(text);
        for (Sentence sentence : ANALYZER.analyze(text).sentences()) {
            for (Token token : sentence.tokens()) {
                if (token.form().equals(word) && cast.at(token).isPresent()) {
                    return cast.at(token).get().country();
                }
            }
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russian Foreign Minister Lavrov met Secretary Kerry of the United States. | Kerry | USA",
                "Foreign Minister Lavrov spoke in Moscow, Russia. | Lavrov | RUS",
                "Foreign Secretary Boris Johnson welcomes the report on Syria. | Boris | GBR",
                "The foreign secretary of India left Delhi. | secretary | IND",
            })
    void tellsTheCountry(String text, String word, String country) {
        assertThat(country(text, word)).isEqualTo(country);
    }

    @Test
    void findsWhoIssuesAStatement() {
        String text = """
                Minister Olaf Stone welcomes the liberation of Tikrit.
                The UK is committed to supporting Iraq. We urge all parties to protect civilians.""";

        assertThat(cast(text).issuer()).get().extracting(Actor::country).isEqualTo("GBR");
        assertThat(country(text, "Olaf")).isEqualTo("GBR");
    }

    @Test
    void anOfficeWithoutItsCountryIsTheIssuers() {
        String text = """
                The Prime Minister and President Hollande met in Amiens.
                France is one of our most important partners.
                The Home Secretary signed an agreement.""";

        assertThat(country(text, "Minister")).isEqualTo("GBR");
        assertThat(country(text, "Hollande")).isEqualTo("FRA");
    }

    @Test
    void aReportIsNobodysStatement() {
        assertThat(cast("The UK condemns the attack. \"We urge calm,\" said a minister.")
                        .issuer())
                .isEmpty();
    }
}
