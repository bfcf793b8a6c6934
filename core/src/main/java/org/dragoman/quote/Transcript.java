package org.dragoman.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * The turns of a transcript or an interview: paragraphs that begin with a label and a colon, in capitals ("MR. SMITH: ...", "Q: ...")
 * or, where labels come back, as names are written ("Kate Bolduan: ..."). A turn goes on over paragraphs without a label as long
 * as they speak of "I", "we" and "you": others may be the reporter's.
 */
final class Transcript {
    static final String RULE = "transcript";

    private static final double CONFIDENCE = 0.7;
    /** Fewer labels are a headline's ("WATCH: ...") or a list's. */
    private static final int FEWEST_TURNS = 3;

    private static final int FEWEST_NAMED_TURNS = 4;
    private static final int MOST_PARAGRAPHS = 10;
    private static final Pattern CAPITALS = Pattern.compile(
            "[\"“]?((?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep)\\. )?[\\p{Lu}][\\p{Lu}\\p{M}.'’\\- ]{0,38}(?:, [\\p{Lu}. ]{2,20})?): ");
    private static final Pattern NAME = Pattern.compile(
            "[\"“]?(\\p{Lu}[\\p{L}\\p{M}.'’\\-]{1,20}(?: (?:(?:al|de|von|van|bin|ben) )?\\p{Lu}[\\p{L}\\p{M}.'’\\-]{0,20}){0,3}): ");
    private static final Set<String> ASKING = Set.of(
            "q",
            "question",
            "reporter",
            "interviewer",
            "moderator",
            "host",
            "journalist",
            "operator",
            "male",
            "female");
    private static final Set<String> ANSWERING = Set.of("a", "answer");
    private static final Set<String> SPEAKING = Set.of("i", "we", "you", "my", "our", "your", "me", "us");

    private Transcript() {}

    /** A label and the rest of its paragraph. */
    private record Turn(int paragraph, Span label, Span words) {}

    /** The turns of an article, in text order; none if it is no transcript. */
    static List<Attribution> find(Analysis analysis, List<Paragraph> paragraphs) {
        List<Turn> turns = turns(analysis.text(), paragraphs);
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            List<Span> content = new ArrayList<>(List.of(turn.words()));
            int end = i + 1 < turns.size() ? turns.get(i + 1).paragraph() : turn.paragraph() + 1;
            for (int next = turn.paragraph() + 1;
                    next < end && content.size() < MOST_PARAGRAPHS && speaks(paragraphs.get(next));
                    next++) {
                content.add(paragraphs.get(next).span());
            }
            List<Token> label =
                    paragraphs.get(turn.paragraph()).sentences().get(0).tokensIn(turn.label());
            found.add(new Attribution(
                    label.isEmpty() ? Optional.empty() : Optional.of(label.get(label.size() - 1)),
                    List.of(turn.label()),
                    Optional.empty(),
                    List.of(),
                    content,
                    false,
                    CONFIDENCE,
                    RULE));
        }
        return found;
    }

    private static List<Turn> turns(String text, List<Paragraph> paragraphs) {
        List<Turn> capitals = labelled(text, paragraphs, CAPITALS);
        if (capitals.size() >= FEWEST_TURNS) {
            return capitals;
        }
        List<Turn> named = labelled(text, paragraphs, NAME);
        Map<String, Integer> counts = new HashMap<>();
        named.forEach(turn -> counts.merge(turn.label().in(text), 1, Integer::sum));
        named.removeIf(turn -> counts.getOrDefault(turn.label().in(text), 0) < 2);
        Set<String> speakers = new HashSet<>();
        named.forEach(turn -> speakers.add(turn.label().in(text)));
        return named.size() >= FEWEST_NAMED_TURNS && speakers.size() > 1 ? named : List.of();
    }

    private static List<Turn> labelled(String text, List<Paragraph> paragraphs, Pattern pattern) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Span span = paragraphs.get(i).span();
            Matcher label = pattern.matcher(text).region(span.start(), span.end());
            if (label.lookingAt() && label.end() < span.end()) {
                turns.add(new Turn(i, new Span(label.start(1), label.end(1)), new Span(label.end(), span.end())));
            }
        }
        return turns;
    }

    private static boolean speaks(Paragraph paragraph) {
        return paragraph.sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .anyMatch(token -> SPEAKING.contains(token.form().toLowerCase(Locale.ROOT)));
    }

    /**
     * Who a label means: the person of that surname, in "A: ..." the one person spoken of before the first turn, else nobody known
     * but the label.
     *
     * @param first where the first turn begins
     */
    static Optional<Actor> speaker(String label, int first, Cast cast) {
        String[] words = label.split(" ", -1);
        String surname = words[words.length - 1].toLowerCase(Locale.ROOT);
        if (ASKING.contains(words[0].toLowerCase(Locale.ROOT)) || ASKING.contains(surname)) {
            return Optional.of(Actor.unknown("interviewer"));
        }
        List<Entity> people = cast.entities().all().stream()
                .filter(entity -> entity.type() == Entity.Type.PERSON)
                .toList();
        if (ANSWERING.contains(surname)) {
            List<Entity> introduced = people.stream()
                    .filter(entity -> start(entity) < first && entity.mentions().size() > 1)
                    .toList();
            return introduced.size() == 1
                    ? Optional.ofNullable(cast.actors().get(introduced.get(0)))
                    : Optional.empty();
        }
        return people.stream()
                .filter(entity -> {
                    String name = entity.name().toLowerCase(Locale.ROOT);
                    return name.equals(surname) || name.endsWith(' ' + surname);
                })
                .max((one, other) ->
                        Integer.compare(one.name().length(), other.name().length()))
                .map(entity -> cast.actors().getOrDefault(entity, Actor.unknown(entity.name())))
                .or(() -> Optional.of(Actor.unknown(label)));
    }

    private static int start(Entity entity) {
        return entity.mentions().stream()
                .map(Mention::span)
                .mapToInt(Span::start)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
