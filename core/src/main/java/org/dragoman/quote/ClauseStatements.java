package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.CueTable.Cue;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** Statements by cue words and grammar alone: a cue of the table, its subject, and what it takes as content. */
final class ClauseStatements {
    /** "was quoted as saying": grammar is plainer here than tags. */
    static final String RELAYED = "quoted as saying";

    private static final double SURE = 0.8;
    private static final double LIKELY = 0.6;
    private static final double UNSURE = 0.5;

    private final CueTable cues;
    private final Analysis analysis;
    private final Quotations quotations;
    private final List<Attribution> found = new ArrayList<>();

    private ClauseStatements(CueTable cues, Analysis analysis, Quotations quotations) {
        this.cues = cues;
        this.analysis = analysis;
        this.quotations = quotations;
    }

    /** The attributions of an article, in the order of their cues. */
    static List<Attribution> find(CueTable cues, Analysis analysis, Quotations quotations) {
        ClauseStatements statements = new ClauseStatements(cues, analysis, quotations);
        for (Sentence sentence : analysis.sentences()) {
            if (sentence.size() > Clause.LONGEST_SENTENCE) {
                continue;
            }
            for (Token token : sentence.tokens()) {
                switch (token.upos()) {
                    case "VERB" -> statements.verb(new Clause(sentence, token));
                    case "NOUN" -> statements.noun(sentence, token);
                    default -> {}
                }
            }
        }
        return statements.found;
    }

    private void verb(Clause clause) {
        Sentence sentence = clause.sentence();
        Token verb = clause.verb();
        if (verb.lemma().equals("accord") || verb.form().equalsIgnoreCase("according")) {
            accordingTo(sentence, verb);
            return;
        }
        Optional<Cue> plain = cues.verb(verb.lemma());
        if (plain.isPresent() && relayed(clause, plain.get())) {
            return;
        }
        if (plain.isPresent()) {
            List<Span> words = words(clause, plain.get());
            List<Span> content = words.isEmpty() ? matter(clause, plain.get()) : words;
            add(clause, clause.verbGroup(), content, plain.get());
        }
        for (Token oblique : sentence.children(verb, "obl").toList()) {
            Optional<Token> preposition = sentence.child(oblique, "case");
            if (preposition.isPresent() && preposition.get().index() == verb.index() + 1) {
                Optional<Cue> joint =
                        cues.verb(verb.lemma() + ' ' + preposition.get().lemma());
                if (joint.isPresent()) {
                    Span words = clause.verbGroup().union(preposition.get().span());
                    List<Span> content = joint.get().takes(Takes.OBJECT)
                            ? Clause.pieces(sentence, oblique, Set.of(preposition.get()))
                            : infinitive(sentence, verb);
                    add(clause, words, content, joint.get());
                }
            }
        }
    }

