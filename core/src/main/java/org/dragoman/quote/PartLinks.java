package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.AttributionPart.Role;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** Which tagged parts belong together, by their distance in the text and in the tree. Parts go by their number. */
final class PartLinks {
    static final int NONE = -1;

    private static final double FARTHEST = 30;
    private static final int CLOSE_WORDS = 2;
    private static final int MOST_PARTS = 20;

    private final List<TaggedPart> parts;
    private final Words words;
    private final Analysis analysis;
    private final Quotations quotations;

    PartLinks(List<TaggedPart> parts, Words words, Analysis analysis, Quotations quotations) {
        this.parts = parts;
        this.words = words;
        this.analysis = analysis;
        this.quotations = quotations;
    }

    /** The best linked content of a cue, and those others that are pieces of the same. */
    List<TaggedPart> pieces(int cue, List<Integer> contents) {
        int best = contents.get(0);
        for (int content : contents) {
            best = contentCost(content, cue) < contentCost(best, cue) ? content : best;
        }
        List<TaggedPart> pieces = new ArrayList<>();
        for (int content : contents) {
            if (content == best || samePiece(Math.min(content, best), Math.max(content, best))) {
                pieces.add(parts.get(content));
            }
        }
        return pieces;
    }

    private boolean samePiece(int first, int second) {
        int words = 0;
        for (int i = first; i < second; i++) {
            words += parts.get(i + 1).from() - parts.get(i).to();
        }
        return words <= CLOSE_WORDS || (isQuoted(parts.get(first)) && isQuoted(parts.get(second)));
    }

    private boolean isQuoted(TaggedPart part) {
        return !quotations.in(part.span()).isEmpty();
    }

    /** The nearest cue of a content, or {@link #NONE}. */
    int cue(int content) {
        int best = NONE;
        double least = FARTHEST;
        for (int step = -1; step <= 1; step += 2) {
            for (int i = content + step; i >= 0 && i < parts.size() && isNear(content, i); i += step) {
                double cost = parts.get(i).role() == Role.CUE ? contentCost(content, i) : FARTHEST;
                if (cost < least) {
                    least = cost;
                    best = i;
                }
            }
        }
        return best;
    }

    /**
     * The nearest source of a cue, or {@link #NONE}; what its contents say somebody does says nothing about who says them.
     *
     * @param subject who speaks as grammar has it
     * @param patient who suffers what the cue says
     */
    int source(int cue, List<Integer> contents, Optional<Token> subject, Optional<Token> patient) {
        TaggedPart said = parts.get(cue);
        int best = NONE;
        double least = FARTHEST;
        for (int step = -1; step <= 1; step += 2) {
            for (int i = cue + step; i >= 0 && i < parts.size() && isNear(cue, i); i += step) {
                TaggedPart source = parts.get(i);
                boolean suffers = patient.isPresent()
                        && source.span().covers(patient.get().span());
                if (source.role() == Role.SOURCE
                        && source.sentence() == said.sentence()
                        && !suffers
                        && !isAccordingTo(i, cue)
                        && !isTalkedOf(i, cue, contents)) {
                    double cost = gap(cue, i) + 5 * between(cue, i, Role.CUE) + 2 * between(cue, i, Role.SOURCE);
                    if (subject.isPresent()
                            && source.span().covers(subject.get().span())) {
                        cost -= 15;
                    }
                    if (cost < least) {
                        least = cost;
                        best = i;
                    }
                }
            }
        }
        return best;
    }

    /** Whether a source stands after an "according to" other than the cue. */
    private boolean isAccordingTo(int source, int cue) {
        int before = source - 1;
        return before >= 0 && before != cue && parts.get(before).isAccordingTo() && gap(before, source) == 0;
    }

    /** Whether a source stands beyond one of the cue's contents and hangs on it: "adding it was ready, as it had been". */
    private boolean isTalkedOf(int source, int cue, List<Integer> contents) {
        TaggedPart by = parts.get(source);
        Sentence sentence = words.sentence(by.sentence());
        return contents.stream()
                .filter(content -> cue < content && content < source)
                .map(parts::get)
                .anyMatch(said -> said.sentence() == by.sentence() && sentence.governs(said.head(), by.head()));
    }

    /** Whether two parts stand in the same sentence or in neighbouring ones, few parts between them. */
    private boolean isNear(int one, int other) {
        return Math.abs(one - other) <= MOST_PARTS && apart(one, other) <= 1;
    }

    private int apart(int one, int other) {
        TaggedPart first = parts.get(Math.min(one, other));
        TaggedPart second = parts.get(Math.max(one, other));
        return Math.max(0, second.sentence() - first.lastSentence());
    }

    /** Whether a paragraph's end stands between two parts, other than one after a colon ("He said:"). */
    private boolean parted(int one, int other) {
        int from = parts.get(Math.min(one, other)).span().end();
        int to = parts.get(Math.max(one, other)).span().start();
        char last = ' ';
        for (int at = from; at < to; at++) {
            char letter = analysis.text().charAt(at);
            if (letter == '\n' && last != ':') {
                return true;
            }
            last = Character.isWhitespace(letter) ? last : letter;
        }
        return false;
    }

    private double contentCost(int content, int cue) {
        double cost = gap(content, cue)
                + 5 * between(content, cue, Role.CUE)
                + 3 * between(content, cue, Role.CONTENT)
                + 6 * apart(content, cue);
        TaggedPart said = parts.get(content);
        TaggedPart by = parts.get(cue);
        if (apart(content, cue) > 0 && (parted(content, cue) || !reaches(content, cue))) {
            return FARTHEST;
        }
        if (said.sentence() == by.sentence()) {
            Sentence sentence = words.sentence(by.sentence());
            if (said.head().head() == by.head().index()) {
                cost -= 12;
            } else if (sentence.governs(by.head(), said.head()) || sentence.governs(said.head(), by.head())) {
                cost -= 6;
            }
        }
        return cost;
    }

    /** Whether a content in another sentence may be a cue's: in quotation marks, or after a colon. */
    private boolean reaches(int content, int cue) {
        int end = parts.get(cue).span().end();
        int start = parts.get(content).span().start();
        return isQuoted(parts.get(content))
                || (end < start && analysis.text().substring(end, start).indexOf(':') >= 0);
    }

    /** Words between two parts, none if they touch. */
    private int gap(int one, int other) {
        return parts.get(Math.max(one, other)).from()
                - parts.get(Math.min(one, other)).to();
    }

    private int between(int one, int other, Role role) {
        int count = 0;
        for (int i = Math.min(one, other) + 1; i < Math.max(one, other); i++) {
            count += parts.get(i).role() == role ? 1 : 0;
        }
        return count;
    }
}
