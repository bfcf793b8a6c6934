package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * A verb's clause, read off the dependency tree: who its subject is, also where the grammar leaves it to the clause around
 * it, and which words make up its verb group.
 */
record Clause(Sentence sentence, Token verb) {
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "no", "nor", "neither");
    /** Passives whose subject speaks: "was quoted as saying". */
    static final Set<String> QUOTED = Set.of("quote", "cite", "hear");
    /** Steps up the tree in search of a subject; real sentences need two or three. */
    private static final int HIGHEST_CLIMB = 6;
    /** Words of a sentence; more are a list or a table, no prose. */
    static final int LONGEST_SENTENCE = 300;

    /**
     * Who does what the verb says: its subject, its agent if it is passive, or the subject it shares with the clause that
     * it is joined or subordinated to ("noting", "and said", "wants to say").
     */
    Optional<Token> subject() {
        if (patient().isPresent()) {
            return ownSubject(verb).filter(token -> !token.equals(patient().get()));
        }
        Token at = verb;
        for (int climbed = 0; climbed < HIGHEST_CLIMB; climbed++) {
            Optional<Token> own = ownSubject(at);
            if (own.isPresent()) {
                return own;
            }
            if (isPassive(at)) {
                // "was told, saying ...": a passive clause lends its subject, but has none of its own
                return climbed == 0 ? own : sentence.child(at, "nsubj");
            }
            Optional<Token> head = sentence.head(at);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            if (at.is("acl") && !at.dependency().relation().equals("acl:relcl")) {
                return at.xpos().equals("VBG")
                        ? head
                        : sentence.children(head.get(), "nmod:poss").findFirst();
            }
            if (at.is("xcomp")) {
                Optional<Token> object = sentence.child(head.get(), "obj");
                if (object.isPresent()) {
                    return object;
                }
            } else if (!at.is("conj") && !at.is("advcl") && !at.is("ccomp") && !at.is("parataxis")) {
                return Optional.empty();
            }
            at = head.get();
        }
        return Optional.empty();
    }

    private Optional<Token> ownSubject(Token of) {
        if (isPassive(of) && !QUOTED.contains(of.lemma())) {
            return sentence.children(of)
                    .filter(child -> child.dependency().relation().equals("obl:agent"))
                    .findFirst();
        }
        return sentence.children(of, "nsubj")
                .filter(child -> !child.dependency().relation().equals("nsubj:outer"))
                .findFirst();
    }

    /** Who suffers what the verb says: a passive's subject, or whom a bare participle ("asked about it, ...") is about. */
    Optional<Token> patient() {
        if (QUOTED.contains(verb.lemma())) {
            return Optional.empty();
        }
        if (isPassive(verb)) {
            return sentence.child(verb, "nsubj");
        }
        boolean bare = (verb.xpos().equals("VBN") || verb.xpos().equals("VBD"))
                && verb.is("advcl")
                && sentence.children(verb).noneMatch(child -> child.is("aux") || child.is("nsubj") || child.is("mark"));
        return bare ? sentence.head(verb).flatMap(head -> sentence.child(head, "nsubj")) : Optional.empty();
    }

    /** Whether the subject suffers what the verb says. */
    boolean isPassive() {
        return isPassive(verb);
    }

    private boolean isPassive(Token of) {
        return sentence.children(of)
                .anyMatch(child -> child.is("aux:pass")
                        || child.dependency().relation().equals("nsubj:pass")
                        || child.dependency().relation().equals("obl:agent"));
    }

    /** Whether the verb is denied. */
    boolean isNegated() {
        return sentence.children(verb)
                .anyMatch(child ->
                        (child.is("advmod") || child.is("det") || child.is("cc")) && NEGATIONS.contains(child.lemma()));
    }

    /** The verb with the auxiliaries, negations and adverbs right before it, and its particle. */
    Span verbGroup() {
        int first = verb.index();
        while (first > 0 && belongs(sentence.token(first - 1))) {
            first--;
        }
        while (first < verb.index() && sentence.token(first).is("cc")) {
            first++;
        }
        int last = verb.index();
        if (last + 1 < sentence.size() && sentence.token(last + 1).is("compound:prt")) {
            last++;
        }
        return sentence.token(first).span().union(sentence.token(last).span());
    }

    private boolean belongs(Token before) {
        boolean adverb = before.is("advmod") && !before.xpos().startsWith("W");
        return before.head() == verb.index() && (before.is("aux") || before.is("cop") || adverb);
    }

    /** What a relative pronoun stands for ("Turkey, which has said ..."); any other word itself. */
    static Token antecedent(Sentence sentence, Token token) {
        if (!token.xpos().startsWith("W")) {
            return token;
        }
        Token at = token;
        for (int climbed = 0; climbed < HIGHEST_CLIMB; climbed++) {
            Optional<Token> head = sentence.head(at);
            if (head.isEmpty()) {
                return token;
            }
            if (at.dependency().relation().equals("acl:relcl")) {
                return head.get();
            }
            at = head.get();
        }
        return token;
    }

    /** A noun phrase from its first to its last word, without its preposition; its head alone in an endless sentence. */
    static Span phrase(Sentence sentence, Token head) {
        Span whole = head.span();
        if (sentence.size() > LONGEST_SENTENCE) {
            return whole;
        }
        for (Span piece : pieces(sentence, head, sentence.children(head, "case").collect(Collectors.toSet()))) {
            whole = whole.union(piece);
        }
        return whole;
    }

    /**
     * The words at and under {@code top} as runs of neighbouring tokens, without those at and under {@code without} and
     * without punctuation at the edges of a run.
     */
    static List<Span> pieces(Sentence sentence, Token top, Set<Token> without) {
        List<Span> pieces = new ArrayList<>();
        boolean[] barred = new boolean[sentence.size()];
        without.forEach(token -> barred[token.index()] = true);
        int first = -1;
        int last = -1;
        for (Token token : sentence.tokens()) {
            boolean inside = isUnder(sentence, token.index(), top.index(), barred);
            boolean mark = token.is("punct");
            if (inside && !mark) {
                first = first < 0 ? token.index() : first;
                last = token.index();
            } else if (!inside && !mark && first >= 0) {
                pieces.add(
                        sentence.token(first).span().union(sentence.token(last).span()));
                first = -1;
            }
        }
        if (first >= 0) {
            pieces.add(sentence.token(first).span().union(sentence.token(last).span()));
        }
        return pieces;
    }

    /** Whether a word is at or under another, with none on the way that is barred. */
    private static boolean isUnder(Sentence sentence, int word, int top, boolean[] barred) {
        for (int at = word; at >= 0 && !barred[at]; at = sentence.token(at).head()) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }
}
