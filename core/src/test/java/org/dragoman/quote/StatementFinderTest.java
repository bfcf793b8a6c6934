package org.dragoman.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entities;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.AttributionPart;
import org.dragoman.nlp.EncoderAnalyzer;
import org.dragoman.quote.Statement.Directness;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.Statement.Modality;
import org.dragoman.quote.Statement.Polarity;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementFinderTest {
    private static final boolean MODEL = EncoderAnalyzer.class.getResource("/dragoman/en/model.onnx") != null;
    private static final EncoderAnalyzer ANALYZER = MODEL ? EncoderAnalyzer.open("en") : null;
    private static final Cast NOBODY = new Cast(new Entities(List.of()), Map.of());

    private final StatementFinder finder = StatementFinder.open();

    private static Analysis analyze(String text) {
        Assumptions.assumeTrue(MODEL, "no English model on the class path");
        return ANALYZER.analyze(text);
    }

    private List<Statement> find(Analysis analysis) {
        return finder.find(analysis, NOBODY, List.of(), List.of());
    }

    /** Each statement as "source | cue | content", pieces joined by " ... ". */
    private List<String> read(String text) {
        return find(analyze(text)).stream()
                .map(said -> words(text, said.source()) + " | " + words(text, said.cue()) + " | "
                        + words(text, said.content()))
                .toList();
    }

    private static String words(String text, List<Span> spans) {
        List<String> words = new ArrayList<>();
        spans.forEach(span -> words.add(span.in(text)));
        return String.join(" ... ", words);
    }

    @Test
    void findsDirectSpeechBeforeAndAfterItsCue() {
        assertThat(read("Olsen said: “The mission in Iraq continues. It is what Baghdad asked for.”"))
                .containsExactly("Olsen | said | “The mission in Iraq continues. It is what Baghdad asked for.”");
        assertThat(read("\"We are ready to help in Gaza,\" Erdogan told members of his party. \"We always were.\""))
                .containsExactly("Erdogan | told | \"We are ready to help in Gaza,\" ... \"We always were.\"");
    }

    @Test
    void findsIndirectSpeech() {
        assertThat(read("The minister said that no foreign force can enter the country."))
                .containsExactly("The minister | said | that no foreign force can enter the country");
        assertThat(read("Iraq is a sovereign country, the minister stressed."))
                .containsExactly("the minister | stressed | Iraq is a sovereign country");
        assertThat(read("According to the police, two people were killed in the city."))
                .containsExactly("the police | According to | two people were killed in the city");
    }

    @Test
    void findsWhatOthersAreReportedToSay() {
        assertThat(read("Erdogan said that Iran had denied that it sent weapons."))
                .containsExactly(
                        "Erdogan | said | that Iran had denied that it sent weapons",
                        "Iran | had denied | that it sent weapons");
    }

    @Test
    void asksTheSpeakerNotWhomTheWordsAreAbout() {
        String text =
                "Asked about Biden's remarks, a Turkish official told Reuters a ceasefire in Lebanon was not enough,"
                        + " adding Ankara was ready to help reach a deal in Gaza, just as it had supported previous efforts.";
        assertThat(read(text))
                .noneMatch(said -> said.contains("| Asked |"))
                .noneMatch(said -> said.startsWith("it | adding"));
    }

    @Test
    void readsWhoIsQuotedAsSaying() {
        assertThat(read("Officials were quoted as saying the army had left Aleppo."))
                .containsExactly("Officials | were quoted as saying | the army had left Aleppo");
        assertThat(read("The UN envoy was quoted by local media as saying that the truce was holding."))
                .containsExactly("The UN envoy | was quoted ... as saying | that the truce was holding");
    }

    @Test
    void takesNobodyForTheSpeakerOfWordsAboutHim() {
        assertThat(read("The president has drawn praise for helping the girls enter the country."))
                .noneMatch(said -> said.startsWith("The president |"));
    }

    @Test
    void leavesWordsOfAnotherSentenceWhereTheyAre() {
        String text =
                "The ban does not cover Afghanistan, and critics blame it for an atmosphere of hostility. Citing privacy"
                        + " rules, officials have not said why the team was denied visas.";
        assertThat(read(text)).noneMatch(said -> said.contains("| Citing |") && said.contains("hostility"));
    }

    @Test
    void carriesASpeechOnToItsParagraphs() {
        String text = "The president spoke on Monday.\n"
                + "“We will not leave the country,” Biden said.\n"
                + "“Our soldiers stay as long as they are needed.”\n"
                + "“They are welcome here now.”\n"
                + "Nobody answered.";
        assertThat(read(text))
                .containsExactly(
                        "Biden | said | “We will not leave the country,” ... “Our soldiers stay as long as they are"
                                + " needed.” ... “They are welcome here now.”");
    }

    @Test
    void carriesASpeakerOverAReportersParagraph() {
        String text = "“We will not leave the country,” Biden said.\n"
                + "The army has been there for ten years.\n"
                + "“Our soldiers stay as long as they are needed.”";
        List<Statement> found = find(analyze(text));
        assertThat(found).hasSize(2);
        assertThat(found.get(1).source()).isEmpty();
        assertThat(found.get(1).directness()).isEqualTo(Directness.DIRECT);
        assertThat(words(text, found.get(1).content())).isEqualTo("“Our soldiers stay as long as they are needed.”");
    }

    @Test
    void tellsWhoReportsFromWhoSays() {
        assertThat(read(
                        "According to the Herald, Professor John Burrows, the chairman of the panel, said the flag had never"
                                + " been open to public choice."))
                .containsExactly(
                        "the Herald | According to | Professor John Burrows, the chairman of the panel, said the flag had"
                                + " never been open to public choice",
                        "Professor John Burrows, the chairman of the panel | said | the flag had never been open to public"
                                + " choice");
        assertThat(read("The minister, according to state media, said the talks had failed."))
                .containsExactly(
                        "The minister | said | the talks had failed",
                        "state media | according to | The minister ... said the talks had failed");
    }

    @Test
    void knowsWhoAnnouncesAQuotation() {
        String text = "The attack killed forty people.\n\nPierre Olsen added this on Monday:\n\n"
                + "“This was a horrific attack on innocent people. We stand by Iraq.”";
        assertThat(read(text))
                .containsExactly(
                        "Pierre Olsen | added | “This was a horrific attack on innocent people. We stand by Iraq.”");
    }

    @Test
    void readsAStatementSetOffByAColon() {
        String text = "The attack killed forty people.\nThe Foreign Secretary said:\n"
                + "This was a horrific attack on innocent people.\nThe UK stands by Iraq.";
        List<Statement> found = find(analyze(text));
        assertThat(found).hasSize(1);
        assertThat(words(text, found.get(0).source())).isEqualTo("The Foreign Secretary");
        assertThat(words(text, found.get(0).content()))
                .isEqualTo("This was a horrific attack on innocent people. ... The UK stands by Iraq.");
    }

    @Test
    void readsAnAnnouncementWhoseSubjectFollowsAnother() {
        String text = "Ministers met in Paris.\nFollowing the meeting the Foreign Secretary said:\n"
                + "There can be no military solution in Syria.\nWe must keep pushing for a political process.";
        assertThat(read(text)).hasSize(1).allMatch(said -> said.startsWith("the Foreign Secretary | said | There can"));
    }

    @Test
    void leavesTheReportersWordAfterAStatementSetOffByAColon() {
        String text = "The attack killed forty people.\nThe Foreign Secretary said:\n"
                + "This was a horrific attack on innocent people.\nThe Foreign Secretary will travel to Iraq on Monday.";
        assertThat(read(text))
                .containsExactly("The Foreign Secretary | said | This was a horrific attack on innocent people.");
    }

    @Test
    void readsTranscripts() {
        String text = "QUESTION: Will the troops leave?\nMR. PRICE: They will stay for now.\n"
                + "QUESTION: And next year?\nMR. PRICE: We will see.";
        assertThat(read(text))
                .containsExactly(
                        "QUESTION |  | Will the troops leave?",
                        "MR. PRICE |  | They will stay for now.",
                        "QUESTION |  | And next year?",
                        "MR. PRICE |  | We will see.");
    }

    @Test
    void knowsDenials() {
        assertThat(find(analyze("Iran denied that it had sent weapons to the rebels.")))
                .singleElement()
                .satisfies(said -> assertThat(said.polarity()).isEqualTo(Polarity.DENIED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sentence                                                        | kind      | polarity | modality
            The minister said that the war is over.                          | SPEECH    | AFFIRMED | ACTUAL
            The minister believes that the war is over.                      | BELIEF    | AFFIRMED | ACTUAL
            The minister vowed to end the war.                               | SPEECH    | AFFIRMED | ACTUAL
            The minister hopes to end the war.                               | INTENTION | AFFIRMED | ACTUAL
            The minister opposes the plan.                                   | ATTITUDE  | AFFIRMED | ACTUAL
            The court ruled that the law is void.                            | DECREE    | AFFIRMED | ACTUAL
            Officials suggested that the war could end.                      | SPEECH    | AFFIRMED | ACTUAL
            The results show that the plan has failed.                       | BELIEF    | AFFIRMED | ACTUAL
            Iran denied that it had sent weapons to the rebels.              | SPEECH    | DENIED   | ACTUAL
            The minister did not say whether the troops will leave.          | SPEECH    | UNSAID   | ACTUAL
            The minister declined to say whether the troops will leave.      | SPEECH    | UNSAID   | ACTUAL
            The minister does not believe that the war is over.              | BELIEF    | DENIED   | ACTUAL
            The minister will announce on Monday that the war is over.       | SPEECH    | AFFIRMED | FUTURE
            The minister refused to leave the country.                       | SPEECH    | DENIED   | ACTUAL
            The minister would say that the war is over.                     | SPEECH    | AFFIRMED | HYPOTHETICAL
            """)
    void readsKindPolarityAndModality(String sentence, Kind kind, Polarity polarity, Modality modality) {
        assertThat(find(analyze(sentence))).anySatisfy(said -> {
            assertThat(said.kind()).isEqualTo(kind);
            assertThat(said.polarity()).isEqualTo(polarity);
            assertThat(said.modality()).isEqualTo(modality);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The minister told reporters that the war is over.                              | reporters | -
            Lawmakers were told on Monday that the ceasefire had collapsed.                | Lawmakers | -
            In an interview with them, the minister said that the war is over.             | them      | interview
            At a news conference in Geneva, the minister said that the war is over.        | -         | press-conference
            The minister tweeted: "The war is over, and we have won it."                   | -         | social-media
            According to the police, two people were killed in the city.                   | -         | -
            """)
    void readsAddresseeAndMedium(String sentence, String addressee, String medium) {
        Occasion occasion = find(analyze(sentence)).get(0).occasion();
        assertThat(occasion.addressee().map(said -> said.words().in(sentence)).orElse("-"))
                .isEqualTo(addressee);
        assertThat(occasion.medium().map(Occasion.Medium::type).orElse("-")).isEqualTo(medium);
    }

    @Test
    void leavesTitlesAndScareQuotesAlone() {
        assertThat(read("He was seen in \"The Long Road\" last year, a \"hit\" of the season."))
                .isEmpty();
    }

    @Test
    void readsAnEndlessSentenceInReasonableTime() {
        int words = 10_000;
        String text = "said ".repeat(words);
        List<Token> tokens = new ArrayList<>();
        List<AttributionPart> parts = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            Span span = new Span(5 * i, 5 * i + 4);
            Dependency dependency = new Dependency(i - 1, i == 0 ? "root" : "ccomp");
            tokens.add(new Token(i, span, "said", "say", "VERB", "VBD", dependency));
            parts.add(new AttributionPart(span, AttributionPart.Role.values()[i % 3], 0.9));
        }
        Sentence sentence = new Sentence(new Span(0, text.length() - 1), tokens);
        Analysis analysis = new Analysis(text, List.of(sentence), List.of(), parts);

        assertThat(find(analysis)).isNotEmpty();
    }

    @Property(tries = 60, seed = "20261124")
    void statementsAreWellFormed(@ForAll("news") String text) {
        Analysis analysis = analyze(text);
        // parts by chance: links must hold whatever the model says
        List<AttributionPart> parts = new ArrayList<>();
        int at = 0;
        for (AttributionPart.Role role : roles(text)) {
            if (at + 9 < text.length()) {
                parts.add(new AttributionPart(new Span(at + 2, at + 9), role, 0.9));
            }
            at += 11;
        }
        Analysis tagged = new Analysis(text, analysis.sentences(), analysis.names(), parts);
        List<Statement> found = find(tagged);
        assertThat(find(tagged)).isEqualTo(found);
        for (Statement statement : found) {
            assertThat(statement.content()).isNotEmpty().isSorted();
            for (List<Span> spans : List.of(statement.source(), statement.cue(), statement.content())) {
                assertThat(spans).allSatisfy(span -> {
                    assertThat(span.length()).isPositive();
                    assertThat(span.end()).isLessThanOrEqualTo(text.length());
                });
            }
        }
    }

    private static List<AttributionPart.Role> roles(String text) {
        return text.chars()
                .limit(200)
                .mapToObj(letter -> AttributionPart.Role.values()[letter % 3])
                .toList();
    }

    @Provide
    Arbitrary<String> news() {
        return Arbitraries.of(
                        "Olsen said",
                        "he said",
                        ", ",
                        ". ",
                        "\n",
                        "\"",
                        "“",
                        "”",
                        " that the war is over",
                        " according to ",
                        "the police",
                        "The minister denied ",
                        "adding",
                        " noting that ",
                        "MR. SMITH: ",
                        " told Reuters ",
                        ":")
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
