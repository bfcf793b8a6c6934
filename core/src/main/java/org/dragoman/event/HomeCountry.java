package org.dragoman.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/**
 * The country that a text leaves unsaid because it is the story's own: in a report on Zimbabwe, "the opposition" is
 * Zimbabwe's. It is the only country its sentence names, else the one that most of the article's parties belong to.
 * Rebels get the one where it happens; nobody else who acts across borders gets one: international organisations, firms.
 */
final class HomeCountry {
    private static final Set<String> DOMESTIC = Set.of(
            "GOV", "MIL", "LEG", "JUD", "COP", "OPP", "PTY", "CVL", "LAB", "EDU", "JRN", "AGR", "ELI", "MED", "REL",
            "SOC", "CRM");
    /** Bodies that hardly ever work abroad, so that even those with a name are the theme's. */
    private static final Set<String> BODIES = Set.of("LEG", "JUD", "COP", "OPP", "PTY", "LAB", "EDU");

    private static final Set<String> STATE = Set.of("GOV", "MIL", "LEG", "SPY");
    private static final int ISO = 3;
    private static final Set<String> NO_COUNTRY = Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC");

    /** Units by number are no less anybody's than "the squadron". */
    private static final Pattern UNIT = Pattern.compile(".*\\d.*");

    private static final Pattern ENEMY = Pattern.compile("\\b[Ee]nem(?:y|ies)\\b");
    private static final Pattern NOT_OURS = Pattern.compile("\\b(?:[Ee]nem(?:y|ies)|[Ff]oreign)\\b");
    private static final String REBELS = "REB";

    private static final int FORCES_NAMED = 2;

    /** A theme is a country with three of four mentions, of so many. */
    private static final int NEARLY_ALL = 4;

    private static final int ENOUGH = 4;

    private final Cast cast;
    private final Scene scene;
    private final Optional<String> dominant;
    /** The country of an article that hardly speaks of another. */
    private final Optional<String> theme;

    private final Optional<String> army;
    /** Whether the article names an armed group that is no country's, as ISIL is. */
    private final boolean stateless;

    HomeCountry(Analysis analysis, Cast cast, Scene scene) {
        this.cast = cast;
        this.scene = scene;
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> forces = new HashMap<>();
        int all = 0;
        for (Sentence sentence : analysis.sentences()) {
            for (Token token : sentence.tokens()) {
                Optional<String> country = country(token);
                if (country.isPresent()) {
                    counts.merge(country.get(), 1, Integer::sum);
                    all++;
                    if (cast.at(token)
                            .filter(actor -> actor.sector().equals("MIL"))
                            .isPresent()) {
                        forces.merge(country.get(), 1, Integer::sum);
                    }
                }
            }
        }
        int half = all / 2;
        dominant = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst();
        int most = all - all / NEARLY_ALL;
        int named = all;
        theme = dominant.filter(country -> named >= ENOUGH && counts.getOrDefault(country, 0) >= most);
        army = forces.entrySet().stream()
                .filter(entry -> forces.size() == 1 && entry.getValue() >= FORCES_NAMED)
                .map(Map.Entry::getKey)
                .findFirst();
        stateless = cast.entities().all().stream()
                .filter(entity -> entity.type() == Entity.Type.ORGANISATION)
                .map(cast.actors()::get)
                .anyMatch(actor -> actor != null
                        && actor.sector().equals(REBELS)
                        && actor.country().isEmpty());
    }

    /** Whether the article names an armed group that is no country's, as ISIL is. */
    boolean stateless() {
        return stateless;
    }

    /** The party with the country that its sentence or article leaves unsaid, if there is one. */
    Participant complete(Participant party, Sentence sentence) {
        Actor actor = party.actor();
        if (stateless
                && actor.country().isEmpty()
                && ENEMY.matcher(actor.name()).find()) {
            return party.withActor(new Actor(actor.name(), "", List.of(REBELS), actor.role(), actor.basis()));
        }
        if (actor.sector().equals(REBELS)) {
            return rebels(party, sentence);
        }
        boolean open = actor.country().isEmpty()
                && DOMESTIC.contains(actor.sector())
                && actor.basis() != Actor.Basis.TABLE
                && (described(actor.name())
                        || (theme.isPresent() && BODIES.contains(actor.sector()))
                        || (actor.sector().equals("MIL")
                                && UNIT.matcher(actor.name()).matches()));
        // Ministers and armies act abroad: what most of the article is about need not be theirs.
        Optional<String> home = STATE.contains(actor.sector()) ? state(actor, sentence) : home(sentence);
        return open
                ? home.map(country -> new Participant(party.span(), actor.withCountry(country)))
                        .orElse(party)
                : party;
    }

    /** Rebels without a name are those of the country where it happens, unless the article is about a group of no country. */
    private Participant rebels(Participant party, Sentence sentence) {
        Actor actor = party.actor();
        boolean domestic = !stateless || actor.name().contains("opposition"); // there is none but at home
        boolean open = domestic && actor.country().isEmpty() && described(actor.name());
        Optional<String> home = open ? scene.of(sentence).or(() -> only(sentence)) : Optional.empty();
        return home.map(country -> party.withActor(actor.withCountry(country))).orElse(party);
    }

    /** "the Conservative government", not "Boris Johnson": who has a name has a country of his own, known or not. */
    private static boolean described(String name) {
        return !name.isEmpty() && Character.isLowerCase(name.charAt(name.lastIndexOf(' ') + 1));
    }

    private Optional<String> state(Actor actor, Sentence sentence) {
        boolean ours =
                actor.sector().equals("MIL") && !NOT_OURS.matcher(actor.name()).find();
        boolean theirs = actor.name().endsWith("regime"); // no government calls itself so
        return only(sentence)
                .or(() -> ours ? army : Optional.empty())
                .or(() -> theirs ? home(sentence) : Optional.empty())
                .or(() -> cast.issuer().isEmpty() && !actor.sector().equals("MIL") ? theme : Optional.empty());
    }

    /** Where people live is where it happens, or what the sentence speaks of, or what was spoken of before. */
    private Optional<String> home(Sentence sentence) {
        return scene.of(sentence)
                .or(() -> only(sentence))
                .or(() -> scene.before(sentence))
                .or(() -> dominant);
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
