package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Test;

class NameRevisionTest {
    private static final String TEXT =
            "Mr. Araji's army , \" the Daesh group \" , fought Daesh and Daesh in a coalition";

    @Test
    void cutsOffWhatIsNoPartOfTheName() {
        assertThat(revised(
                        name("Mr. Araji's", 0, Name.Type.PERSON, .9),
                        name("\" the Daesh", 0, Name.Type.ORGANISATION, .9)))
                .extracting(name -> name.span().in(TEXT))
                .containsExactly("Araji", "Daesh");
    }

    @Test
    void dropsSmallLettersAmongCapitals() {
        assertThat(revised(name("coalition", 0, Name.Type.ORGANISATION, .9))).isEmpty();
    }

    @Test
    void letsTheOtherMentionsDecideADoubtfulType() {
        int second = TEXT.indexOf("Daesh and");
        assertThat(revised(
                        name("Daesh", 0, Name.Type.ORGANISATION, .95),
                        name("Daesh", second, Name.Type.LOCATION, .5),
                        name("Daesh", second + 1, Name.Type.PERSON, .85)))
                .extracting(Name::type, Name::probability)
                .containsExactly(
                        tuple(Name.Type.ORGANISATION, .95),
                        tuple(Name.Type.ORGANISATION, .5),
                        tuple(Name.Type.PERSON, .85));
    }

    private static List<Name> revised(Name... names) {
        Analysis draft = new Analysis(TEXT, List.of(sentence()), Arrays.asList(names), List.of());
        return NameRevision.of(draft).names();
    }

    private static Name name(String words, int after, Name.Type type, double probability) {
        int start = TEXT.indexOf(words, after);
        return new Name(new Span(start, start + words.length()), type, probability);
    }

    private static Sentence sentence() {
        Span whole = new Span(0, TEXT.length());
        List<Token> tokens = new ArrayList<>();
        for (Span word : new Tokenizer().words(TEXT, whole)) {
            String form = word.in(TEXT);
            String upos = Character.isLetterOrDigit(form.charAt(0)) ? "X" : form.equals("'s") ? "PART" : "PUNCT";
            tokens.add(new Token(
                    tokens.size(),
                    word,
                    form,
                    form,
                    upos,
                    form.equals("'s") ? "POS" : "XX",
                    new Dependency(tokens.isEmpty() ? Dependency.ROOT : 0, tokens.isEmpty() ? "root" : "dep")));
        }
        return new Sentence(whole, tokens);
    }
}
