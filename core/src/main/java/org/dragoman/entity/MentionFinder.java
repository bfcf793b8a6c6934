package org.dragoman.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.dragoman.entity.Mention.Kind;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Finds the noun phrases of an analysis, one mention for each head: names, nouns and personal pronouns. Words inside
 * another noun phrase that don't head one of their own (compounds, later parts of a name) give none, unless they are a
 * name by themselves: "U.S. troops".
 */
final class MentionFinder {
    private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "PRON");
    private static final Set<String> PART_OF_HEAD =
            Set.of("compound", "flat", "fixed", "goeswith", "expl", "case", "mark");

    /** Relations whose words belong to the noun phrase itself rather than to a clause or a second phrase beside it. */
    private static final Set<String> INSIDE =
            Set.of("det", "amod", "nmod", "nummod", "compound", "flat", "fixed", "goeswith", "case", "advmod");

    private static final Set<String> NOT_REFERRING = Set.of(
            "there", "what", "whatever", "something", "nothing", "anything", "everything", "one", "each", "other");

    private MentionFinder() {}

    static List<Mention> find(Analysis analysis) {
        List<Mention> mentions = new ArrayList<>();
        NameCursor names = new NameCursor(analysis.names());
        for (Sentence sentence : analysis.sentences()) {
            for (Token token : sentence.tokens()) {
                boolean heads = headsPhrase(token) && !names.continuedBy(sentence, token);
                if (heads || (token.upos().equals("PROPN") && names.headAt(sentence, token))) {
                    Kind kind = token.upos().equals("PRON")
                            ? Kind.PRONOUN
                            : names.at(token) || token.upos().equals("PROPN") ? Kind.NAME : Kind.NOMINAL;
                    mentions.add(new Mention(sentence, token, phrase(sentence, token), kind));
                }
            }
        }
        return mentions;
    }

    private static boolean headsPhrase(Token token) {
        if (!NOMINAL.contains(token.upos()) && !adjectiveForPeople(token)) {
            return false;
        }
        return !PART_OF_HEAD.contains(plain(token)) && !NOT_REFERRING.contains(token.lemma());
    }

    /** "The British condemned ...": an adjective that acts. */
    private static boolean adjectiveForPeople(Token token) {
        return token.upos().equals("ADJ")
                && (token.is("nsubj") || token.is("obj"))
                && Character.isUpperCase(token.form().charAt(0));
    }

    /**
     * The noun phrase without case marker, apposition, conjunct and relative clause: the words around the head that hang
     * on it, without a gap, since a mistaken dependency can reach far.
     */
    private static Span phrase(Sentence sentence, Token head) {
        BitSet own = new BitSet(sentence.size());
        own.set(head.index());
        sentence.children(head)
                .filter(child -> INSIDE.contains(plain(child)) && !(child.is("case") && child.index() < head.index()))
                .forEach(child -> collect(sentence, child, head, own));
        int first = head.index();
        while (first > 0 && (own.get(first - 1) || joins(sentence, own, first - 1, -1))) {
            first--;
        }
        int last = head.index();
        while (last + 1 < sentence.size() && (own.get(last + 1) || joins(sentence, own, last + 1, 1))) {
            last++;
        }
        return sentence.token(first).span().union(sentence.token(last).span());
    }

    /** A hyphen or other sign between two words of the phrase. */
    private static boolean joins(Sentence sentence, BitSet own, int index, int step) {
        int next = index + step;
        return sentence.token(index).upos().equals("PUNCT") && next >= 0 && own.get(next);
    }

    /** Takes what hangs on {@code top}; of coordinations only those before the head: "Iraqi and Kurdish governments". */
    private static void collect(Sentence sentence, Token top, Token head, BitSet own) {
        Deque<Token> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Token next = open.pop();
            own.set(next.index());
            sentence.children(next)
                    .filter(child -> !child.is("appos")
                            && !child.is("acl")
                            && (!child.is("conj") || child.index() < head.index())
                            && !child.is("punct"))
                    .forEach(open::push);
        }
    }

    /** The relation without its subtype. */
    private static String plain(Token token) {
        String relation = token.dependency().relation();
        int colon = relation.indexOf(':');
        return colon < 0 ? relation : relation.substring(0, colon);
    }

    /** Walks along the names, which are in text order as the tokens are. */
    private static final class NameCursor {
        private final List<Name> names;
        private int next;

        NameCursor(List<Name> names) {
            this.names = names;
        }

        boolean at(Token token) {
            while (next < names.size()
                    && names.get(next).span().end() <= token.span().start()) {
                next++;
            }
            return next < names.size() && names.get(next).span().overlaps(token.span());
        }

        /** Whether the token is a later word of a name, misread as something beside the name's head: "Los Angeles". */
        boolean continuedBy(Sentence sentence, Token token) {
            if (!at(token) || !names.get(next).span().covers(token.span())) {
                return false;
            }
            Span name = names.get(next).span();
            boolean beside = token.is("appos") || token.is("conj") || token.is("list") || token.is("dep");
            boolean first = sentence.tokensIn(name).get(0).index() == token.index();
            return !first
                    && beside
                    && sentence.head(token)
                            .filter(head -> name.covers(head.span()))
                            .isPresent();
        }

        /** Whether the token heads a name that nothing else heads and that doesn't hold the word which the token hangs on. */
        boolean headAt(Sentence sentence, Token token) {
            if (!at(token) || !names.get(next).span().covers(token.span())) {
                return false;
            }
            Span name = names.get(next).span();
            return sentence.tokensIn(name).stream()
                    .filter(other -> headsPhrase(other)
                            || sentence.head(other)
                                    .filter(head -> !name.overlaps(head.span()))
                                    .isPresent())
                    .reduce((first, second) -> headsPhrase(first) ? first : second)
                    .filter(found -> found.index() == token.index())
                    .isPresent();
        }
    }
}
