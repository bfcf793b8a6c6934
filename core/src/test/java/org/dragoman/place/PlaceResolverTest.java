package org.dragoman.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceResolverTest {
    private static final PlaceResolver RESOLVER = PlaceResolver.open();

    /** Texts mark what the model would tag: {L:Paris} a location, {P:..} a person, {O:..} an organisation, {G:..} a group. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    He lives in {L:Paris}, {L:Texas}.                              | Paris US, Texas US
                    He lives in {L:Paris}.                                         | Paris FR
                    Law of {L:Oxford}, {L:North Carolina}, was there.              | Oxford US, North Carolina US
                    It lies in {L:Washington, D.C.}, they said.                    | Washington, D.C. US
                    A man from {L:HAMMOND}, {L:Ind.} (AP) was there.               | HAMMOND US, Ind. US
                    Troops left {L:Anbar} province for {L:Mosul}.                  | Anbar IQ, Mosul IQ
                    {O:University of Michigan} said so.                            | Michigan US
                    {G:Iraqi} troops met the {G:South Ossetian} leader.            | Iraqi IQ, South Ossetian GE
                    We met {P:Michael Jordan} and {P:Paris Hilton}.                | ''
                    Traffic stopped on {L:Wichita Street} today.                   | ''
                    The ceasefire in {L:Gaza} holds, {L:Egypt} said.               | Gaza PS, Egypt EG
                    The summit in {L:Rio de Janeiro}, {L:Brazil}, ended.           | Rio de Janeiro BR, Brazil BR
                    It was good for us and for the {L:US} and {L:Türkiye}.         | US US, Türkiye TR
                    The {O:Wal-Mart} shooting was in {L:Avoyelles Parish}.         | Avoyelles Parish US
                    """)
    void placesNames(String marked, String expected) {
        Analysis analysis = analysis(marked);
        List<String> found = RESOLVER.resolve(analysis).stream()
                .map(toponym -> toponym.span().in(analysis.text()) + " "
                        + toponym.place().country())
                .toList();
        assertThat(String.join(", ", found)).isEqualTo(expected);
    }

    @Test
    void aTownIsMeantRatherThanTheDivisionNamedAfterIt() {
        Place place = RESOLVER.resolve(analysis("The summit in {L:Rio de Janeiro}, {L:Brazil}, ended."))
                .get(0)
                .place();
        assertThat(place.feature()).isEqualTo("PPLA");
    }

    @Test
    void oneNameIsOnePlaceThroughout() {
        List<Toponym> toponyms = RESOLVER.resolve(
                analysis(
                        "Fire broke out in {L:Springfield}, {L:Ohio}.\nThe mayor of {L:Springfield} spoke.\n{L:Springfield} mourned."));
        assertThat(toponyms)
                .filteredOn(toponym -> toponym.place().name().equals("Springfield"))
                .hasSize(3)
                .allSatisfy(toponym -> assertThat(toponym.place().admin()).isEqualTo("Ohio"));
    }

    @Test
    void theCompanyOfOtherPlacesDecides() {
        Place place = RESOLVER.resolve(analysis("From {L:Toronto} to {L:Hamilton} and {L:London} in {L:Ontario}."))
                .get(2)
                .place();
        assertThat(place.admin()).isEqualTo("Ontario");
    }

    @Property(tries = 300, seed = "20261124")
    void anyTextGivesOrderedSpansInsideIt(@ForAll @StringLength(max = 200) String text) {
        Analysis analysis = RoughAnalysis.of(text);
        int end = 0;
        for (Toponym toponym : RESOLVER.resolve(analysis)) {
            assertThat(toponym.span().start()).isGreaterThanOrEqualTo(end);
            end = toponym.span().end();
            assertThat(end).isLessThanOrEqualTo(text.length());
            assertThat(toponym.certainty()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void anArticleOfNothingButNamesStaysCheap() {
        String text = "San Jose Springfield Paris London, Santa Maria Victoria. ".repeat(5_000);
        assertThat(RESOLVER.resolve(RoughAnalysis.of(text))).isNotNull();
    }

    private static Analysis analysis(String marked) {
        Matcher mark = Pattern.compile("\\{([LPOG]):([^}]*)}").matcher(marked);
        StringBuilder text = new StringBuilder();
        List<Name> names = new ArrayList<>();
        while (mark.find()) {
            mark.appendReplacement(text, "");
            Name.Type type =
                    switch (mark.group(1)) {
                        case "L" -> Name.Type.LOCATION;
                        case "P" -> Name.Type.PERSON;
                        case "O" -> Name.Type.ORGANISATION;
                        default -> Name.Type.GROUP;
                    };
            int start = text.length();
            text.append(mark.group(2));
            names.add(new Name(new Span(start, text.length()), type, 0.9));
        }
        mark.appendTail(text);
        Analysis rough = RoughAnalysis.of(text.toString());
        return new Analysis(rough.text(), rough.sentences(), names, List.of());
    }
}
