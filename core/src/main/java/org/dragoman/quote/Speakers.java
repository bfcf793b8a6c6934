package org.dragoman.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Who an article's attributions are said by: the party that the source refers to; for "I" and "we" who says the words around; for
 * "a statement by the ministry" the ministry; for a poll, a crowd or an unnamed witness its best description.
 */
final class Speakers {
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "my", "our");
    /** How nouns for people end that need be no coded party: "officials", "critics", "analysts". */
    private static final Pattern PEOPLE =
            Pattern.compile(".*(?:er|or|ist|yst|ian|man|woman|person|people|ial|ant|ee|ic|rat|eer|police|aide|source)");

    private static final Set<String> BY = Set.of("by", "from", "of");
    /** An "I" may stand in a quotation inside a turn of a transcript, hardly deeper. */
    private static final int DEEPEST = 3;
    /** Attributions before an "I" among which the one around it is looked for. */
    private static final int MOST_BEFORE = 50;

    private final Analysis analysis;
    private final Cast cast;
    private final Media media;
    private final List<Attribution> attributions;
    private final Map<String, Optional<Entity>> bySurname = new HashMap<>();
    private final int firstTurn;

    /** @param attributions all of the article's */
    Speakers(Analysis analysis, Cast cast, Media media, List<Attribution> attributions) {
        this.analysis = analysis;
        this.cast = cast;
        this.media = media;
        this.attributions = new ArrayList<>(attributions);
        this.attributions.sort(
                Comparator.comparing(attribution -> attribution.content().get(0)));
        for (Entity entity : cast.entities().all()) {
            int last = entity.name().lastIndexOf(' ') + 1;
            if (entity.type() == Entity.Type.PERSON && last > 0) {
                bySurname.merge(entity.name().substring(last), Optional.of(entity), (one, other) -> Optional.empty());
            }
        }
        firstTurn = attributions.stream()
                .filter(attribution -> attribution.rule().equals(Transcript.RULE))
                .mapToInt(Attribution::start)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Who says it; empty if the text doesn't tell. */
    Optional<Actor> of(Attribution attribution) {
        return of(attribution, 0);
    }

    private Optional<Actor> of(Attribution attribution, int depth) {
        if (attribution.rule().equals(Transcript.RULE)) {
            String label = attribution.source().get(0).in(analysis.text());
            return Transcript.speaker(label, firstTurn, cast);
        }
        return attribution.sourceHead().flatMap(head -> {
            if (FIRST_PERSON.contains(head.form().toLowerCase(Locale.ROOT))) {
                return depth < DEEPEST
                        ? around(attribution, head.span()).flatMap(outer -> of(outer, depth + 1))
                        : Optional.empty();
            }
            return at(issuer(head));
        });
    }

    /** The innermost attribution in whose content a word stands. */
    private Optional<Attribution> around(Attribution inner, Span word) {
        int low = 0;
        int high = attributions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (attributions.get(middle).content().get(0).start() <= word.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low - 1; i >= Math.max(0, low - MOST_BEFORE); i--) {
            Attribution outer = attributions.get(i);
            if (!outer.equals(inner) && outer.content().stream().anyMatch(piece -> piece.covers(word))) {
                return Optional.of(outer);
            }
        }
        return Optional.empty();
    }

    /** Who a statement, letter or report is by; any other source itself. */
    private Token issuer(Token source) {
        Optional<Sentence> sentence = analysis.sentenceAt(source.span().start());
        if (sentence.isEmpty() || media.at(sentence.get(), source).isEmpty()) {
            return source;
        }
        Sentence here = sentence.get();
        return here.children(source)
                .filter(child -> child.is("nmod:poss")
                        || (child.is("nmod")
                                && here.children(child, "case").anyMatch(word -> BY.contains(word.lemma()))))
                .filter(child -> cast.at(child).isPresent())
                .findFirst()
                .orElse(source);
    }

    /** Whether the source is neither a party nor a pronoun nor a medium that carries somebody's words, such as a report. */
    boolean isThing(Attribution attribution) {
        return attribution
                .sourceHead()
                .map(this::issuer)
                .filter(head -> head.upos().equals("NOUN")
                        && cast.at(head).isEmpty()
                        && !PEOPLE.matcher(head.lemma()).matches())
                .filter(head -> analysis.sentenceAt(head.span().start())
                        .flatMap(sentence -> media.at(sentence, head))
                        .isEmpty())
                .isPresent();
    }

    private Optional<Actor> at(Token head) {
        Optional<Entity> entity = cast.entities().at(head);
        // a surname alone may be taken for a body's name, and then isn't joined with the person's
        Optional<Entity> person = entity.filter(named -> named.type() != Entity.Type.PERSON)
                .flatMap(named -> bySurname.getOrDefault(named.name(), Optional.empty()));
        return person.or(() -> entity).map(cast.actors()::get).or(() -> entity.filter(
                        named -> named.mentions().stream().anyMatch(mention -> mention.kind() != Mention.Kind.PRONOUN))
                .map(named -> Actor.unknown(named.name())));
    }
}
