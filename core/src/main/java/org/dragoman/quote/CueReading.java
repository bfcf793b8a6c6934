package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.quote.CueTable.Cue;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.quote.Statement.Directness;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.Statement.Modality;
import org.dragoman.quote.Statement.Polarity;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** What the words of an attribution's cue and the verbs above it say about the content: kind, polarity and modality. */
final class CueReading {
    /** Verbs whose infinitive is yet to come: "is expected to announce". */
    private static final Set<String> AHEAD =
            Set.of("expect", "plan", "intend", "schedule", "due", "go", "prepare", "set", "poise", "ready");

    private static final Set<String> FUTURE = Set.of("will", "'ll", "’ll", "wo", "shall");
    /** Steps from an infinitive up to the verbs that govern it. */
    private static final int HIGHEST_CLIMB = 3;

    private final CueTable cues;
    private final Attribution attribution;
    private final Optional<Sentence> sentence;

    /** @param sentence where the cue's head stands; empty if there is no cue */
    CueReading(CueTable cues, Attribution attribution, Optional<Sentence> sentence) {
        this.cues = cues;
        this.attribution = attribution;
        this.sentence = sentence;
    }

    /**
     * By the cue's head, else by another of its words ("made clear"); words in quotation marks are uttered, whatever the cue.
     *
     * @param byThing whether the source is neither a party nor a medium: what results show is nobody's words
     */
    Kind kind(Directness directness, boolean byThing) {
        boolean mark = attribution.cueHead().filter(head -> head.is("punct")).isPresent();
        if (sentence.isEmpty() || mark || directness == Directness.DIRECT) {
            return row().map(Cue::kind).filter(kind -> kind == Kind.DECREE).orElse(Kind.SPEECH);
        }
        if (byThing && row().filter(cue -> cue.takes(Takes.SIGN)).isPresent()) {
            return Kind.BELIEF;
        }
        return row().map(Cue::kind).orElse(directness == Directness.INDIRECT ? Kind.ATTITUDE : Kind.SPEECH);
    }

    private Optional<Cue> row() {
        Optional<Cue> head = attribution.cueHead().flatMap(this::row);
        if (head.isPresent() || sentence.isEmpty()) {
            return head;
        }
        return words().stream().map(this::row).flatMap(Optional::stream).findFirst();
    }

    private List<Token> words() {
        return sentence.stream()
                .flatMap(inside -> attribution.cue().stream().flatMap(span -> inside.tokensIn(span).stream()))
                .toList();
    }

    /** The row of a word as the part of speech it is tagged as, else as another: headlines mislead ("Britain welcomes deal"). */
    private Optional<Cue> row(Token word) {
        Optional<Cue> verb = joint(word).or(() -> cues.verb(word.lemma()));
        return switch (word.upos()) {
            case "NOUN" -> cues.noun(word.lemma()).or(() -> verb);
            case "ADJ" -> cues.adjective(word.lemma()).or(() -> verb);
            default -> verb.or(() -> cues.adjective(word.lemma()));
        };
    }

    /** The row of a verb with the word after it: "call for", "point out". */
    private Optional<Cue> joint(Token verb) {
        return sentence.filter(inside -> verb.index() + 1 < inside.size())
                .flatMap(inside -> cues.verb(
                        verb.lemma() + ' ' + inside.token(verb.index() + 1).lemma()));
    }

    Polarity polarity(Kind kind) {
        Optional<Token> head = attribution.cueHead();
        boolean denies =
                head.flatMap(this::row).filter(cue -> cue.takes(Takes.DENIAL)).isPresent();
        if (attribution.negated()) {
            return denies || kind.isUttered() ? Polarity.UNSAID : Polarity.DENIED;
        }
        if (denies) {
            return Polarity.DENIED;
        }
        if (head.isPresent() && isWithheld(head.get())) {
            return isSaying(head.get()) ? Polarity.UNSAID : Polarity.DENIED;
        }
        return above().stream().anyMatch(verb -> isWithheld(verb) || isNegated(verb))
                ? Polarity.UNSAID
                : Polarity.AFFIRMED;
    }

    private boolean isWithheld(Token verb) {
        return row(verb).filter(cue -> cue.takes(Takes.WITHHELD)).isPresent();
    }

    /** Whether what is withheld is words ("declined to say whether ..."), not a deed ("refused to leave"). */
    private boolean isSaying(Token withheld) {
        return sentence.orElseThrow()
                .children(withheld, "xcomp")
                .anyMatch(verb -> row(verb).filter(Cue::isUttered).isPresent());
    }

    private boolean isNegated(Token verb) {
        return sentence.filter(inside -> new Clause(inside, verb).isNegated()).isPresent();
    }

    Modality modality() {
        if (attribution.cueHead().isEmpty() || sentence.isEmpty()) {
            return Modality.ACTUAL;
        }
        Modality own = auxiliary(attribution.cueHead().get());
        for (Token verb : above()) {
            if (own == Modality.ACTUAL) {
                own = AHEAD.contains(verb.lemma()) ? Modality.FUTURE : auxiliary(verb);
            }
        }
        return own;
    }

    private Modality auxiliary(Token verb) {
        for (Token child : sentence.orElseThrow().children(verb).toList()) {
            if (child.is("aux") && child.xpos().equals("MD") && !child.lemma().equals("must")) {
                return FUTURE.contains(child.lemma()) ? Modality.FUTURE : Modality.HYPOTHETICAL;
            }
            if (child.is("mark") && (child.lemma().equals("if") || child.lemma().equals("unless"))) {
                return Modality.HYPOTHETICAL;
            }
        }
        return Modality.ACTUAL;
    }

    /** The verbs and adjectives that the cue's infinitive completes, nearest first. */
    private List<Token> above() {
        List<Token> above = new ArrayList<>();
        Optional<Token> at = attribution.cueHead();
        while (at.isPresent() && at.get().is("xcomp") && above.size() < HIGHEST_CLIMB) {
            at = sentence.orElseThrow().head(at.get());
            at.ifPresent(above::add);
        }
        return above;
    }
}
