package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.CueTable.Cue;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** What a verb takes as content, as its row of the cue table has it: a clause, a quotation beside it, an infinitive, an object. */
final class CueContent {
    /** Code units between a clause and a quotation that touches it. */
    private static final int WIDEST_GAP = 4;

    private final Analysis analysis;
    private final Quotations quotations;

    CueContent(Analysis analysis, Quotations quotations) {
        this.analysis = analysis;
        this.quotations = quotations;
    }

    /** The content's pieces; empty if there are none. */
    List<Span> of(Clause clause, Cue cue) {
        List<Span> words = words(clause, cue);
        return words.isEmpty() ? matter(clause, cue) : words;
    }

    /** The words said, as a clause or a quotation; empty if there are none. */
    private List<Span> words(Clause clause, Cue cue) {
        Optional<Token> complement = clause.sentence().child(clause.verb(), "ccomp");
        if (cue.takes(Takes.CLAUSE) && complement.isPresent()) {
            return Clause.pieces(clause.sentence(), complement.get(), Set.of());
        }
        return cue.takes(Takes.QUOTE) ? beside(clause) : List.of();
    }

    /** What it is about, as an infinitive or an object; empty if there is none. */
    private List<Span> matter(Clause clause, Cue cue) {
        Sentence sentence = clause.sentence();
        Token verb = clause.verb();
        if (cue.takes(Takes.TO)) {
            List<Span> content = infinitive(sentence, verb);
            if (!content.isEmpty()) {
                return content;
            }
        }
        Optional<Token> object = sentence.child(verb, "obj");
        if (cue.takes(Takes.PERSON_TO)
                && object.isPresent()
                && sentence.child(verb, "xcomp").isPresent()) {
            return infinitive(sentence, verb);
        }
        if (cue.takes(Takes.PERSON_OF) && object.isPresent()) {
            return joined(
                    Clause.pieces(sentence, object.get(), Set.of()),
                    sentence.children(verb)
                            .filter(child -> (child.is("advcl") || child.is("obl")) && child.index() > verb.index())
                            .findFirst()
                            .map(child -> Clause.pieces(sentence, child, Set.of()))
                            .orElse(List.of()));
        }
        if (cue.takes(Takes.OBJECT) && object.isPresent() && !clause.isPassive()) {
            return joined(
                    Clause.pieces(sentence, object.get(), Set.of()),
                    sentence.child(verb, "xcomp")
                            .map(child -> Clause.pieces(sentence, child, Set.of()))
                            .orElse(List.of()));
        }
        return List.of();
    }

    /** What somebody wants to do or somebody to do: the infinitive under a verb. */
    static List<Span> infinitive(Sentence sentence, Token verb) {
        return sentence.child(verb, "xcomp")
                .map(child -> Clause.pieces(sentence, child, Set.of()))
                .orElse(List.of());
    }

    /** The pieces of two neighbouring phrases, one piece where they touch. */
    private static List<Span> joined(List<Span> first, List<Span> second) {
        List<Span> pieces = new ArrayList<>(first);
        for (Span span : second) {
            Span before = pieces.isEmpty() ? span : pieces.get(pieces.size() - 1);
            if (!pieces.isEmpty() && before.end() <= span.start() && span.start() - before.end() <= 1) {
                pieces.set(pieces.size() - 1, before.union(span));
            } else if (pieces.isEmpty() || before.end() <= span.start()) {
                pieces.add(span);
            }
        }
        return pieces;
    }

    /** A quotation that touches the cue's clause, or the clause that the cue's is inserted in or appended to. */
    private List<Span> beside(Clause clause) {
        Sentence sentence = clause.sentence();
        Token verb = clause.verb();
        Optional<Token> around = sentence.head(verb)
                .filter(head -> verb.is("parataxis")
                        && (head.index() < verb.index() || hasBeforeAndAfter(sentence, head, verb)));
        if (around.isPresent() && sentence.child(verb, "nsubj").isPresent()) {
            return Clause.pieces(sentence, around.get(), Set.of(verb));
        }
        Span clauseSpan = narrow(clause);
        Optional<Quotation> after = quotations.endingAfter(clauseSpan.end());
        if (after.isPresent() && touches(clauseSpan.end(), after.get().span().start())) {
            return List.of(after.get().span());
        }
        Optional<Quotation> before = quotations.endingBy(clauseSpan.start());
        if (before.isPresent() && touches(before.get().span().end(), clauseSpan.start())) {
            return List.of(before.get().span());
        }
        Optional<Token> appended = sentence.child(verb, "parataxis").filter(child -> child.index() > verb.index());
        if (appended.isPresent()) {
            return Clause.pieces(sentence, appended.get(), Set.of());
        }
        return List.of();
    }

    private static boolean hasBeforeAndAfter(Sentence sentence, Token head, Token verb) {
        return sentence.children(head)
                .anyMatch(child -> child.index() < verb.index() && !child.equals(verb) && !child.is("punct"));
    }

    /** From subject to verb, with what stands between and the verb's other short complements after it. */
    private static Span narrow(Clause clause) {
        Sentence sentence = clause.sentence();
        Span span = clause.verbGroup();
        Optional<Token> subject = sentence.child(clause.verb(), "nsubj");
        if (subject.isPresent()) {
            span = span.union(sentence.subtree(subject.get()));
        }
        for (Token child : sentence.children(clause.verb()).toList()) {
            if (child.is("obl") || child.is("obj") || child.is("iobj") || child.is("advmod")) {
                span = span.union(sentence.subtree(child));
            }
        }
        return span;
    }

    /** Whether nothing but a few marks stands between two offsets of one paragraph. */
    private boolean touches(int from, int to) {
        if (to < from || to - from > WIDEST_GAP) {
            return false;
        }
        for (int at = from; at < to; at++) {
            char letter = analysis.text().charAt(at);
            if (Character.isLetterOrDigit(letter)
                    || (letter == '\n' && analysis.text().charAt(Math.max(0, at - 1)) != ':')) {
                return false;
            }
        }
        return true;
    }
}
