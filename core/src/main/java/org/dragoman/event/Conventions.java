package org.dragoman.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.actor.Actor;
import org.dragoman.event.FrameMatcher.Match;
import org.dragoman.text.Span;

/**
 * Fills in the parties that a sentence leaves unsaid and coders imply all the same: the story's own country, the people struck
 * where an attack happened, the two who met for "they", the victims for whom condolences are meant, the visitor who acts
 * upon the host, the armed group that a town is taken back from. Made for one article, and told of its events in text order; not
 * shared between threads.
 */
final class Conventions {
    private static final Set<String> DEFINITE = Set.of("the", "this", "these", "that", "those");
    private static final Set<String> THIS = Set.of("this", "these", "those");
    private static final Set<String> PLACE =
            Set.of("in", "at", "near", "on", "outside", "inside", "across", "around", "of", "against");
    private static final Set<String> PHRASE = Set.of("nmod", "obl", "compound", "amod", "appos", "conj", "flat", "obj");
    private static final Set<String> BOTH = Set.of("they", "both", "two", "side", "leader", "minister", "pair");

    private final FrameTable frames;
    private final HomeCountry home;
    private final Scene scene;
    private Dyad attack = Dyad.NOBODY;
    private Dyad meeting = Dyad.NOBODY;
    /** The sentence that tells of the meeting. */
    private Span told = new Span(0, 0);

    Conventions(FrameTable frames, HomeCountry home, Scene scene) {
        this.frames = frames;
        this.home = home;
        this.scene = scene;
    }

    /** What later sentences may refer to. */
    void remember(Event event) {
        Dyad dyad = new Dyad(event.actor(), event.recipient());
        if (!event.factual()) {
            return;
        }
        switch (event.type().name()) {
            case "ASSAULT" -> attack = event.recipient().isPresent() ? dyad : attack;
            case "CONSULT" -> {
                if (dyad.complete() && !dyad.sameState()) {
                    meeting = dyad;
                    told = event.evidence().sentence();
                }
            }
            default -> {}
        }
    }

    /** The parties of a frame that fired, with those that are implied. */
    Dyad complete(Dyad named, Match match, SentenceGraph graph) {
        Dyad dyad = new Dyad(
                named.actor().map(party -> home.complete(party, graph.sentence())),
                named.recipient().map(party -> home.complete(party, graph.sentence())));
        Dyad implied =
                switch (match.frame().type().name()) {
                    case "ASSAULT" -> freed(forces(attacked(dyad, match, graph), graph), match, graph);
                    case "SUPPORT" -> mourned(named, dyad, match, graph);
                    case "CONSULT" -> met(dyad, match, graph);
                    case "AGREE" -> both(dyad, match, graph);
                    default -> dyad;
                };
        return implied.sameState() ? new Dyad(named.actor(), implied.recipient()) : implied;
    }

    /** A later mention is the same attack; where only the place of an attack is told, its people are struck. */
    private Dyad attacked(Dyad dyad, Match match, SentenceGraph graph) {
        int act = match.trigger();
        if (dyad.recipient()
                .filter(party -> !party.actor().sector().equals("GOV"))
                .isPresent()) {
            return dyad;
        }
        Optional<String> country = struckCountry(graph, act);
        if (country.isEmpty() && match.anchor() != act) {
            country = struckCountry(graph, match.anchor());
        }
        if (country.isEmpty() && dyad.recipient().isEmpty() && strikesPlace(graph, act)) {
            country = scene.of(graph.sentence()).or(() -> scene.before(graph.sentence()));
        }
        boolean own = dyad.actor()
                .filter(party -> !party.actor().sector().equals("GOV"))
                .map(party -> party.actor().country())
                .equals(country);
        if (dyad.recipient().isPresent()) {
            Participant named = dyad.recipient().get();
            int object = graph.object(match.anchor());
            boolean state = object != SentenceGraph.NONE
                    && named.span().covers(graph.token(object).span());
            boolean place = !state && country.equals(Optional.of(named.actor().country()));
            return place
                    ? new Dyad(
                            dyad.actor(),
                            Optional.of(named.withActor(
                                    people(graph, act, country.get()).actor())))
                    : dyad;
        }
        if (country.isPresent()) {
            return own ? dyad : new Dyad(dyad.actor(), Optional.of(people(graph, act, country.get())));
        }
        int position = graph.token(act).span().start();
        if (match.nominal() && pointed(graph, act, DEFINITE)) {
            Dyad earlier = pointed(graph, act, THIS) ? attack : new Dyad(Optional.empty(), attack.recipient());
            return dyad.or(earlier, position);
        }
        return dyad;
    }

