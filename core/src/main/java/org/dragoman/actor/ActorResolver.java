package org.dragoman.actor;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.actor.Actor.Basis;
import org.dragoman.actor.PhraseCoder.Code;
import org.dragoman.entity.Entities;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;

/**
 * Codes parties: country and sector from the text first, tables second. Immutable, safe to share between threads.
 *
 * <p>Everything an article calls a party counts: "Iraq's National Security Adviser Qasim al-Araji" in one sentence codes
 * "Araji" in the next. A name that no words explain is looked up among office holders at the story's date, a surname alone
 * among heads of state and government.
 */
public final class ActorResolver {
    /** What members of a government and its houses are called in its own statements, and less often those of others. */
    private static final Set<String> OFFICES = Set.of(
            "minister",
            "secretary",
            "chancellor",
            "ambassador",
            "envoy",
            "adviser",
            "advisor",
            "undersecretary",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "department",
            "ministry",
            "embassy");

    /** Where the text speaks of the one, "the coalition" is the other: usual names in the tables. */
    private static final String ISIL = "ISIL";

    private static final String COALITION = "international coalition";

    private final PhraseCoder phrases;
    private final UserTable user;
    private final ActorMemory memory;

    private ActorResolver(PhraseCoder phrases, UserTable user, ActorMemory memory) {
        this.phrases = phrases;
        this.user = user;
        this.memory = memory;
    }

    /** Loads the shipped tables. */
    public static ActorResolver open() {
        return new ActorResolver(
                new PhraseCoder(Countries.open(), Directory.open(), Roles.open()), UserTable.EMPTY, ActorMemory.NONE);
    }

    /** The same with a user's own parties, which win over all. */
    public ActorResolver with(UserTable table) {
        return new ActorResolver(phrases, table, memory);
    }

    /** The same with what earlier articles told, which is asked last. */
    public ActorResolver with(ActorMemory remembered) {
        return new ActorResolver(phrases, user, remembered);
    }

    /**
     * Codes the parties of one article.
     *
     * @param published the story's date, for office holders; empty if unknown
     */
    public Cast resolve(Analysis analysis, Entities entities, Optional<LocalDate> published) {
        Map<Entity, Actor> actors = new HashMap<>();
        Map<String, Code> known = new HashMap<>();
        Set<String> spokenOf = analysis.names().stream()
                .filter(name -> name.type() != Name.Type.PERSON)
                .flatMap(name -> phrases.supports(name.span().in(analysis.text())).stream())
                .collect(Collectors.toSet());
        if (spokenOf.contains(ISIL)) {
            spokenOf.add(COALITION);
        }
        for (Entity entity : entities.all()) {
            boolean person = entity.type() == Entity.Type.PERSON;
            String name = person ? entity.name() : "";
            Code code = code(
                    entity,
                    phrase -> known.computeIfAbsent(
                            phrase + '\n' + name, key -> phrases.code(phrase, published, spokenOf::contains, name)),
                    analysis.text());
            if (person && code.country().isEmpty()) {
                code = named(name, code, published, spokenOf);
            }
            Actor actor = known(entity, analysis.text(), published).orElse(actor(entity.name(), code));
            if (person && actor.country().isEmpty()) {
                actor = memory.recall(name, published)
                        .map(found -> as(Basis.MEMORY, found))
                        .orElse(actor);
            }
            boolean party = person || entity.type() == Entity.Type.ORGANISATION || entity.type() == Entity.Type.GROUP;
            if (party || actor.basis() != Basis.NONE) {
                actors.put(entity, actor);
            }
        }
        Optional<String> home =
                Issuer.country(analysis, token -> entities.at(token).map(actors::get));
        home.ifPresent(country ->
                actors.replaceAll((entity, actor) -> official(entity, actor) ? actor.withCountry(country) : actor));
        Optional<Actor> issuer = home.map(country -> entities.all().stream()
                .map(actors::get)
                .filter(actor -> actor != null
                        && actor.country().equals(country)
                        && !actor.sectors().isEmpty())
                .findFirst()
                .orElse(new Actor(country, country, List.of(), "", Basis.TEXT)));
        return new Cast(entities, actors, issuer);
    }

