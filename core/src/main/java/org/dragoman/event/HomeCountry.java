package org.dragoman.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/**
 * The country that a text leaves unsaid because it is the story's own: in a report on Zimbabwe, "the opposition" is
 * Zimbabwe's. It is the only country its sentence names, else the one that most of the article's parties belong to.
 * Nobody who acts across borders gets one: rebels, international organisations, firms.
 */
final class HomeCountry {
    private static final Set<String> DOMESTIC = Set.of(
            "GOV", "MIL", "LEG", "JUD", "COP", "OPP", "PTY", "CVL", "LAB", "EDU", "JRN", "AGR", "ELI", "MED", "REL",
            "SOC", "CRM");
    private static final Set<String> STATE = Set.of("GOV", "MIL", "LEG", "SPY");
    private static final int ISO = 3;
    private static final Set<String> NO_COUNTRY = Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC");

    private final Cast cast;
    private final Optional<String> dominant;

    HomeCountry(Analysis analysis, Cast cast) {
        this.cast = cast;
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        for (Sentence sentence : analysis.sentences()) {
            for (Token token : sentence.tokens()) {
                Optional<String> country = country(token);
                if (country.isPresent()) {
                    counts.merge(country.get(), 1, Integer::sum);
                    all++;
                }
            }
        }
        int half = all / 2;
        dominant = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The party with the country that its sentence or article leaves unsaid, if there is one. */
    Participant complete(Participant party, Sentence sentence) {
        Actor actor = party.actor();
        boolean open = actor.country().isEmpty()
                && DOMESTIC.contains(actor.sector())
                && actor.basis() != Actor.Basis.TABLE
                && described(actor.name());
        // Ministers and armies act abroad: what most of the article is about need not be theirs.
        Optional<String> home = STATE.contains(actor.sector()) ? only(sentence) : home(sentence);
        return open
                ? home.map(country -> new Participant(party.span(), actor.withCountry(country)))
                        .orElse(party)
                : party;
    }

    /** "the opposition", not "Boris Johnson": whoever has a name has a country of his own, known or not. */
    private static boolean described(String name) {
        int start = name.startsWith("The ") ? 4 : 0;
        return name.codePoints().skip(start).noneMatch(Character::isUpperCase);
    }

    private Optional<String> home(Sentence sentence) {
        return only(sentence).or(() -> dominant);
    }

    private Optional<String> only(Sentence sentence) {
        Set<String> countries = new HashSet<>();
        for (Token token : sentence.tokens()) {
            country(token).ifPresent(countries::add);
        }
        return countries.size() == 1 ? Optional.of(countries.iterator().next()) : Optional.empty();
    }

    private Optional<String> country(Token token) {
        return cast.at(token)
                .map(Actor::country)
                .filter(country -> country.length() == ISO && !NO_COUNTRY.contains(country));
    }
}