    /** A state whose strike it is strikes by its army: "a U.S. airstrike". */
    private Dyad forces(Dyad dyad, SentenceGraph graph) {
        Optional<Participant> army = dyad.actor()
                .filter(party -> party.actor().role().isEmpty()
                        && Set.of("GOV", "").contains(party.actor().sector()))
                .filter(party -> !party.actor().country().isEmpty() && strikes(party.span(), graph))
                .map(party -> party.withActor(party.actor().withSector("MIL")));
        return army.isPresent() ? new Dyad(army, dyad.recipient()) : dyad;
    }

    /** Whether words name a strike, or stand before one as its modifier. */
    private boolean strikes(Span words, SentenceGraph graph) {
        for (int i = 0; i < graph.size(); i++) {
            int head = graph.head(i);
            if (words.covers(graph.token(i).span()) && head != SentenceGraph.NONE) {
                boolean modifier = graph.is(i, "compound") || graph.is(i, "amod") || graph.is(i, "nmod:poss");
                boolean inside = words.covers(graph.token(head).span());
                if (!inside && frames.lists("attack", graph.lemma(modifier ? head : i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Who takes places back ("liberated the town") takes them from the armed group that the article is about. */
    private Dyad freed(Dyad dyad, Match match, SentenceGraph graph) {
        boolean back = frames.lists("freeing", graph.lemma(match.trigger())) && home.stateless();
        boolean own = dyad.actor()
                .filter(party -> party.actor().sector().equals("REB")
                        && party.actor().country().isEmpty())
                .isPresent();
        boolean place = dyad.recipient()
                .filter(party -> !Set.of("GOV", "").contains(party.actor().sector()))
                .isEmpty();
        if (!back || own || !place) {
            return dyad;
        }
        int position = graph.token(match.trigger()).span().start();
        Actor group = new Actor("", "", List.of("REB"), "", Actor.Basis.TEXT);
        return new Dyad(
                dyad.actor(),
                dyad.recipient()
                        .map(party -> party.withActor(group))
                        .or(() -> Optional.of(new Participant(new Span(position, position), group))));
    }

    /** Who is struck where only the place is told. */
    private Participant people(SentenceGraph graph, int act, String country) {
        List<String> sectors = frames.lists("battle", graph.lemma(act)) ? List.of() : List.of("CVL");
        int position = graph.token(act).span().start();
        return new Participant(new Span(position, position), new Actor("", country, sectors, "", Actor.Basis.TEXT));
    }

    private static boolean pointed(SentenceGraph graph, int noun, Set<String> determiners) {
        for (int child : graph.children(noun)) {
            if (graph.is(child, "det") && determiners.contains(graph.lemma(child))) {
                return true;
            }
        }
        return false;
    }

    /** Condolences are for the people of those killed. */
    private Dyad mourned(Dyad named, Dyad dyad, Match match, SentenceGraph graph) {
        boolean known = named.recipient()
                .filter(party -> !party.actor().country().isEmpty())
                .isPresent();
        if (known || !mourns(match, graph)) {
            return dyad;
        }
        int position = graph.token(match.trigger()).span().start();
        Optional<String> country =
                attack.recipient().map(party -> party.actor().country()).filter(victims -> !victims.isEmpty());
        for (int i = 0; i < graph.size() && country.isEmpty(); i++) {
            country = placed(graph, i);
        }
        Participant people = named.recipient()
                .orElse(new Participant(
                        new Span(position, position), new Actor("", "", List.of("CVL"), "", Actor.Basis.TEXT)));
        return country.isEmpty()
                ? dyad
                : new Dyad(
                        dyad.actor(),
                        Optional.of(people.withActor(people.actor().withCountry(country.get()))));
    }

    private boolean mourns(Match match, SentenceGraph graph) {
        if (frames.lists("condolence", graph.lemma(match.trigger()))) {
            return true;
        }
        for (int child : graph.children(match.trigger())) {
            if (frames.lists("condolence", graph.lemma(child))) {
                return true;
            }
        }
        return false;
    }

    private Dyad met(Dyad dyad, Match match, SentenceGraph graph) {
        Dyad both = both(dyad, match, graph);
        boolean same = meeting.reverses(both) && !told.equals(graph.sentence().span());
        return same || hosted(both, match, graph) ? both.reversed() : both;
    }

    /** "They also discussed": the two of the meeting told before. */
    private Dyad both(Dyad dyad, Match match, SentenceGraph graph) {
        int subject = graph.subject(match.anchor());
        boolean they = subject != SentenceGraph.NONE && BOTH.contains(graph.lemma(subject)) && meeting.complete();
        boolean plain = they
                && (graph.lemma(subject).equals("they")
                        || pointed(graph, subject, DEFINITE)
                        || graph.lemma(subject).equals("both"));
        return plain ? meeting.or(dyad, graph.token(subject).span().start()) : dyad;
    }

    /** Whether two meet at the actor's home: then the other is the visitor, who acts. */
    private boolean hosted(Dyad dyad, Match match, SentenceGraph graph) {
        if (!dyad.complete() || match.frame().mode().equals("visit")) {
            return false;
        }
        String host = dyad.actor().get().actor().country();
        if (host.isEmpty() || host.equals(dyad.recipient().get().actor().country())) {
            return false;
        }
        for (int i = 0; i < graph.size(); i++) {
            boolean place = Set.of("in", "at").contains(graph.preposition(i)) && graph.noun(i);
            if (place
                    && inPhrase(graph, i, match.anchor(), false)
                    && placed(graph, i).filter(host::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The country of a place right under the act: "the attack at a market in Baghdad". */
    private Optional<String> struckCountry(SentenceGraph graph, int act) {
        for (int i = 0; i < graph.size(); i++) {
            if (graph.noun(i) && inPhrase(graph, i, act, true)) {
                Optional<String> country = placed(graph, i);
                if (country.isPresent()) {
                    return country;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it happened at a place by name, though no table tells where that is. */
    private boolean strikesPlace(SentenceGraph graph, int act) {
        for (int i = 0; i < graph.size(); i++) {
            if (graph.noun(i) && inPhrase(graph, i, act, true) && scene.named(graph.token(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a word stands in a phrase of the act, not in a clause inside it.
     *
     * @param place whether only objects and phrases of place count
     */
    private static boolean inPhrase(SentenceGraph graph, int token, int act, boolean place) {
        for (int i = token; graph.head(i) != SentenceGraph.NONE; i = graph.head(i)) {
            int phrase = i;
            if (PHRASE.stream().noneMatch(relation -> graph.is(phrase, relation))) {
                return false;
            }
            boolean inner =
                    graph.is(i, "flat") || graph.is(i, "compound") || graph.is(i, "conj") || graph.is(i, "appos");
            if (place && !inner && !graph.is(i, "obj") && !PLACE.contains(graph.preposition(i))) {
                return false;
            }
            if (graph.head(i) == act) {
                return !(place && inner);
            }
        }
        return false;
    }

    /** The country that a place name lies in, as alpha-3 code. */
    private Optional<String> placed(SentenceGraph graph, int token) {
        return scene.country(graph.token(token));
    }
}
