package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.AttributionPart.Role;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Links the parts that the model tagged: to each content the cue, to each cue the source that are nearest in grammar and
 * in the text.
 */
final class TaggedStatements {
    static final String RULE = "model tags";

    /** Verbs whose subject the words are about: "drew praise for". */
    private static final Set<String> RECEIVING = Set.of(
            "draw", "win", "earn", "face", "receive", "get", "endure", "attract", "spark", "provoke", "prompt",
            "suffer", "garner");

    private static final int NONE = -1;
    private static final double FARTHEST = 30;
    private static final int CLOSE_WORDS = 2;
    private static final int MOST_PARTS = 20;
    private static final int MOST_QUOTED_SENTENCES = 5;

    private final Analysis analysis;
    private final Quotations quotations;
    private final Words words;
    private final List<TaggedPart> parts;

    private TaggedStatements(CueTable cues, Analysis analysis, Quotations quotations) {
        this.analysis = analysis;
        this.quotations = quotations;
        words = new Words(analysis.sentences());
        parts = TaggedParts.of(cues, analysis, quotations, words);
    }

    /** The attributions that can be linked, in the order of their cues. */
    static List<Attribution> find(CueTable cues, Analysis analysis, Quotations quotations) {
        return new TaggedStatements(cues, analysis, quotations).link();
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
            TaggedPart cue = parts.get(entry.getKey());
            boolean sameSentence = cueBefore != NONE && parts.get(cueBefore).sentence() == cue.sentence();
            int own = source(entry.getKey(), entry.getValue());
            // "he said ..., adding that ...": the participle's source is the one before
            source = own == NONE && sameSentence && sharesSource(cue.head()) ? source : own;
            Attribution attribution = attribution(cue, source, pieces(entry.getKey(), entry.getValue()));
            if (attribution.sourceHead().isEmpty() && cueBefore != NONE && sharesSource(cue.head())) {
                attribution = attribution.withSource(speakerBefore(found, cueBefore, cue), List.of());
            }
            cueBefore = entry.getKey();
            found.add(attribution);
        }
        return found;
    }

    /** Who speaks before a participle that only a quotation parts from the cue before. */
    private Optional<Token> speakerBefore(List<Attribution> found, int cueBefore, TaggedPart cue) {
        TaggedPart before = parts.get(cueBefore);
        boolean near = cue.sentence() - before.sentence() <= MOST_QUOTED_SENTENCES
                && analysis.text()
                                .substring(before.span().end(), cue.span().start())
                                .indexOf('\n')
                        < 0;
        return near ? found.get(found.size() - 1).sourceHead() : Optional.empty();
    }

    private Attribution attribution(TaggedPart cue, int source, List<TaggedPart> contents) {
        double probability = cue.probability();
        for (TaggedPart content : contents) {
            probability = Math.min(probability, content.probability());
        }
        Clause clause = new Clause(words.sentence(cue.sentence()), cue.head());
        Optional<Token> head = source == NONE
                ? subject(clause, contents)
                : Optional.of(parts.get(source).head());
        Optional<Span> said = source == NONE
                ? head.map(token -> Clause.phrase(clause.sentence(), token))
                : Optional.of(parts.get(source).span());
        Attribution attribution = new Attribution(
                head.map(token -> Clause.antecedent(clause.sentence(), token)),
                said.stream().toList(),
                Optional.of(cue.head()),
                List.of(cue.span()),
                contents.stream().map(TaggedPart::span).toList(),
                clause.isNegated(),
                probability,
                RULE);
        return head.isPresent() ? attribution : withSwallowedSource(attribution, clause);
    }

    /** Takes the cue's subject off the end of a content that runs up to the cue: a missing mark misleads the tags. */
    private Attribution withSwallowedSource(Attribution attribution, Clause clause) {
        Optional<Token> subject = clause.sentence().child(clause.verb(), "nsubj");
        int last = attribution.content().size() - 1;
        Span content = attribution.content().get(last);
        if (subject.isEmpty() || content.end() > clause.verb().span().start()) {
            return attribution;
        }
        Span phrase = Clause.phrase(clause.sentence(), subject.get());
        int comma = analysis.text().lastIndexOf(',', phrase.start());
        boolean ends = phrase.end() == content.end() && comma > content.start();
        if (!ends || !analysis.text().substring(comma + 1, phrase.start()).isBlank()) {
            return attribution;
        }
        List<Span> pieces = new ArrayList<>(attribution.content());
        pieces.set(last, new Span(content.start(), comma));
        return attribution.withContent(pieces).withSource(subject, List.of(phrase));
    }

    /** The grammar's subject, for a cue without a tagged source: somebody, and not part of what is said. */
    private Optional<Token> subject(Clause clause, List<TaggedPart> contents) {
        return clause.subject()
                .filter(token -> !isReceiving(clause.verb()))
                .filter(token -> !token.lemma().equals("it") && !token.lemma().equals("there"))
                .filter(token -> {
                    Span phrase = Clause.phrase(clause.sentence(), token);
                    Span cue = clause.verb().span();
                    return contents.stream().noneMatch(content -> content.span().overlaps(phrase))
                            && quotations.together(phrase, cue);
                });
    }

    private static boolean isReceiving(Token cue) {
        return cue.upos().equals("VERB") && RECEIVING.contains(cue.lemma());
    }

    private static boolean sharesSource(Token cue) {
        return cue.xpos().equals("VBG") || cue.is("conj");
    }

    /** The best linked content of a cue, and those others that are pieces of the same. */
    private List<TaggedPart> pieces(int cue, List<Integer> contents) {
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

    /** The nearest source of a cue, or {@link #NONE}; what its contents say somebody does says nothing about who says them. */
    private int source(int cue, List<Integer> contents) {
        TaggedPart said = parts.get(cue);
        Clause clause = new Clause(words.sentence(said.sentence()), said.head());
        Optional<Token> subject = clause.subject();
        Optional<Token> patient = clause.patient();
        if ((subject.isEmpty() && patient.isPresent()) || isReceiving(said.head())) {
            // "when pressed on it, she replied", "the veto is expected", "she drew praise": nobody is said to press,
            // expect or praise
            return NONE;
        }
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
