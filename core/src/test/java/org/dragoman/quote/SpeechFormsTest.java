package org.dragoman.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.Dragoman;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.quote.Statement.Directness;
import org.dragoman.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Speech that isn't a quotation beside its cue: speeches, transcripts, interviews, odd marks, carried-over speakers. */
class SpeechFormsTest {
    private static final Dragoman DRAGOMAN = Dragoman.open();

    @AfterAll
    static void close() {
        DRAGOMAN.close();
    }

    private static List<List<String>> blocks(String file) throws IOException {
        try (InputStream in = SpeechFormsTest.class.getResourceAsStream(file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("\n\n"))
                    .map(block ->
                            block.lines().filter(line -> !line.startsWith("#")).toList())
                    .filter(lines -> !lines.isEmpty())
                    .toList();
        }
    }

    private static List<Statement> read(String text) {
        return DRAGOMAN.read(
                        new Article("test", "", List.of(), Optional.empty(), Optional.empty(), "en", text, List.of()))
                .statements();
    }

    static Stream<String> headlines() throws IOException {
        return blocks("headlines.txt").stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("headlines")
    void readsHeadlinesOrIsSilent(String line) {
        String[] parts = line.split(" > ", -1);
        List<String> found = read(parts[0]).stream()
                .map(statement -> words(statement.source(), parts[0]) + " | " + words(statement.content(), parts[0]))
                .toList();
        assertThat(found).isEqualTo(Arrays.asList(parts).subList(1, parts.length));
    }

    private static String words(List<Span> spans, String text) {
        return String.join(" … ", spans.stream().map(span -> span.in(text)).toList());
    }

    static Stream<List<String>> forms() throws IOException {
        return blocks("forms.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsTheSpeakersWordsOrIsSilent(List<String> lines) {
        String text = String.join(
                "\n\n", lines.stream().filter(line -> !line.startsWith("> ")).toList());
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
        List<Statement> found = read(text).stream()
                .filter(statement -> statement.directness() == Directness.DIRECT)
                .toList();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            String[] parts = expected.get(i).split(" \\| | … ", -1);
            List<Span> content = found.get(i).content();
            String words = text.substring(
                    content.get(0).start(), content.get(content.size() - 1).end());
            assertThat(found.get(i).speaker().map(Actor::name)).contains(parts[0]);
            assertThat(words).startsWith(parts[1]).endsWith(parts[parts.length - 1]);
        }
    }

    /** Four of five carried-over quotations are given to the right person; of the others most are left without one. */
    @Test
    void carriesSpeakersOver() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        int all = 0;
        for (List<String> lines : blocks("carried.txt")) {
            StringBuilder text = new StringBuilder();
            List<Span> carried = new ArrayList<>();
            List<String> people = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                int bracket = line.startsWith("[") ? line.indexOf("] ") : -1;
                String paragraph = bracket < 0 ? line : line.substring(bracket + 2);
                if (bracket > 0) {
                    people.add(line.substring(1, bracket));
                    carried.add(new Span(text.length(), text.length() + paragraph.length()));
                }
                text.append(paragraph).append("\n\n");
            }
            List<Statement> statements = read(text.toString());
            for (int i = 0; i < carried.size(); i++) {
                Span span = carried.get(i);
                String found = statements.stream()
                        .filter(statement -> statement.content().stream().anyMatch(piece -> most(piece, span)))
                        .map(statement -> statement.speaker().map(Actor::name).orElse(""))
                        .findFirst()
                        .orElse("");
                all++;
                if (!found.contains(people.get(i))) {
                    (found.isEmpty() ? silent : wrong).add(people.get(i) + ", not " + found + ": " + span.in(text));
                }
            }
        }
        assertThat(all).isGreaterThanOrEqualTo(60);
        assertThat(wrong.size() + silent.size())
                .as("wrong %s, silent %s", wrong, silent)
                .isLessThanOrEqualTo(all / 5);
    }

    private static boolean most(Span piece, Span span) {
        int shared = Math.min(piece.end(), span.end()) - Math.max(piece.start(), span.start());
        return 2 * shared >= span.length();
    }
}
