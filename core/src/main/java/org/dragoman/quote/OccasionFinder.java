package org.dragoman.quote;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.nlp.Analysis;
import org.dragoman.place.Place;
import org.dragoman.place.Toponym;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.quote.Occasion.Addressee;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;
import org.dragoman.time.TimeExpression;

/** To whom, by what medium, where and when: what hangs on the cue, outside source and content. */
final class OccasionFinder {
    private static final Set<String> PLACE = Set.of("in", "at", "near", "outside", "from");
    private static final Set<String> MEDIUM =
            Set.of("in", "on", "at", "during", "via", "through", "by", "over", "with", "after", "following");
    private static final Set<String> HEARER = Set.of("to", "with", "before");
    /** Who hears though no name or office says so; the entities of an article are parties only. */
    private static final Set<String> LISTENERS = Set.of(
            "reporter",
            "journalist",
            "lawmaker",
            "press",
            "medium",
            "audience",
            "crowd",
            "supporter",
            "viewer",
            "listener",
            "follower",
            "colleague",
            "public",
            "nation",
            "people",
            "worshipper",
            "delegate",
            "investor",
            "student");
    /** Relations on the way from a place or a day up to the cue. */
    private static final Set<String> WAY = Set.of(
            "obl", "nmod", "advmod", "nummod", "compound", "flat", "appos", "obj", "det", "amod", "fixed", "case");

    private final CueTable cues;
    private final Media media;
    private final Analysis analysis;
    private final Cast cast;
    private final NavigableMap<Integer, Toponym> toponyms = new TreeMap<>();
    private final NavigableMap<Integer, TimeExpression> times = new TreeMap<>();

    OccasionFinder(
            CueTable cues,
            Media media,
            Analysis analysis,
            Cast cast,
            List<Toponym> toponyms,
            List<TimeExpression> times) {
        this.cues = cues;
        this.media = media;
        this.analysis = analysis;
        this.cast = cast;
        toponyms.forEach(toponym -> this.toponyms.put(toponym.span().start(), toponym));
        times.forEach(time -> this.times.put(time.span().start(), time));
    }

    /** @param sentence where the cue's head stands; empty if there is no cue */
    Occasion find(Attribution attribution, Optional<Sentence> sentence) {
        if (sentence.isEmpty()
                || attribution.cueHead().isEmpty()
                || sentence.get().size() > Clause.LONGEST_SENTENCE) {
            return Occasion.UNKNOWN;
        }
        return new Around(attribution, sentence.get(), attribution.cueHead().get()).occasion();
    }

    /** The neighbourhood of one cue. */
    private final class Around {
        private final Attribution attribution;
        private final Sentence sentence;
        private final Token cue;

        Around(Attribution attribution, Sentence sentence, Token cue) {
            this.attribution = attribution;
            this.sentence = sentence;
            this.cue = cue;
        }

        Occasion occasion() {
            Optional<Token> means = means();
            return new Occasion(
                    addressee(means),
                    means.flatMap(noun -> media.at(sentence, noun))
                            .or(() -> media.at(sentence, cue))
                            .or(() -> attribution
                                    .sourceHead()
                                    .filter(head -> sentence.span().covers(head.span()))
                                    .flatMap(head -> media.at(sentence, head))),
                    place(),
                    hanging(times, TimeExpression::span, token -> true));
        }

        /** The noun that names a medium: under the cue after a preposition. */
        private Optional<Token> means() {
            return sentence.children(cue)
                    .filter(child -> child.is("obl") || child.is("nmod"))
                    .filter(child -> isAfter(child, MEDIUM) && isFree(child))
                    .filter(child -> media.at(sentence, child).isPresent())
                    .findFirst();
        }

        private Optional<Addressee> addressee(Optional<Token> means) {
            return heard().or(() -> under(cue, Set.of("to")))
                    .or(() -> means.flatMap(noun -> under(noun, HEARER)))
                    .map(head -> {
                        Span words = Clause.phrase(sentence, head);
                        return new Addressee(
                                words, cast.at(head).orElseGet(() -> Actor.unknown(words.in(analysis.text()))));
                    });
        }