    /** The user's own party that one of the entity's names means. */
    private Optional<Actor> known(Entity entity, String text, Optional<LocalDate> published) {
        Optional<Actor> named = user.find(entity.name(), published);
        for (Mention mention : entity.mentions()) {
            if (named.isEmpty() && mention.kind() != Mention.Kind.PRONOUN) {
                named = user.find(mention.span().in(text), published);
            }
        }
        return named;
    }

    private static Actor as(Basis basis, Actor actor) {
        return new Actor(actor.name(), actor.country(), actor.sectors(), actor.role(), basis);
    }

    /** What the tables tell of a person whose country the words leave open. */
    private Code named(String name, Code code, Optional<LocalDate> published, Set<String> spokenOf) {
        Code leader = name.indexOf(' ') < 0 ? richer(code, phrases.leader(name, published)) : code;
        if (!leader.country().isEmpty() || !code.sector().equals("GOV")) {
            return leader;
        }
        return phrases.countryOf(name, code.sector(), spokenOf::contains)
                .map(country -> new Code(country, code.sector(), code.role(), Basis.TABLE, false))
                .orElse(code);
    }

    /** A member of a government by title, whose country is not told: "Minister Ellwood", "the Foreign Secretary". */
    private static boolean official(Entity entity, Actor actor) {
        String role = actor.role().toLowerCase(Locale.ROOT);
        boolean office = OFFICES.contains(role.substring(role.lastIndexOf(' ') + 1));
        boolean title = entity.type() == Entity.Type.PERSON
                || (role.endsWith(entity.mentions().get(0).head().lemma().toLowerCase(Locale.ROOT))
                        && entity.name().toLowerCase(Locale.ROOT).startsWith("the "));
        return actor.country().isEmpty() && actor.sector().equals("GOV") && office && title;
    }

    /**
     * Codes a phrase outside any article, such as "an American destroyer".
     *
     * @param date for office holders; empty if unknown
     */
    public Actor code(String phrase, Optional<LocalDate> date) {
        Optional<Actor> known = user.find(phrase, date);
        if (known.isPresent()) {
            return known.get();
        }
        Code code = phrases.code(phrase, date, support -> true, "");
        return actor(phrase, code.isBlank() ? phrases.leader(phrase, date) : code);
    }

    /** What all the article calls the entity tells together. */
    private static Code code(Entity entity, Function<String, Code> coder, String text) {
        Set<String> words = new LinkedHashSet<>();
        List<Mention> mentions = entity.mentions();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            boolean inner = i + 1 < mentions.size()
                    && mentions.get(i + 1).span().covers(mention.span()); // "the Workers'" of "the Workers' Party"
            if (mention.kind() != Mention.Kind.PRONOUN && !inner) {
                words.add(mention.span().in(text));
            }
        }
        words.addAll(entity.descriptions());
        if (entity.type() != Entity.Type.GROUP || words.isEmpty()) {
            words.add(entity.name()); // "Iraqis" says less than "the Iraqis", and "Iraqi forces" more
        }
        Code best = Code.NONE;
        for (String phrase : words) {
            best = richer(best, coder.apply(phrase));
        }
        return best;
    }

    /** What two phrases for the same party tell together; the earlier one comes first, text before table. */
    private static Code richer(Code first, Code second) {
        if (first.isBlank()) {
            return second;
        }
        if (second.isBlank() || second.bare()) {
            return first;
        }
        boolean replace = first.bare()
                || (first.basis() == Basis.TABLE
                        && second.basis() == Basis.TEXT
                        && !second.country().isEmpty());
        Code base = replace ? second : first;
        Code other = replace ? first : second;
        return new Code(
                base.country().isEmpty() ? other.country() : base.country(),
                base.sector().isEmpty() ? other.sector() : base.sector(),
                base.role().isEmpty() ? other.role() : base.role(),
                base.basis(),
                false);
    }

    private static Actor actor(String name, Code code) {
        return new Actor(
                name,
                code.country(),
                code.sector().isEmpty() ? List.of() : List.of(code.sector()),
                code.role(),
                code.basis());
    }
}
