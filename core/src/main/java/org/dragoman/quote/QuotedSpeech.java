package org.dragoman.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.AnnouncedSpeech.Announcement;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Completes attributions by quotations: content that covers most of a quotation is all of it, a quotation that follows in
 * the same paragraph or reopens in the next is a further piece, and a paragraph that is nothing but a quotation belongs to
 * who spoke before. Short quoted phrases without a cue, titles and scare quotes, are left alone.
 */
final class QuotedSpeech {
    /** A quotation of fewer words is no speech on its own. */
    private static final int FEWEST_WORDS = 4;

    /** Paragraphs from one quotation to the next of the same speaker. */
    private static final int FARTHEST = 2;

    private static final int NONE = -1;
    private static final double CARRIED = 0.6;
    private static final double UNKNOWN_SPEAKER = 0.4;

    private final CueTable cues;
    private final Analysis analysis;
    private final Quotations quotations;
    private final List<Attribution> done = new ArrayList<>();
    private final BitSet taken = new BitSet();

    private QuotedSpeech(CueTable cues, Analysis analysis, Quotations quotations) {
        this.cues = cues;
        this.analysis = analysis;
        this.quotations = quotations;
    }

    /**
     * The attributions with their contents complete, and those carried over, in text order.
     *
     * @param linked in text order
     */
    static List<Attribution> complete(
            CueTable cues, Analysis analysis, Quotations quotations, List<Attribution> linked) {
        QuotedSpeech speech = new QuotedSpeech(cues, analysis, quotations);
        for (Attribution attribution : linked) {
            speech.add(attribution);
        }
        speech.addLeftOver();
        return speech.done;
    }

