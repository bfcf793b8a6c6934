package org.dragoman.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/**
 * Whose text it is that says "we" outside of quotation marks, as a press statement does: the country or body that in it
 * welcomes, condemns, urges, remains committed, or whose support and assistance it speaks of. Nobody, unless one stands out.
 */
final class Issuer {
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "us", "our", "my", "me");

    /** Verbs by which who issues a statement acts in it. */
    private static final Set<String> ACTS = Set.of(
            "welcome",
            "condemn",
            "urge",
            "call",
            "reiterate",
            "reaffirm",
            "express",
            "remain",
            "continue",
            "stand",
            "commit",
            "support",
            "thank",
            "mourn",
            "extend",
            "offer",
            "congratulate",
            "deplore",
            "applaud",
            "commend",
            "encourage",
            "recognize",
            "recognise",
            "regret",
            "denounce",
            "announce",
            "work",
            "provide",
            "look",
            "comply",
            "conduct",
            "intend",
            "comment",
            "believe",
            "share",
            "seek",
            "help",
            "lead",
            "respond");

    /** What issuers speak of as their own: "UK support for Iraq". */
    private static final Set<String> OWN = Set.of(
            "support",
            "assistance",
            "commitment",
            "contribution",
            "condolence",
            "policy",
            "resolve",
            "aid",
            "position",
            "effort");

    private static final Set<String> ISSUERS = Set.of("GOV", "MIL");

    /** Present and infinitive: what one does by issuing the statement, or will do. */
    private static final Set<String> NOW = Set.of("VBP", "VBZ", "VB");

    private static final int OPENING_SENTENCES = 3;
    private static final int LEAST = 2;

    private Issuer() {}

    /**
     * The country or body, as in {@link Actor#country}.
     *
     * @param coded the coded party of the noun phrase that a token heads
     */
    static Optional<String> country(Analysis analysis, Function<Token, Optional<Actor>> coded) {
        if (!speaksForItself(analysis)) {
            return Optional.empty();
        }
        Map<String, Integer> counts = new HashMap<>();
        List<Sentence> sentences = analysis.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            for (Token token : sentence.tokens()) {
                int weight = Math.max(
                        weight(sentence, token),
                        token.is("nsubj")
                                        && coded.apply(token)
                                                .filter(Issuer::ownOffice)
                                                .isPresent()
                                ? 2
                                : 0);
                if (weight > 0) {
                    int points = weight + (i < OPENING_SENTENCES ? 1 : 0);
                    coded.apply(token)
                            .filter(actor -> actor.sector().isEmpty() || ISSUERS.contains(actor.sector()))
                            .map(Actor::country)
                            .filter(country -> !country.isEmpty())
                            .ifPresent(country -> counts.merge(country, points, Integer::sum));
                }
            }
        }
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        List<String> first = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return most >= LEAST && first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    /** "Defence Secretary secures ...": only at home does an office go without its country. */
    private static boolean ownOffice(Actor actor) {
        String name = actor.name().toLowerCase(Locale.ROOT);
        return actor.basis() == Actor.Basis.TABLE
                && actor.sector().equals("GOV")
                && !actor.role().isEmpty()
                && (name.startsWith("the ") ? name.substring("the ".length()) : name)
                        .equals(actor.role().toLowerCase(Locale.ROOT));
    }

    /** How much it tells that a party stands here: as subject of an act now, or as owner of support. */
    private static int weight(Sentence sentence, Token token) {
        if (OWN.contains(token.lemma())) {
            return 1; // it is the owner's by its words, as in "UK support for Iraq"
        }
        Optional<Token> head = sentence.head(token);
        if (head.isEmpty()) {
            return 0;
        }
        Token verb = head.get();
        if (token.is("nsubj") || token.is("nsubj:pass")) {
            boolean commits = verb.form().equals("committed") && !verb.xpos().equals("VBD");
            boolean acts = ACTS.contains(verb.lemma())
                    || sentence.child(verb, "xcomp")
                            .filter(act -> ACTS.contains(act.lemma()))
                            .isPresent();
            boolean now = NOW.contains(verb.xpos()) || verb.form().equals(verb.lemma() + "s");
            return commits || (acts && now) ? 2 : acts ? 1 : 0;
        }
        return 0;
    }

    /** Whether the first person stands outside of quotation marks. */
    private static boolean speaksForItself(Analysis analysis) {
        String text = analysis.text();
        boolean quoted = false;
        int at = 0;
        for (Sentence sentence : analysis.sentences()) {
            for (Token token : sentence.tokens()) {
                for (; at < token.span().start(); at++) {
                    quoted = quotedAfter(text.charAt(at), quoted);
                }
                if (!quoted
                        && token.upos().equals("PRON")
                        && FIRST_PERSON.contains(token.form().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean quotedAfter(char letter, boolean quoted) {
        return switch (letter) {
            case '"' -> !quoted;
            case '“' -> true;
            case '”', '\n' -> false;
            default -> quoted;
        };
    }
}