    /** Adds "was quoted as saying ..." and tells whether it is that. */
    private boolean relayed(Clause clause, Cue cue) {
        Sentence sentence = clause.sentence();
        Token verb = clause.verb();
        Optional<Token> relaying = sentence.head(verb)
                .filter(head -> Clause.QUOTED.contains(head.lemma()) && head.index() < verb.index())
                .filter(head -> sentence.children(verb, "mark")
                        .anyMatch(mark -> mark.lemma().equals("as") && mark.index() > head.index()));
        Optional<Token> speaker = relaying.flatMap(head -> sentence.child(head, "nsubj"));
        Optional<Token> said = sentence.child(verb, "ccomp");
        if (speaker.isEmpty() || said.isEmpty() || !cue.takes(Takes.CLAUSE)) {
            return false;
        }
        Token head = relaying.orElseThrow();
        Span as = sentence.token(verb.index() - 1).span().union(verb.span());
        Span group = new Clause(sentence, head).verbGroup();
        boolean joined = head.index() + 2 == verb.index();
        found.add(new Attribution(
                speaker.map(token -> Clause.antecedent(sentence, token)),
                List.of(Clause.phrase(sentence, speaker.get())),
                Optional.of(verb),
                joined ? List.of(group.union(as)) : List.of(group, as),
                Clause.pieces(sentence, said.get(), Set.of()),
                false,
                SURE,
                RELAYED));
        return true;
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

    private static List<Span> infinitive(Sentence sentence, Token verb) {
        return sentence.child(verb, "xcomp")
                .map(child -> Clause.pieces(sentence, child, Set.of()))
                .orElse(List.of());
    }

    /** The pieces of two neighbouring phrases, one piece where they touch. */
    private List<Span> joined(List<Span> first, List<Span> second) {
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
        if (to < from || to - from > 4) {
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

    /** "According to X, content": the content is the clause that the phrase belongs to. */
    private void accordingTo(Sentence sentence, Token according) {
        Optional<Token> source = sentence.head(according).filter(head -> according.is("case"));
        if (source.isEmpty()) {
            source = sentence.children(according, "obl").findFirst();
        }
        Optional<Token> top = source.flatMap(sentence::head);
        if (top.isPresent() && top.get().equals(according)) {
            top = sentence.head(according);
        }
        if (source.isEmpty() || top.isEmpty()) {
            return;
        }
        List<Span> content = Clause.pieces(sentence, top.get(), Set.of(source.get(), according));
        Span cue = according.span();
        if (according.index() + 1 < sentence.size()) {
            Token to = sentence.token(according.index() + 1);
            cue = to.lemma().equals("to") ? cue.union(to.span()) : cue;
        }
        if (!content.isEmpty()) {
            found.add(new Attribution(
                    source,
                    List.of(Clause.phrase(sentence, source.get())),
                    Optional.of(according),
                    List.of(cue),
                    content,
                    false,
                    SURE,
                    "according to"));
        }
    }

    /** "the claim that ...", said by whom the noun belongs to. */
    private void noun(Sentence sentence, Token noun) {
        Optional<Cue> cue = cues.noun(noun.lemma());
        if (cue.isEmpty()) {
            return;
        }
        for (Token clause : sentence.children(noun).toList()) {
            boolean that = clause.is("acl") || clause.is("ccomp");
            if (that
                    && sentence.child(clause, "mark")
                            .filter(mark -> mark.lemma().equals("that"))
                            .isPresent()) {
                Optional<Token> owner = sentence.child(noun, "nmod:poss");
                found.add(new Attribution(
                        owner,
                        owner.map(sentence::subtree).stream().toList(),
                        Optional.of(noun),
                        List.of(noun.span()),
                        Clause.pieces(sentence, clause, Set.of()),
                        false,
                        UNSURE,
                        "noun with that-clause"));
            }
        }
    }

    private void add(Clause clause, Span cueWords, List<Span> content, Cue cue) {
        Optional<Token> subject = clause.subject()
                .filter(head -> quotations.together(head.span(), clause.verb().span()));
        if (content.isEmpty() || isQuoted(cueWords, content)) {
            return;
        }
        List<Span> source =
                subject.map(head -> source(clause.sentence(), head, content)).orElse(List.of());
        found.add(new Attribution(
                subject.map(head -> Clause.antecedent(clause.sentence(), head)),
                source,
                Optional.of(clause.verb()),
                List.of(cueWords),
                content,
                clause.isNegated(),
                isLikely(clause, cue) ? LIKELY : UNSURE,
                cue.kind().name().toLowerCase(Locale.ROOT) + " verb"));
    }

    /** Whether somebody named in the clause itself utters a clause: "Iran has denied that ...". */
    private static boolean isLikely(Clause clause, Cue cue) {
        return cue.isUttered()
                && !cue.takes(Takes.SIGN)
                && clause.sentence().child(clause.verb(), "ccomp").isPresent()
                && clause.sentence()
                        .children(clause.verb(), "nsubj")
                        .anyMatch(subject ->
                                subject.upos().equals("PROPN") || subject.upos().equals("NOUN"));
    }

    /** Whether cue and content stand in one quotation: then both are somebody's words. */
    private boolean isQuoted(Span cue, List<Span> content) {
        return quotations.in(cue).stream()
                .anyMatch(quotation -> content.stream().allMatch(quotation.span()::covers));
    }

    /** The source's noun phrase, cut short before the content if a wrong tree puts one into the other. */
    private static List<Span> source(Sentence sentence, Token head, List<Span> content) {
        Span words = Clause.phrase(sentence, head);
        return content.stream().anyMatch(words::overlaps) ? List.of(head.span()) : List.of(words);
    }
}
