package org.dragoman.entity;

import java.util.ArrayList;
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
 * another noun phrase that don't head one of their own (compounds, later parts of a name) give none.
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
                if (headsPhrase(token)) {
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
        int colon = token.dependency().relation().indexOf(':');
        String relation = colon < 0
                ? token.dependency().relation()
                : token.dependency().relation().substring(0, colon);
        return !PART_OF_HEAD.contains(relation) && !NOT_REFERRING.contains(token.lemma());
    }

    /** "The British condemned ...": an adjective that acts. */
    private static boolean adjectiveForPeople(Token token) {
        return token.upos().equals("ADJ")
                && (token.is("nsubj") || token.is("obj"))
                && Character.isUpperCase(token.form().charAt(0));
    }

    /** The noun phrase without case marker, apposition, conjunct and relative clause. */
    private static Span phrase(Sentence sentence, Token head) {
        Span span = head.span();
        for (Token child : (Iterable<Token>) sentence.children(head)::iterator) {
            String relation = child.dependency().relation();
            boolean marker = relation.equals("case") && child.index() < head.index();
            int colon = relation.indexOf(':');
            if (!marker && INSIDE.contains(colon < 0 ? relation : relation.substring(0, colon))) {
                span = span.union(core(sentence, child));
            }
        }
        return span;
    }

    private static Span core(Sentence sentence, Token token) {
        // Trees are as deep as a sentence is long at most; a phrase's own nesting is far less, and bounded here.
        Span span = token.span();
        List<Token> open = new ArrayList<>(List.of(token));
        while (!open.isEmpty()) {
            Token next = open.remove(open.size() - 1);
            span = span.union(next.span());
            sentence.children(next)
                    .filter(child -> !child.is("appos") && !child.is("acl") && !child.is("conj") && !child.is("punct"))
                    .forEach(open::add);
        }
        return span;
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
    }
}