        /** The object of "told", the subject of "was told", the object of "called on". */
        private Optional<Token> heard() {
            if (cues.verb(cue.lemma()).filter(row -> row.takes(Takes.HEARER)).isEmpty()) {
                return sentence.children(cue, "obl")
                        .filter(child -> child.index() > cue.index() && isFree(child) && isSomebody(child))
                        .filter(child -> sentence.child(child, "case")
                                .flatMap(preposition -> cues.verb(cue.lemma() + ' ' + preposition.lemma()))
                                .filter(row -> row.takes(Takes.PERSON_TO))
                                .isPresent())
                        .findFirst();
            }
            Clause clause = new Clause(sentence, cue);
            if (clause.isPassive()) {
                return sentence.child(cue, "nsubj").filter(this::isFree);
            }
            return Stream.of("iobj", "obj")
                    .flatMap(relation -> sentence.children(cue, relation))
                    .filter(child -> isFree(child) && isSomebody(child))
                    .findFirst();
        }

        /** Somebody after "to" or "with" under a verb of saying or a noun for a medium. */
        private Optional<Token> under(Token word, Set<String> prepositions) {
            boolean according = word.lemma().equals("accord") || word.form().equalsIgnoreCase("according");
            return sentence.children(word)
                    .filter(child -> !according && (child.is("obl") || child.is("nmod")))
                    .filter(child -> isAfter(child, prepositions) && isFree(child) && isSomebody(child))
                    .findFirst();
        }

        private boolean isAfter(Token noun, Set<String> prepositions) {
            return sentence.children(noun, "case").anyMatch(child -> prepositions.contains(child.lemma()));
        }

        /** Whether a word stands in neither source nor content. */
        private boolean isFree(Token token) {
            return Stream.concat(attribution.source().stream(), attribution.content().stream())
                    .noneMatch(token.span()::overlaps);
        }

        private boolean isSomebody(Token token) {
            return token.upos().equals("PRON")
                    ? !token.lemma().equals("it")
                            && !token.lemma().equals("that")
                            && !token.lemma().equals("this")
                    : cast.at(token).isPresent()
                            || isListener(token.lemma())
                            || cast.entities()
                                    .at(token)
                                    .filter(entity -> entity.type() != Entity.Type.OTHER)
                                    .isPresent();
        }

        /** A noun taken for a name keeps its plural: "Reporters". */
        private static boolean isListener(String lemma) {
            boolean plural = lemma.endsWith("s") && LISTENERS.contains(lemma.substring(0, lemma.length() - 1));
            return plural || LISTENERS.contains(lemma);
        }

        private Optional<Place> place() {
            return hanging(toponyms, Toponym::span, token -> isAfter(token, PLACE))
                    .map(Toponym::place);
        }

        /** The first of the sentence's places or days that hangs on the cue by phrases alone. */
        private <T> Optional<T> hanging(NavigableMap<Integer, T> all, Function<T, Span> span, Predicate<Token> fits) {
            Span here = sentence.span();
            return all.subMap(here.start(), true, here.end(), false).values().stream()
                    .filter(candidate -> sentence.tokensIn(span.apply(candidate)).stream()
                            .anyMatch(token -> isFree(token) && fits.test(token) && hangs(token)))
                    .findFirst();
        }

        private boolean hangs(Token token) {
            Token at = token;
            for (int steps = 0; steps < Clause.LONGEST_SENTENCE; steps++) {
                Token here = at;
                if (WAY.stream().noneMatch(here::is)) {
                    return false;
                }
                Optional<Token> head = sentence.head(at);
                if (head.isEmpty() || head.get().equals(cue)) {
                    return head.isPresent();
                }
                at = head.get();
            }
            return false;
        }
    }
}
