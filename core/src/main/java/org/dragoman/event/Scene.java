package org.dragoman.event;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.nlp.Analysis;
import org.dragoman.place.Toponym;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** In which country the sentences of an article play, by the places in them that nobody acts as: "in Aleppo". Immutable. */
final class Scene {
    private static final Set<String> OF = Set.of("of");
    private static final Set<String> PLACE =
            Set.of("in", "at", "near", "on", "outside", "inside", "across", "around", "throughout", "within", "over");

    private final Cast cast;
    private final Map<Integer, Toponym> toponyms = new HashMap<>();
    private final IdentityHashMap<Sentence, Optional<String>> own = new IdentityHashMap<>();
    private final IdentityHashMap<Sentence, Optional<String>> before = new IdentityHashMap<>();

    Scene(Analysis analysis, Cast cast, List<Toponym> toponyms) {
        this.cast = cast;
        for (Toponym toponym : toponyms) {
            for (int i = toponym.span().start(); i < toponym.span().end(); i++) {
                this.toponyms.put(i, toponym);
            }
        }
        Optional<String> last = Optional.empty();
        for (Sentence sentence : analysis.sentences()) {
            Set<String> countries = sentence.tokens().stream()
                    .filter(token -> place(sentence, token))
                    .flatMap(token -> country(token).stream())
                    .collect(Collectors.toSet());
            Optional<String> here = countries.size() == 1 ? countries.stream().findFirst() : Optional.empty();
            before.put(sentence, last);
            own.put(sentence, here);
            last = here.or(() -> before.get(sentence));
        }
    }

    /** Where a sentence plays by its own words; empty if it names no place, or places in several countries. */
    Optional<String> of(Sentence sentence) {
        return own.getOrDefault(sentence, Optional.empty());
    }

    /** Where the last sentence before it plays that tells. */
    Optional<String> before(Sentence sentence) {
        return before.getOrDefault(sentence, Optional.empty());
    }

    /** Whether the word names a place. */
    boolean named(Token word) {
        return cast.entities()
                .at(word)
                .filter(entity -> entity.type() == Entity.Type.LOCATION)
                .isPresent();
    }

    /** The country that a place name lies in, as alpha-3 code. */
    Optional<String> country(Token word) {
        if (!named(word)) {
            return Optional.empty();
        }
        Optional<String> coded = cast.at(word).map(Actor::country).filter(country -> !country.isEmpty());
        return coded.or(() -> Optional.ofNullable(toponyms.get(word.span().start()))
                .flatMap(toponym -> alpha3(toponym.place().country())));
    }

    /** Whether a word stands where it happens: "in Aleppo", "in the towns of Jabla and Tartus"; not "the king of Jordan". */
    private static boolean place(Sentence sentence, Token token) {
        Token top = token;
        while (top.head() != Dependency.ROOT
                && (top.is("conj") || top.is("appos") || top.is("flat") || hasCase(sentence, top, OF))) {
            top = sentence.token(top.head());
        }
        return hasCase(sentence, top, PLACE);
    }

    private static boolean hasCase(Sentence sentence, Token token, Set<String> prepositions) {
        return sentence.children(token)
                .anyMatch(child ->
                        child.is("case") && prepositions.contains(child.form().toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> alpha3(String alpha2) {
        try {
            return Optional.of(new Locale("", alpha2).getISO3Country()).filter(code -> !code.isEmpty());
        } catch (MissingResourceException unknown) {
            return Optional.empty(); // no ISO code, such as Kosovo's XK
        }
    }
}
