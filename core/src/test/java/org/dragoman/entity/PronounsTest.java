package org.dragoman.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.EncoderAnalyzer;
import org.dragoman.table.Table;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;
import org.junit.jupiter.api.Test;

/** Pronouns of real texts and what they refer to, {@code pronouns.tsv}: how many are right, and of them those for one person. */
class PronounsTest {
    private static final boolean PRINT_WRONG = Boolean.getBoolean("dragoman.wrong");

    @Test
    void mostReferToWhomTheyShould() {
        int people = 0;
        int rightPeople = 0;
        int right = 0;
        List<Table.Row> rows = Table.rows(PronounsTest.class, "pronouns.tsv", 3);
        try (EncoderAnalyzer analyzer = EncoderAnalyzer.open("en")) {
            for (Table.Row row : rows) {
                String marked = row.cell(2);
                int start = marked.indexOf('[');
                int end = marked.indexOf(']', start);
                String pronoun = marked.substring(start + 1, end);
                String text = marked.substring(0, start) + pronoun + marked.substring(end + 1);
                boolean hit = refersTo(analyzer.analyze(text), start, row.alternatives(1));
                boolean person =
                        Pronoun.of(pronoun).filter(Pronoun.PERSON::equals).isPresent();
                right += hit ? 1 : 0;
                people += person ? 1 : 0;
                rightPeople += person && hit ? 1 : 0;
                if (PRINT_WRONG && !hit) {
                    System.out.println(row.cell(0) + " " + pronoun + " -> " + row.cell(1));
                }
            }
        }
        System.out.println(
                "pronouns right " + right + " of " + rows.size() + ", for one person " + rightPeople + " of " + people);
        assertThat((double) rightPeople / people).isGreaterThan(.85);
        assertThat((double) right / rows.size()).isGreaterThan(.72);
    }

    private static boolean refersTo(Analysis analysis, int start, List<String> antecedents) {
        Optional<Sentence> sentence = analysis.sentenceAt(start);
        Optional<Token> head = sentence.flatMap(found -> found.tokens().stream()
                .filter(token -> token.span().start() == start)
                .findFirst());
        Entities entities = new CoreferenceResolver().resolve(analysis);
        List<String> words = new ArrayList<>();
        head.flatMap(entities::at).ifPresent(entity -> Stream.concat(
                        Stream.of(entity.name()),
                        entity.mentions().stream().map(mention -> mention.span().in(analysis.text())))
                .forEach(words::add));
        return antecedents.stream().anyMatch(antecedent -> words.stream().anyMatch(word -> word.contains(antecedent)));
    }
}
