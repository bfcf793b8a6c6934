package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.AttributionPart.Role;
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

    private static final int MOST_QUOTED_SENTENCES = 5;

    private final CueTable cues;
    private final Analysis analysis;
    private final Quotations quotations;
    private final Words words;
    private final List<TaggedPart> parts;
    private final PartLinks links;

    private TaggedStatements(CueTable cues, Analysis analysis, Quotations quotations) {
        this.cues = cues;
        this.analysis = analysis;
        this.quotations = quotations;
        words = new Words(analysis.sentences());
        parts = TaggedParts.of(cues, analysis, quotations, words);
        links = new PartLinks(parts, words, analysis, quotations);
    }

    /** The attributions that can be linked, in the order of their cues. */
    static List<Attribution> find(CueTable cues, Analysis analysis, Quotations quotations) {
        return new TaggedStatements(cues, analysis, quotations).link();
    }

    private List<Attribution> link() {
        Map<Integer, List<Integer>> contents = new TreeMap<>();
        for (int content = 0; content < parts.size(); content++) {
            if (parts.get(content).role() == Role.CONTENT) {
                int cue = links.cue(content);
                if (cue >= 0) {
                    contents.computeIfAbsent(cue, none -> new ArrayList<>()).add(content);
                }
            }
        }
        List<Attribution> found = new ArrayList<>();
        int source = PartLinks.NONE;
        int cueBefore = PartLinks.NONE;
        for (Map.Entry<Integer, List<Integer>> entry : contents.entrySet()) {
            TaggedPart cue = parts.get(entry.getKey());
            boolean sameSentence =
                    cueBefore != PartLinks.NONE && parts.get(cueBefore).sentence() == cue.sentence();
            int own = source(entry.getKey(), entry.getValue());
            // "he said ..., adding that ...": the participle's source is the one before
            source = own == PartLinks.NONE && sameSentence && sharesSource(cue.head()) ? source : own;
            Attribution attribution = attribution(cue, source, links.pieces(entry.getKey(), entry.getValue()));
            if (attribution.sourceHead().isEmpty() && cueBefore != PartLinks.NONE && sharesSource(cue.head())) {
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
        Clause clause = clause(cue);
        Optional<Token> head = source == PartLinks.NONE
                ? speaker(cue, contents)
                : Optional.of(parts.get(source).head());
        Optional<Span> said = source == PartLinks.NONE
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

    /** The tagged source of a cue, or {@link PartLinks#NONE}. */
    private int source(int cue, List<Integer> contents) {
        Clause clause = clause(parts.get(cue));
        Optional<Token> speaker = speaker(parts.get(cue));
        Optional<Token> patient = clause.patient();
        // "when pressed on it, she replied", "the veto is expected", "she drew praise": nobody is said to press, expect
        // or
        // praise
        boolean nobody = (speaker.isEmpty() && patient.isPresent()) || isReceiving(clause.verb());
        return nobody
                ? PartLinks.NONE
                : links.source(cue, contents, speaker, patient.filter(token -> !speaker.equals(patient)));
    }

    /** The grammar's speaker, for a cue without a tagged source: somebody, and not part of what is said. */
    private Optional<Token> speaker(TaggedPart cue, List<TaggedPart> contents) {
        Clause clause = clause(cue);
        return speaker(cue)
                .filter(token -> !isReceiving(clause.verb()))
                .filter(token -> !token.lemma().equals("it") && !token.lemma().equals("there"))
                .filter(token -> {
                    Span phrase = Clause.phrase(clause.sentence(), token);
                    return contents.stream().noneMatch(content -> content.span().overlaps(phrase))
                            && quotations.together(phrase, clause.verb().span());
                });
    }

    /** The cue's subject; also a passive's, if it tells what is on somebody's mind: "is worried about". */
    private Optional<Token> speaker(TaggedPart cue) {
        Clause clause = clause(cue);
        Token last = words.token(cue.to() - 1);
        boolean state = clause.isPassive()
                && last.upos().equals("ADP")
                && !last.lemma().equals("for")
                && cues.verb(clause.verb().lemma())
                        .filter(row -> !row.isUttered())
                        .isPresent();
        return state ? clause.patient() : clause.subject();
    }

    private static boolean isReceiving(Token cue) {
        return cue.upos().equals("VERB") && RECEIVING.contains(cue.lemma());
    }

    private Clause clause(TaggedPart cue) {
        return new Clause(words.sentence(cue.sentence()), cue.head());
    }

    private static boolean sharesSource(Token cue) {
        return cue.xpos().equals("VBG") || cue.is("conj");
    }
}
