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
    private final Quotations quotations;
    private final CueContent contents;
    private final List<Attribution> found = new ArrayList<>();

    private ClauseStatements(CueTable cues, Analysis analysis, Quotations quotations) {
        this.cues = cues;
        this.quotations = quotations;
        contents = new CueContent(analysis, quotations);
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
            add(clause, clause.verbGroup(), contents.of(clause, plain.get()), plain.get());
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
                            : CueContent.infinitive(sentence, verb);
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
