package org.dragoman.quote;

import java.util.List;
import java.util.Optional;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.CueTable.Cue;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Whether the tags are sure enough of an attribution. Forms that turn out wrong as often as right ask for more: nobody said to say
 * it, a source other than the grammar's subject, a content of a word or two or without a clause of its own.
 */
final class Certainty {
    private static final double LEAST = 0.3;
    private static final double LEAST_WITHOUT_CLAUSE = 0.5;
    private static final double LEAST_OF_DECREE = 0.6;
    private static final double LEAST_IF_SHORT = 0.7;
    private static final double LEAST_IF_SOURCE_IS_DOUBTFUL = 0.75;
    private static final double LEAST_OF_EXCHANGE = 0.9;
    private static final int SHORT = 2;

    private final CueTable cues;
    private final Analysis analysis;
    private final Quotations quotations;

    Certainty(CueTable cues, Analysis analysis, Quotations quotations) {
        this.cues = cues;
        this.analysis = analysis;
        this.quotations = quotations;
    }

    /** Whether to keep it; what grammar found is sure enough. */
    boolean suffices(Attribution attribution) {
        return !attribution.rule().equals(TaggedStatements.RULE) || attribution.confidence() >= least(attribution);
    }

    private double least(Attribution attribution) {
        if (attribution.sourceHead().isEmpty()) {
            return LEAST_IF_SOURCE_IS_DOUBTFUL;
        }
        Optional<Cue> row = row(attribution);
        double least = row.filter(cue -> cue.kind() == Kind.DECREE).isPresent() ? LEAST_OF_DECREE : LEAST;
        if (isQuoted(attribution.content())) {
            return least;
        }
        if (isDoubtful(attribution)) {
            return LEAST_IF_SOURCE_IS_DOUBTFUL;
        }
        if (row.filter(cue -> cue.takes(Takes.EXCHANGE)).isPresent()) {
            return LEAST_OF_EXCHANGE;
        }
        List<Token> words = words(attribution.content());
        if (words.stream().filter(word -> !word.is("punct")).count() <= SHORT) {
            return Math.max(least, LEAST_IF_SHORT);
        }
        return words.stream().anyMatch(word -> word.is("nsubj")) ? least : Math.max(least, LEAST_WITHOUT_CLAUSE);
    }

    private Optional<Cue> row(Attribution attribution) {
        return attribution
                .cueHead()
                .flatMap(head -> head.upos().equals("NOUN") ? cues.noun(head.lemma()) : cues.verb(head.lemma()));
    }

    private boolean isQuoted(List<Span> content) {
        return content.stream().anyMatch(piece -> !quotations.in(piece).isEmpty());
    }

    /** Whether grammar knows another subject of the cue than the source. */
    private boolean isDoubtful(Attribution attribution) {
        Optional<Token> cue = attribution.cueHead();
        Optional<Sentence> sentence =
                cue.flatMap(head -> analysis.sentenceAt(head.span().start()));
        return sentence.flatMap(here -> new Clause(here, cue.orElseThrow()).subject())
                .filter(subject -> attribution.source().stream().noneMatch(source -> source.covers(subject.span())))
                .isPresent();
    }

    /** The content's words, of each piece those in its first sentence. */
    private List<Token> words(List<Span> content) {
        return content.stream()
                .flatMap(piece -> analysis.sentenceAt(piece.start()).stream()
                        .flatMap(sentence -> sentence.tokensIn(piece).stream()))
                .toList();
    }
}
