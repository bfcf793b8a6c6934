package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Speech without quotation marks, set off by the page's layout: paragraphs after "The Foreign Secretary said:", and the
 * turns of a transcript ("MR. SMITH: ..."). An announced speech ends with the page, or where the reporter speaks again.
 */
final class AnnouncedSpeech {
    /** So long a statement is still one; what follows after more is taken for the reporter's. */
    private static final int MOST_PARAGRAPHS = 30;
    /** A single label is a headline's ("WATCH: ..."). */
    private static final int FEWEST_TURNS = 3;

    private static final int LONGEST_LABEL = 40;
    private static final double CONFIDENCE = 0.7;
    private static final String ANNOUNCED = "announced speech";
    private static final String TRANSCRIPT = "transcript";

    /** The rules of this class, as attributions name them. */
    static final Set<String> RULES = Set.of(ANNOUNCED, TRANSCRIPT);

    private final CueTable cues;
    private final Analysis analysis;
    private final List<Span> paragraphs = new ArrayList<>();
    private final List<List<Sentence>> sentences = new ArrayList<>();

    private AnnouncedSpeech(CueTable cues, Analysis analysis) {
        this.cues = cues;
        this.analysis = analysis;
        String text = analysis.text();
        int next = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            List<Sentence> inside = new ArrayList<>();
            while (next < analysis.sentences().size()
                    && analysis.sentences().get(next).span().start() < end) {
                inside.add(analysis.sentences().get(next++));
            }
            if (!inside.isEmpty()) {
                sentences.add(inside);
                paragraphs.add(new Span(
                        inside.get(0).span().start(),
                        inside.get(inside.size() - 1).span().end()));
            }
            start = end + 1;
        }
    }

    /** The speeches of an article, in text order; each content piece is a paragraph. */
    static List<Attribution> find(CueTable cues, Analysis analysis) {
        AnnouncedSpeech speech = new AnnouncedSpeech(cues, analysis);
        List<Attribution> turns = speech.turns();
        return turns.size() >= FEWEST_TURNS ? turns : speech.announced();
    }

    private List<Attribution> announced() {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i + 1 < paragraphs.size(); i++) {
            List<Sentence> inside = sentences.get(i);
            Optional<Clause> announcing = announcing(inside.get(inside.size() - 1));
            if (announcing.isEmpty()
                    || isMark(analysis.text().charAt(paragraphs.get(i + 1).start()))) {
                continue;
            }
            int end = i + 1;
            while (end < paragraphs.size() && end <= i + MOST_PARAGRAPHS && !isReport(sentences.get(end))) {
                end++;
            }
            if (end > i + 1) {
                found.add(attribution(announcing.get(), paragraphs.subList(i + 1, end)));
                i = end - 1;
            }
        }
        return found;
    }

    private static Attribution attribution(Clause clause, List<Span> content) {
        Optional<Token> subject = clause.subject();
        return new Attribution(
                subject,
                subject.map(head -> Clause.phrase(clause.sentence(), head)).stream()
                        .toList(),
                Optional.of(clause.verb()),
                List.of(clause.verbGroup()),
                content,
                clause.isNegated(),
                CONFIDENCE,
                ANNOUNCED);
    }

    /** The verb of a sentence like "He said:" that leaves what is said to what follows. */
    private Optional<Clause> announcing(Sentence sentence) {
        if (!sentence.token(sentence.size() - 1).form().equals(":")) {
            return Optional.empty();
        }
        return sentence.tokens().stream()
                .filter(token ->
                        isSpeechVerb(token) && sentence.child(token, "ccomp").isEmpty())
                .filter(token -> sentence.child(token, "nsubj").isPresent())
                .map(token -> new Clause(sentence, token))
                .findFirst();
    }

    private boolean isSpeechVerb(Token token) {
        return token.upos().equals("VERB")
                && cues.verb(token.lemma())
                        .filter(cue -> cue.takes(Takes.CLAUSE) && cue.takes(Takes.QUOTE))
                        .isPresent();
    }

    /** Whether a paragraph reports somebody's words, other than the speaker's own "I" and "we". */
    private boolean isReport(List<Sentence> paragraph) {
        for (Sentence sentence : paragraph) {
            for (Token token : sentence.tokens()) {
                if (isSpeechVerb(token) && (token.is("root") || token.is("parataxis"))) {
                    Optional<Token> subject = sentence.child(token, "nsubj");
                    if (subject.isPresent()
                            && !subject.get().lemma().equalsIgnoreCase("i")
                            && !subject.get().lemma().equalsIgnoreCase("we")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The labelled paragraphs. */
    private List<Attribution> turns() {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Span paragraph = paragraphs.get(i);
            int colon = labelEnd(paragraph);
            if (colon < 0) {
                continue;
            }
            Span label = new Span(paragraph.start(), colon);
            List<Token> words = sentences.get(i).get(0).tokensIn(label);
            found.add(new Attribution(
                    words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1)),
                    List.of(label),
                    Optional.empty(),
                    List.of(),
                    List.of(new Span(colon + 2, paragraph.end())),
                    false,
                    CONFIDENCE,
                    TRANSCRIPT));
        }
        return found;
    }

    /** Where the colon of a label in capitals stands, with a blank and words after it; negative if there is none. */
    private int labelEnd(Span paragraph) {
        String text = analysis.text();
        for (int at = paragraph.start(); at < Math.min(paragraph.end(), paragraph.start() + LONGEST_LABEL); at++) {
            char letter = text.charAt(at);
            if (letter == ':') {
                boolean words = at > paragraph.start() && at + 2 < paragraph.end() && text.charAt(at + 1) == ' ';
                return words ? at : -1;
            }
            if (Character.isLetter(letter) ? !Character.isUpperCase(letter) && !inTitle(at) : !isLabelMark(letter)) {
                return -1;
            }
        }
        return -1;
    }

    /** Small letters stand only in "Mr.", "Dr." and names like "McCAIN". */
    private boolean inTitle(int at) {
        String text = analysis.text();
        return at > 0
                && at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at - 1))
                && (text.charAt(at + 1) == '.' || Character.isUpperCase(text.charAt(at + 1)));
    }

    private static boolean isLabelMark(char letter) {
        return letter == ' ' || letter == '.' || letter == '\'' || letter == '’' || letter == '-' || letter == ',';
    }

    private static boolean isMark(char letter) {
        return "\"“„‘'".indexOf(letter) >= 0;
    }
}
