package org.dragoman.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.EncoderAnalyzer;
import org.dragoman.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreferenceResolverTest {
    private static final EncoderAnalyzer ANALYZER = EncoderAnalyzer.open("en");

    private static List<List<String>> clusters(String text) {
        return new CoreferenceResolver()
                .resolve(ANALYZER.analyze(text)).all().stream()
                        .map(entity -> entity.mentions().stream()
                                .map(mention -> mention.span().in(text))
                                .toList())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Iraq's adviser Qasim al-Araji met Pierre Olsen. Araji thanked Olsen. | Araji | Qasim al-Araji",
                "The North Atlantic Treaty Organization (NATO) met. The organization announced a mission. | The organization | North Atlantic Treaty Organization",
                "A Turkish official spoke in Ankara. The official left. | The official | A Turkish official",
                "President Joe Biden spoke on Monday. He left for Paris. | He | Joe Biden",
                "Türkiye, which borders Syria, said it discussed a truce in Gaza. | it | Türkiye",
                "The Security Council met in New York. The council adopted a resolution. | The council | The Security Council",
                "Chancellor Angela Merkel met John Kerry. She left for Paris. | She | Angela Merkel",
                "Angela Merkel met John Kerry. He left for Paris. | He | John Kerry",
                "The United States sent troops. U.S. officials said so. | U.S. | The United States",
                "We met the guerrillas of the Colombian army. It released its prisoners. | its | It",
                "Valeska Paris sued the church. Paris claims it held her. | Paris | Valeska Paris",
                "After Iraqi forces came under fire from rebels, they left the town. | they | Iraqi forces",
                "The Church of Scientology bought a ship. The Church denied it. | The Church | The Church of Scientology",
                "John Kerry called Sergei Lavrov and urged him to leave. | him | Sergei Lavrov",
                "Officials of Iraq met rebels. They signed a deal in Oman. | They | Officials of Iraq",
            })
    void joins(String text, String mention, String entity) {
        assertThat(clusters(text))
                .filteredOn(cluster -> cluster.contains(mention))
                .singleElement()
                .satisfies(cluster -> assertThat(cluster).anyMatch(words -> words.contains(entity)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Iraq attacked it. | Iraq | it",
                "Joe Biden met Emmanuel Macron. | Joe Biden | Emmanuel Macron",
                "Joe Smith met Anna Smith. | Joe Smith | Anna Smith",
                "We welcome the agreement. It is a first step. | We | It",
                "Image: Nick Moreau. | Image | Nick Moreau",
                "His father met her father. | His father | her father",
                "Syria again offered its troops to Elias Hrawi to help him. | Syria | him",
            })
    void keepsApart(String text, String first, String second) {
        assertThat(clusters(text)).noneMatch(cluster -> cluster.contains(first) && cluster.contains(second));
    }

    @Property(tries = 100, seed = "20261124")
    void everyMentionBelongsToOneEntity(@ForAll @StringLength(max = 200) String text) {
        Analysis analysis = ANALYZER.analyze(text);
        Entities entities = new CoreferenceResolver().resolve(analysis);
        Set<Span> heads = new HashSet<>();
        for (Entity entity : entities.all()) {
            for (Mention mention : entity.mentions()) {
                assertThat(heads.add(mention.head().span())).isTrue();
                assertThat(new Span(0, text.length()).covers(mention.span())).isTrue();
                assertThat(mention.span().covers(mention.head().span())).isTrue();
                assertThat(entities.at(mention.head())).containsSame(entity);
            }
        }
    }
}