    private void add(Attribution attribution) {
        List<Span> pieces = new ArrayList<>();
        for (Span piece : attribution.content()) {
            Span whole = whole(piece, attribution.cue());
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).end() >= whole.start()) {
                pieces.set(last, pieces.get(last).union(whole));
            } else {
                pieces.add(whole);
            }
        }
        boolean nested = StatementFinder.touches(taken, attribution.cue())
                && StatementFinder.touches(taken, attribution.content());
        if (!nested) {
            for (Span piece : pieces) {
                if (!quotations.in(piece).isEmpty()) {
                    taken.set(piece.start(), piece.end());
                }
            }
            attribution.cue().forEach(span -> taken.set(span.start(), span.end()));
            done.add(attribution.withContent(pieces));
        }
    }

    /** A piece with all of each quotation that it covers most of, or that it begins and its cue stands outside of. */
    private Span whole(Span piece, List<Span> cue) {
        Span whole = piece;
        for (Quotation quotation : quotations.in(piece)) {
            Span quoted = quotation.span();
            int shared = Math.min(piece.end(), quoted.end()) - Math.max(piece.start(), quoted.start());
            boolean most = 2 * shared >= quoted.length();
            boolean begins = piece.start() <= quotation.inner().start() && 2 * shared >= piece.length();
            if ((most || begins) && cue.stream().noneMatch(quoted::overlaps)) {
                whole = whole.union(quoted);
            }
        }
        return whole;
    }

    private void addLeftOver() {
        int owner = -1;
        for (Quotation quotation : quotations.all()) {
            Span span = quotation.span();
            while (owner + 1 < done.size() && done.get(owner + 1).start() < span.start()) {
                owner++;
            }
            if (StatementFinder.touches(taken, List.of(span)) || words(span) < FEWEST_WORDS) {
                continue;
            }
            if (owner >= 0 && goesOn(done.get(owner), quotation)) {
                append(owner, span);
            } else if (isParagraph(span)) {
                int speech = speechBefore(owner, span);
                if (speech >= 0 && continues(done.get(speech), span)) {
                    append(speech, span);
                } else {
                    owner++;
                    done.add(
                            owner,
                            carried(
                                    speech < 0
                                            ? Optional.empty()
                                            : done.get(speech).sourceHead(),
                                    span));
                }
            }
        }
    }

    private void append(int attribution, Span piece) {
        Attribution before = done.get(attribution);
        List<Span> pieces = new ArrayList<>(before.content());
        pieces.add(piece);
        done.set(attribution, before.withContent(pieces));
    }

    /** Whether a quotation is a further piece of the attribution before it. */
    private boolean goesOn(Attribution before, Quotation quotation) {
        Span last = before.content().get(before.content().size() - 1);
        if (last.end() > quotation.span().start() || quotations.in(last).isEmpty()) {
            return false;
        }
        return quotation.goesOn()
                ? paragraphs(last.end(), quotation.span().start()) <= 1
                : paragraphs(end(before), quotation.span().start()) == 0;
    }

    private static int end(Attribution attribution) {
        int end = 0;
        for (List<Span> spans : List.of(attribution.content(), attribution.cue())) {
            for (Span span : spans) {
                end = Math.max(end, span.end());
            }
        }
        return end;
    }

    /**
     * The speech that a quotation without a cue goes on with, at most a paragraph of the reporter's between: what somebody thinks, or
     * is said to do, is no speech.
     *
     * @return its place, or {@link #NONE}
     */
    private int speechBefore(int owner, Span span) {
        for (int i = owner; i >= 0 && paragraphs(end(done.get(i)), span.start()) <= FARTHEST; i--) {
            Attribution before = done.get(i);
            if (speaks(before)) {
                return isNextParagraph(before, span) || isQuoted(before) ? i : NONE;
            }
        }
        return NONE;
    }

    /** Whether a paragraph's quotation is the rest of what is quoted in the paragraph before. */
    private boolean continues(Attribution before, Span span) {
        return isQuoted(before)
                && isNextParagraph(before, span)
                && announcement(span.start()).isEmpty();
    }

    private boolean isNextParagraph(Attribution before, Span span) {
        return paragraphs(end(before), span.start()) == 1;
    }

    /** Whether an attribution ends in quoted words. */
    private boolean isQuoted(Attribution attribution) {
        return !quotations
                .in(attribution.content().get(attribution.content().size() - 1))
                .isEmpty();
    }

    private boolean speaks(Attribution attribution) {
        return attribution
                .cueHead()
                .map(head -> cues.verb(head.lemma())
                        .filter(cue -> cue.isUttered() && cue.takes(Takes.QUOTE))
                        .isPresent())
                .orElse(true);
    }

    private Attribution carried(Optional<Token> before, Span span) {
        Optional<Sentence> announcement = announcement(span.start());
        Optional<Announcement> said = announcement.flatMap(sentence -> AnnouncedSpeech.announcing(cues, sentence));
        Optional<Token> announced = said.map(Announcement::speaker)
                .or(() -> announcement.flatMap(sentence -> new Clause(sentence, sentence.root()).subject()));
        Optional<Token> speaker = announced.or(() -> before);
        return new Attribution(
                speaker,
                said.map(Announcement::source).stream().toList(),
                said.map(found -> found.clause().verb()),
                said.map(found -> found.clause().verbGroup()).stream().toList(),
                List.of(span),
                false,
                speaker.isPresent() ? CARRIED : UNKNOWN_SPEAKER,
                announced.isPresent() ? "announced quotation" : "carried over");
    }

    /** The sentence before, if it ends in a colon: "He gave this statement:". */
    private Optional<Sentence> announcement(int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(analysis.text().charAt(end - 1))) {
            end--;
        }
        return end > 0 && analysis.text().charAt(end - 1) == ':' ? analysis.sentenceAt(end - 1) : Optional.empty();
    }

    /** Whether little stands in a quotation's paragraph but the quotation. */
    private boolean isParagraph(Span span) {
        String text = analysis.text();
        int start = text.lastIndexOf('\n', span.start()) + 1;
        int end = text.indexOf('\n', span.end());
        end = end < 0 ? text.length() : end;
        return words(new Span(start, Math.max(start, span.start())))
                        + words(new Span(span.end(), Math.max(end, span.end())))
                <= 1;
    }

    /** How many paragraphs further {@code to} stands than {@code from}, blank ones not counted. */
    private int paragraphs(int from, int to) {
        int count = 0;
        boolean blank = false;
        for (int at = from; at < to && count < 3; at++) {
            char letter = analysis.text().charAt(at);
            if (letter == '\n' && !blank) {
                count++;
                blank = true;
            } else if (!Character.isWhitespace(letter)) {
                blank = false;
            }
        }
        return count;
    }

    /** Number of words in a span, counted no further than {@link #FEWEST_WORDS}. */
    private int words(Span span) {
        int words = 0;
        boolean inWord = false;
        for (int at = span.start(); at < span.end() && words < FEWEST_WORDS; at++) {
            boolean letter = Character.isLetterOrDigit(analysis.text().charAt(at));
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return words;
    }
}
