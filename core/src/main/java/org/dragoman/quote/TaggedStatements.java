package org.dragoman.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.AttributionPart;
import org.dragoman.nlp.AttributionPart.Role;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Links the parts that the model tagged: to each content the cue, to each cue the source that are nearest in grammar and
 * in the text.
 */
final class TaggedStatements {
    private static final int NONE = -1;
    private static final double FARTHEST = 30;
    private static final int CLOSE_WORDS = 2;

    private final Analysis analysis;
    private final Quotations quotations;
    private final int[] starts;
    private final int[] sentenceOf;
    private final List<Part> parts = new ArrayList<>();

    /** A tagged part, its words counted from the article's first, and its highest word in the tree. */
    private record Part(Role role, Span span, double probability, int from, int to, int sentence, Token head) {
        Part with(Part next) {
            double sure = Math.max(probability, next.probability);
            return new Part(role, span.union(next.span), sure, from, next.to, sentence, head);
        }
    }

    private TaggedStatements(Analysis analysis, Quotations quotations) {
        this.analysis = analysis;
        this.quotations = quotations;
        int words = analysis.sentences().stream().mapToInt(Sentence::size).sum();
        starts = new int[words];
        sentenceOf = new int[words];
        int word = 0;
        for (int i = 0; i < analysis.sentences().size(); i++) {
            for (Token token : analysis.sentences().get(i).tokens()) {
                starts[word] = token.span().start();
                sentenceOf[word++] = i;
            }
        }
    }

    /** The attributions that can be linked, in the order of their cues. */
    static List<Attribution> find(Analysis analysis, Quotations quotations) {
        TaggedStatements tagged = new TaggedStatements(analysis, quotations);
        for (AttributionPart part : analysis.attributionParts()) {
            tagged.add(part);
        }
        return tagged.link();
    }

    private void add(AttributionPart tagged) {
        int from = wordAt(tagged.span().start());
        int to = wordAt(tagged.span().end());
        if (from >= to) {
            return;
        }
        Part part = new Part(
                tagged.role(), tagged.span(), tagged.probability(), from, to, sentenceOf[from], head(from, to));
        int last = parts.size() - 1;
        if (last >= 0 && joins(parts.get(last), part)) {
            parts.set(last, parts.get(last).with(part));
        } else {
            parts.add(part);
        }
    }

    /** The first word that starts at or after an offset. */
    private int wordAt(int offset) {
        int word = Arrays.binarySearch(starts, offset);
        return word < 0 ? -word - 1 : word;
    }

    /** Whether two contents are one: only marks between them, and both of one sentence or one quotation. */
    private boolean joins(Part one, Part next) {
        if (one.role() != Role.CONTENT || next.role() != Role.CONTENT) {
            return false;
        }
        for (int at = one.span().end(); at < next.span().start(); at++) {
            char letter = analysis.text().charAt(at);
            if (Character.isLetterOrDigit(letter) || letter == '\n') {
                return false;
            }
        }
        return sentenceOf[one.to() - 1] == next.sentence()
                || quotations.in(new Span(one.span().end() - 1, next.span().start() + 1)).stream()
                        .anyMatch(quotation ->
                                quotation.span().contains(one.span().end() - 1)
                                        && quotation.span().contains(next.span().start()));
    }

    private Token token(int word) {
        int sentence = sentenceOf[word];
        int first = word;
        while (first > 0 && sentenceOf[first - 1] == sentence) {
            first--;
        }
        return analysis.sentences().get(sentence).token(word - first);
    }

    /** The word of the first sentence in a run whose head lies outside the run. */
    private Token head(int from, int to) {
        Token first = token(from);
        Sentence sentence = analysis.sentences().get(sentenceOf[from]);
        int end = Math.min(sentence.size(), first.index() + to - from);
        for (int i = first.index(); i < end; i++) {
            Token token = sentence.token(i);
            boolean outside = token.head() < first.index() || token.head() >= end;
            if (outside && !token.is("punct")) {
                return token;
            }
        }
        return first;
    }

