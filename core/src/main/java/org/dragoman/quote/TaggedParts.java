package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.AttributionPart;
import org.dragoman.nlp.AttributionPart.Role;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Mends the edges of the parts that the model tagged word by word: a phrase cut in its middle is taken whole, a word that
 * belongs to what follows is left off, neighbouring contents become one, and a speech verb right before a content is a cue.
 */
final class TaggedParts {
    /** How often an edge may move; a phrase needs one or two moves. */
    private static final int MOST_MOVES = 4;

    private static final Set<String> BEFORE_NOUN =
            Set.of("det", "amod", "compound", "nummod", "nmod:poss", "flat", "det:predet");
    private static final Set<String> BEFORE_VERB = Set.of("aux", "aux:pass", "cop", "advmod");
    private static final Set<String> AFTER_NOUN = Set.of("flat", "compound", "fixed", "goeswith");

    private final CueTable cues;
    private final Analysis analysis;
    private final Quotations quotations;
    private final Words words;
    private final List<TaggedPart> parts = new ArrayList<>();

    private TaggedParts(CueTable cues, Analysis analysis, Quotations quotations, Words words) {
        this.cues = cues;
        this.analysis = analysis;
        this.quotations = quotations;
        this.words = words;
    }

    /** The parts in text order, not overlapping. */
    static List<TaggedPart> of(CueTable cues, Analysis analysis, Quotations quotations, Words words) {
        TaggedParts tagged = new TaggedParts(cues, analysis, quotations, words);
        List<AttributionPart> all = analysis.attributionParts();
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            int limit = i + 1 < all.size()
                    ? words.at(all.get(i + 1).span().start())
                    : words.at(analysis.text().length());
            from = tagged.add(all.get(i), from, limit);
        }
        return List.copyOf(tagged.parts);
    }

    /** Adds a part with edges between two limits; returns the word after it. */
    private int add(AttributionPart tagged, int least, int most) {
        int from = Math.max(least, words.at(tagged.span().start()));
        int to = words.at(tagged.span().end());
        if (from >= to) {
            return least;
        }
        Role role = tagged.role();
        to = right(role, from, to, most);
        from = role == Role.CONTENT ? afterAddressee(from, to) : from;
        from = left(role, from, to, least);
        // ", adding ...": a speech verb right before a content is a cue that the tags forgot
        if (role == Role.CONTENT && from > least && isSpeechVerb(words.token(from - 1))) {
            parts.add(TaggedPart.of(Role.CUE, tagged.probability(), from - 1, from, words));
        }
        TaggedPart part = TaggedPart.of(role, tagged.probability(), from, to, words);
        if (role == Role.CONTENT && isInterrupted(part)) {
            part = TaggedPart.of(Role.SOURCE, tagged.probability(), from, to, words);
        } else if (role == Role.SOURCE
                && parts.size() > 0
                && parts.get(parts.size() - 1).isAccordingTo()) {
            int second = secondSource(part);
            if (second > from) {
                parts.add(TaggedPart.of(Role.SOURCE, tagged.probability(), from, second, words));
                part = TaggedPart.of(Role.SOURCE, tagged.probability(), second, to, words);
            }
        }
        int last = parts.size() - 1;
        if (last >= 0 && joins(parts.get(last), part)) {
            parts.set(last, parts.get(last).with(part));
        } else {
            parts.add(part);
        }
        return to;
    }

    /** Whether a part is the subject of a speech verb after an insertion: "the minister, according to media, said ...". */
    private boolean isInterrupted(TaggedPart part) {
        Sentence sentence = words.sentence(part.sentence());
        int end = words.end(part.sentence());
        int next = part.to() < end && words.token(part.to()).is("punct") ? part.to() + 1 : part.to();
        return next < end
                && words.token(next).form().equals("according")
                && part.head().dependency().relation().equals("nsubj")
                && sentence.head(part.head()).filter(this::isSpeechVerb).isPresent();
    }

    /**
     * Where a second source begins that the tags run together with the one before, the subject of a later speech verb: "according
     * to media, the minister said ..."; negative if there is none.
     */
    private int secondSource(TaggedPart part) {
        Sentence sentence = words.sentence(part.sentence());
        int first = words.first(part.sentence());
        for (int word = part.from() + 1; word < part.to(); word++) {
            Token token = words.token(word);
            Optional<Token> verb = sentence.head(token)
                    .filter(head -> token.dependency().relation().equals("nsubj") && isSpeechVerb(head));
            if (verb.isPresent() && verb.get().index() >= part.to() - first) {
                int start = first + firstUnder(sentence, token);
                boolean parted = start > part.from() && words.token(start - 1).is("punct");
                if (parted) {
                    return start;
                }
            }
        }
        return -1;
    }

    private boolean isSpeechVerb(Token token) {
        return token.upos().equals("VERB")
                && cues.verb(token.lemma())
                        .filter(cue -> cue.isUttered() && cue.takes(Takes.CLAUSE))
                        .isPresent();
    }

    /** Where a part ends that the tags end at {@code to}. */
    private int right(Role role, int from, int to, int most) {
        int sentence = words.sentenceOf(to - 1);
        int first = words.first(sentence);
        int end = Math.min(most, words.end(sentence));
        Set<String> opening = role == Role.CUE ? BEFORE_VERB : BEFORE_NOUN;
        int at = to;
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            Token last = words.token(at - 1);
            int head = first + last.head() + 1;
            boolean cut = opening.contains(last.dependency().relation())
                    || (role != Role.CUE && last.is("case") && !last.xpos().equals("POS"));
            if (cut && head > at && head <= end) {
                at = head;
            } else if (at < end && role != Role.CUE && goesOn(words.token(at), from - first, at - first)) {
                at++;
            } else {
                break;
            }
        }
        while (at - from > 1 && hangs(role, words.token(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether the next word is the rest of a name or of a genitive. */
    private static boolean goesOn(Token next, int from, int to) {
        boolean inside = next.head() >= from && next.head() < to;
        return inside
                && (AFTER_NOUN.contains(next.dependency().relation())
                        || next.xpos().equals("POS"));
    }

    /** Whether a last word only opens what is left out: "and", "that", "who", a comma; of a cue, any mark ("said:"). */
    private static boolean hangs(Role role, Token last) {
        if (role == Role.CUE) {
            return last.is("punct");
        }
        boolean opensClause =
                last.head() > last.index() && (last.is("mark") || last.xpos().startsWith("W"));
        boolean opensPhrase = role == Role.CONTENT
                && last.is("case")
                && last.head() > last.index()
                && !last.xpos().equals("POS");
        return last.is("cc")
                || opensClause
                || opensPhrase
                || (last.is("punct") && last.form().equals(","));
    }

    /** Where a part begins that the tags begin at {@code from}. */
    private int left(Role role, int from, int to, int least) {
        int first = words.first(words.sentenceOf(from));
        int at = from;
        for (int moves = 0; moves < MOST_MOVES && at > Math.max(first, least); moves++) {
            Token before = words.token(at - 1);
            boolean inside = before.head() >= at - first && before.head() < to - first;
            boolean belongs = role == Role.CUE
                    ? before.is("aux")
                    : BEFORE_NOUN.contains(before.dependency().relation()) && !before.is("amod");
            if (!inside || !belongs) {
                break;
            }
            at--;
        }
        return at;
    }

    /** The first word of what is said, if a content begins with whom it is said to: "told (them that) ...". */
    private int afterAddressee(int from, int to) {
        Sentence sentence = words.sentence(words.sentenceOf(from));
        int first = words.first(words.sentenceOf(from));
        Token start = words.token(from);
        Optional<Token> verb = Optional.of(start);
        // from the content's first word up to the object that it begins
        for (int climbed = 0; climbed < MOST_MOVES; climbed++) {
            Token at = verb.get();
            Optional<Token> head = sentence.head(at);
            if (head.isEmpty()) {
                return from;
            }
            if ((at.is("obj") || at.is("iobj")) && head.get().index() < start.index()) {
                Optional<Token> said = sentence.child(head.get(), "ccomp")
                        .filter(clause -> clause.index() > at.index() && clause.index() < to - first);
                return said.map(clause -> first + firstUnder(sentence, clause))
                        .filter(word -> word > from && word < to)
                        .orElse(from);
            }
            verb = head;
        }
        return from;
    }

    private static int firstUnder(Sentence sentence, Token top) {
        int at = top.index();
        while (at > 0 && sentence.governs(top, sentence.token(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether two contents are one: only marks between them, and both of one sentence or one quotation. */
    private boolean joins(TaggedPart one, TaggedPart next) {
        if (one.role() != Role.CONTENT || next.role() != Role.CONTENT) {
            return false;
        }
        for (int at = one.span().end(); at < next.span().start(); at++) {
            char letter = analysis.text().charAt(at);
            if (Character.isLetterOrDigit(letter) || letter == '\n') {
                return false;
            }
        }
        int end = one.span().end() - 1;
        int start = next.span().start();
        return one.lastSentence() == next.sentence()
                || quotations.in(new Span(end, start + 1)).stream()
                        .anyMatch(quotation -> quotation.span().contains(end)
                                && quotation.span().contains(start));
    }
}
