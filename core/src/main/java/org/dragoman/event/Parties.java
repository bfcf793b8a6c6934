package org.dragoman.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.Statement;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** Who stands at a place in a sentence: the coded party of a noun phrase, or of what is named inside it. */
final class Parties {
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "us", "me", "our", "my");
    private static final Set<String> PARTITIVE = Set.of(
            "member",
            "group",
            "number",
            "dozen",
            "hundred",
            "thousand",
            "most",
            "some",
            "many",
            "part",
            "leader",
            "one",
            "two",
            "three",
            "several",
            "both",
            "all",
            "majority",
            "series",
            "head",
            "chief",
            "representative");
    /** Who is somebody's without being of them: "our partners", "Iraq's neighbours". */
    private static final Set<String> RELATIONAL = Set.of(
            "partner",
            "ally",
            "friend",
            "neighbour",
            "neighbor",
            "counterpart",
            "colleague",
            "enemy",
            "adversary",
            "opponent",
            "rival",
            "foe",
            "guest",
            "host");

    private static final Set<String> SAY = Set.of(
            "say",
            "tell",
            "state",
            "declare",
            "add",
            "announce",
            "argue",
            "believe",
            "insist",
            "stress",
            "note",
            "write",
            "emphasize",
            "emphasise",
            "warn",
            "maintain",
            "claim",
            "think",
            "read",
            "underline",
            "reiterate");
    private static final Set<String> ARMED = Set.of("MIL", "REB", "PRM", "COP", "UAF");
    private static final List<String> INSIDE = List.of("nmod:poss", "appos", "amod", "compound", "nmod");
    private static final int DEPTH = 3;

    private final SentenceGraph graph;
    private final Cast cast;
    private final List<Statement> statements;
    private final Predicate<String> acts;
    private final Optional<Actor> voice;

    /**
     * @param statements those with content in the sentence
     * @param acts lemmas of nouns for acts, which are parties only by the country named with them: "US airstrikes"
     * @param voice who speaks where no statement says so; empty if the article has no voice of its own
     */
    Parties(SentenceGraph graph, Cast cast, List<Statement> statements, Predicate<String> acts, Optional<Actor> voice) {
        this.acts = acts;
        this.graph = graph;
        this.cast = cast;
        this.statements = statements;
        this.voice = voice;
    }

    /**
     * Who speaks in an article that says "we" or "I" outside its statements, as a press statement does: who issues it, else
     * the speaker its statements name most often.
     */
    static Optional<Actor> voice(Analysis analysis, Cast cast, List<Statement> statements) {
        if (!firstPerson(analysis, statements)) {
            return Optional.empty();
        }
        if (cast.issuer().isPresent()) {
            return cast.issuer();
        }
        Map<Actor, Integer> counts = new LinkedHashMap<>();
        for (Statement statement : statements) {
            statement
                    .speaker()
                    .filter(speaker -> !blank(speaker))
                    .ifPresent(speaker -> counts.merge(speaker, 1, Integer::sum));
        }
        Optional<Actor> speaker = Optional.empty();
        for (Map.Entry<Actor, Integer> entry : counts.entrySet()) {
            if (speaker.isEmpty() || entry.getValue() > counts.getOrDefault(speaker.get(), 0)) {
                speaker = Optional.of(entry.getKey());
            }
        }
        return speaker;
    }

    private static boolean firstPerson(Analysis analysis, List<Statement> statements) {
        for (Sentence sentence : analysis.sentences()) {
            for (Token token : sentence.tokens()) {
                if (token.upos().equals("PRON")
                        && FIRST_PERSON.contains(token.lemma().toLowerCase(Locale.ROOT))
                        && innermost(statements, token.span())
                                .flatMap(Statement::speaker)
                                .isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the phrase names a coded party, itself or inside it. */
    boolean coded(int token) {
        return at(token).isPresent();
    }

    /** Whether the phrase itself, or one coordinated with it, is a coded party: "members of parliament", not "websites of parliament". */
    boolean named(int token) {
        for (int member : graph.members(token)) {
            if (own(member).isPresent() || (PARTITIVE.contains(graph.lemma(member)) && coded(member))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the phrase is a coded party under arms. */
    boolean armed(int token) {
        return own(token).filter(Parties::armed).isPresent();
    }

    static boolean armed(Participant party) {
        return ARMED.contains(party.actor().sector());
    }

    /** The coded party of a noun phrase; if it names none itself, the first named inside it. */
    Optional<Participant> at(int token) {
        return at(token, DEPTH);
    }

    private Optional<Participant> at(int token, int depth) {
        Optional<Participant> own = own(token);
        if (depth == 0 || (own.isPresent() && !own.get().actor().country().isEmpty())) {
            return own;
        }
        Optional<Participant> inner = inner(token, depth - 1);
        return own.isPresent() && inner.isPresent() ? Optional.of(of(own.get(), inner.get())) : own.or(() -> inner);
    }

    /** The first party named inside a noun phrase; a possessive pronoun tells the least. */
    private Optional<Participant> inner(int token, int depth) {
        Optional<Participant> last = Optional.empty();
        for (String relation : INSIDE) {
            for (int child : graph.children(token)) {
                boolean others = relation.equals("nmod:poss") && RELATIONAL.contains(graph.lemma(token));
                if (graph.is(child, relation) && inside(child, relation) && !others) {
                    Optional<Participant> found = at(child, depth);
                    if (found.isPresent() && !graph.token(child).upos().equals("PRON")) {
                        return found;
                    }
                    last = last.or(() -> found);
                }
            }
        }
        return last;
    }

    /** An office without a country is its holder's country's: "Jordan's king". */
    private static Participant of(Participant office, Participant country) {
        return new Participant(
                office.span(), office.actor().withCountry(country.actor().country()));
    }

    /**
     * The parties of coordinated phrases, in text order. Coordinated nationalities before one noun are parties each:
     * "French and Egyptian warships".
     */
    List<Participant> all(int head) {
        List<Participant> all = new ArrayList<>();
        for (int member : graph.members(head)) {
            Optional<Participant> whole = at(member);
            List<Participant> nations = whole.isPresent() ? nations(member, whole.get()) : List.of();
            all.addAll(nations.isEmpty() ? whole.stream().toList() : nations);
        }
        return all;
    }

    private List<Participant> nations(int noun, Participant whole) {
        for (int child : graph.children(noun)) {
            if (graph.is(child, "amod") || graph.is(child, "compound")) {
                List<Participant> nations = new ArrayList<>();
                for (int member : graph.members(child)) {
                    cast.at(graph.token(member))
                            .filter(actor -> !actor.country().isEmpty())
                            .ifPresent(actor -> nations.add(new Participant(
                                    graph.token(member).span(),
                                    new Actor(
                                            whole.actor().name(),
                                            actor.country(),
                                            whole.actor().sectors(),
                                            whole.actor().role(),
                                            actor.basis()))));
                }
                if (nations.size() > 1) {
                    return nations;
                }
            }
        }
        return List.of();
    }

    private boolean inside(int child, String relation) {
        return !relation.equals("nmod")
                || Set.of("of", "by", "from", "'s", "between").contains(graph.preposition(child));
    }

    private Optional<Participant> own(int token) {
        Optional<Actor> actor = cast.at(graph.token(token));
        boolean act = acts.test(graph.lemma(token));
        if (actor.isPresent()
                && !blank(actor.get())
                && !(act && actor.get().country().isEmpty())) {
            return Optional.of(new Participant(span(token), actor.get()));
        }
        if (FIRST_PERSON.contains(graph.lemma(token))) {
            Optional<Statement> statement = statement(token);
            return statement
                    .flatMap(Statement::speaker)
                    .or(() -> voice)
                    .filter(speaker -> !blank(speaker))
                    .map(speaker -> new Participant(graph.token(token).span(), speaker));
        }
        return Optional.empty();
    }

    /** Whose act a noun names by the words before it: "an Israeli strike", "U.S. efforts"; empty if by none. */
    Optional<Participant> doer(int noun) {
        int modifier = modifier(noun);
        if (modifier != SentenceGraph.NONE) {
            return at(modifier);
        }
        for (int child : graph.children(noun)) {
            boolean before = graph.is(child, "amod") || graph.is(child, "compound");
            if (before && Character.isUpperCase(graph.token(child).form().charAt(0))) {
                return cast.at(graph.token(noun))
                        .filter(actor -> !actor.country().isEmpty())
                        .map(actor -> new Participant(graph.token(child).span(), actor));
            }
        }
        return Optional.empty();
    }

    /** An adjective or noun before a noun that names a party: "an Israeli strike". */
    int modifier(int noun) {
        for (int child : graph.children(noun)) {
            if ((graph.is(child, "amod") || graph.is(child, "compound")) && coded(child)) {
                return child;
            }
        }
        return SentenceGraph.NONE;
    }

    /** A person or group that need not be coded: whoever can be the victim of violence. */
    Optional<Participant> anybody(int token) {
        Optional<Participant> coded = at(token);
        if (coded.isPresent()) {
            return coded;
        }
        return cast.entities()
                .at(graph.token(token))
                .filter(entity -> entity.type() == Entity.Type.PERSON
                        || entity.type() == Entity.Type.GROUP
                        || entity.type() == Entity.Type.ORGANISATION)
                .map(entity -> new Participant(span(token), Actor.unknown(entity.name())));
    }

    /**
     * Who says the words around {@code token}, by the innermost statement, else by the verb of saying above it; the span is
     * empty if that is said outside the sentence.
     */
    Optional<Participant> speaker(int token) {
        Optional<Participant> stated = statement(token).flatMap(statement -> statement
                .speaker()
                .filter(actor -> !blank(actor))
                .map(actor -> new Participant(source(statement, token), actor)));
        return stated.or(() -> {
            int saying = saying(token);
            if (saying != SentenceGraph.NONE) {
                int subject = graph.subject(saying);
                return subject == SentenceGraph.NONE ? Optional.empty() : at(subject);
            }
            return voice.map(actor -> new Participant(before(token), actor));
        });
    }

    /** No words: the party is known from outside the sentence. */
    private Span before(int token) {
        int start = graph.token(token).span().start();
        return new Span(start, start);
    }

    private Span source(Statement statement, int token) {
        Span here = graph.sentence().span();
        for (Span source : statement.source()) {
            if (here.covers(source)) {
                return source;
            }
        }
        return before(token);
    }

    /** The verb of saying whose content the token stands in. */
    private int saying(int token) {
        for (int i = token; graph.head(i) != SentenceGraph.NONE; i = graph.head(i)) {
            int head = graph.head(i);
            if (graph.is(i, "ccomp") && SAY.contains(graph.lemma(head))) {
                return head;
            }
            if (graph.is(i, "root") || graph.is(i, "acl")) {
                break;
            }
        }
        for (int i = token; i != SentenceGraph.NONE; i = graph.head(i)) {
            for (int child : graph.children(i)) {
                if (graph.is(child, "parataxis") && SAY.contains(graph.lemma(child))) {
                    return child;
                }
            }
        }
        return SentenceGraph.NONE;
    }

    /** Whether the words around {@code token} are somebody's statement. */
    boolean quoted(int token) {
        return voice.isPresent() || statement(token).isPresent() || saying(token) != SentenceGraph.NONE;
    }

    private Optional<Statement> statement(int token) {
        return innermost(statements, graph.token(token).span());
    }

    private static Optional<Statement> innermost(List<Statement> statements, Span span) {
        Statement innermost = null;
        int shortest = Integer.MAX_VALUE;
        for (Statement statement : statements) {
            for (Span piece : statement.content()) {
                if (piece.covers(span) && piece.length() < shortest) {
                    innermost = statement;
                    shortest = piece.length();
                }
            }
        }
        return Optional.ofNullable(innermost);
    }

    /** Whether the phrase names a place. */
    boolean located(int token) {
        return cast.entities()
                .at(graph.token(token))
                .filter(entity -> entity.type() == Entity.Type.LOCATION)
                .isPresent();
    }

    private Span span(int token) {
        Span here = graph.sentence().span();
        return cast.entities()
                .mentionAt(graph.token(token))
                .map(Mention::span)
                .filter(here::covers)
                .orElse(graph.token(token).span());
    }

    private static boolean blank(Actor actor) {
        return actor.country().isEmpty() && actor.sectors().isEmpty();
    }
}