    private List<Attribution> link() {
        Map<Integer, List<Integer>> contents = new TreeMap<>();
        for (int content = 0; content < parts.size(); content++) {
            if (parts.get(content).role() == Role.CONTENT) {
                int cue = cue(content);
                if (cue >= 0) {
                    contents.computeIfAbsent(cue, none -> new ArrayList<>()).add(content);
                }
            }
        }
        List<Attribution> found = new ArrayList<>();
        int source = NONE;
        int cueBefore = NONE;
        for (Map.Entry<Integer, List<Integer>> entry : contents.entrySet()) {
            Part cue = parts.get(entry.getKey());
            boolean sameSentence = cueBefore != NONE && parts.get(cueBefore).sentence() == cue.sentence();
            int own = source(entry.getKey());
            // "he said ..., adding that ...": the participle's source is the one before
            source = own == NONE && sameSentence && sharesSource(cue.head()) ? source : own;
            cueBefore = entry.getKey();
            found.add(attribution(cue, source, pieces(entry.getKey(), entry.getValue())));
        }
        return found;
    }

    private Attribution attribution(Part cue, int source, List<Part> contents) {
        double probability = cue.probability();
        for (Part content : contents) {
            probability = Math.min(probability, content.probability());
        }
        Optional<Part> said = source == NONE ? Optional.empty() : Optional.of(parts.get(source));
        return new Attribution(
                said.map(Part::head),
                said.map(Part::span).stream().toList(),
                Optional.of(cue.head()),
                List.of(cue.span()),
                contents.stream().map(Part::span).toList(),
                new Clause(analysis.sentences().get(cue.sentence()), cue.head()).isNegated(),
                probability,
                "model tags");
    }

    private static boolean sharesSource(Token cue) {
        return cue.xpos().equals("VBG") || cue.is("conj");
    }

    /** The best linked content of a cue, and those others that are pieces of the same. */
    private List<Part> pieces(int cue, List<Integer> contents) {
        int best = contents.get(0);
        for (int content : contents) {
            best = contentCost(content, cue) < contentCost(best, cue) ? content : best;
        }
        List<Part> pieces = new ArrayList<>();
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

    private boolean isQuoted(Part part) {
        return !quotations.in(part.span()).isEmpty();
    }

    /** The nearest cue of a content, or {@link #NONE}. */
    private int cue(int content) {
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

    /** The nearest source of a cue, or {@link #NONE}. */
    private int source(int cue) {
        Part said = parts.get(cue);
        Optional<Token> subject = new Clause(analysis.sentences().get(said.sentence()), said.head()).subject();
        int best = NONE;
        double least = FARTHEST;
        for (int step = -1; step <= 1; step += 2) {
            for (int i = cue + step; i >= 0 && i < parts.size() && isNear(cue, i); i += step) {
                Part source = parts.get(i);
                if (source.role() == Role.SOURCE && source.sentence() == said.sentence()) {
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

    /** Whether two parts stand in the same sentence or in neighbouring ones. */
    private boolean isNear(int one, int other) {
        return apart(one, other) <= 1;
    }

    private int apart(int one, int other) {
        Part first = parts.get(Math.min(one, other));
        Part second = parts.get(Math.max(one, other));
        return Math.max(0, second.sentence() - sentenceOf[first.to() - 1]);
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
        Part said = parts.get(content);
        Part by = parts.get(cue);
        if (apart(content, cue) > 0 && parted(content, cue)) {
            return FARTHEST;
        }
        if (said.sentence() == by.sentence()) {
            Sentence sentence = analysis.sentences().get(by.sentence());
            if (said.head().head() == by.head().index()) {
                cost -= 12;
            } else if (sentence.governs(by.head(), said.head()) || sentence.governs(said.head(), by.head())) {
                cost -= 6;
            }
        }
        return cost;
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
