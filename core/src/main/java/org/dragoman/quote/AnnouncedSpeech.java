package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Analysis;
import org.dragoman.quote.CueTable.Takes;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Speech without quotation marks, set off by the page's layout: paragraphs after "The Foreign Secretary said:". It ends with the
 * page, or where the reporter speaks again.
 */
final class AnnouncedSpeech {
    /** So long a statement is still one; what follows after more is taken for the reporter's. */
    private static final int MOST_PARAGRAPHS = 30;

    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "my", "our");

    private static final Set<String> THIRD_PERSON = Set.of("he", "she");

    static final String RULE = "announced speech";

    private static final double CONFIDENCE = 0.7;

    private final CueTable cues;
    private final Analysis analysis;
    private final List<Paragraph> paragraphs;

    private AnnouncedSpeech(CueTable cues, Analysis analysis, List<Paragraph> paragraphs) {
        this.cues = cues;
        this.analysis = analysis;
        this.paragraphs = paragraphs;
    }

    /** The speeches of an article, in text order; each content piece is a paragraph. */
    static List<Attribution> find(CueTable cues, Analysis analysis, List<Paragraph> paragraphs) {
        return new AnnouncedSpeech(cues, analysis, paragraphs).announced();
    }

    private List<Attribution> announced() {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i + 1 < paragraphs.size(); i++) {
            List<Sentence> inside = paragraphs.get(i).sentences();
            Optional<Announcement> announcing = announcing(cues, inside.get(inside.size() - 1));
            if (announcing.isEmpty()
                    || isMark(
                            analysis.text().charAt(paragraphs.get(i + 1).span().start()))) {
                continue;
            }
            int end = i + 1;
            while (end < paragraphs.size()
                    && end <= i + MOST_PARAGRAPHS
                    && !isReport(paragraphs.get(end), announcing.get())) {
                end++;
            }
            if (end > i + 1) {
                found.add(attribution(
                        announcing.get(),
                        paragraphs.subList(i + 1, end).stream()
                                .map(Paragraph::span)
                                .toList()));
                i = end - 1;
            }
        }
        return found;
    }

    private static Attribution attribution(Announcement announcement, List<Span> content) {
        Clause clause = announcement.clause();
        return new Attribution(
                Optional.of(announcement.speaker()),
                List.of(announcement.source()),
                Optional.of(clause.verb()),
                List.of(clause.verbGroup()),
                content,
                clause.isNegated(),
                CONFIDENCE,
                RULE);
    }

    /** A clause like "He said:" that leaves what is said to what follows. */
    record Announcement(Clause clause, Token speaker) {
        /** The words for who says it. */
        Span source() {
            return Clause.phrase(clause.sentence(), speaker);
        }
    }

    /** The announcement that a sentence ends in, if it ends in a colon. */
    static Optional<Announcement> announcing(CueTable cues, Sentence sentence) {
        if (!sentence.token(sentence.size() - 1).form().equals(":")) {
            return Optional.empty();
        }
        return sentence.tokens().stream()
                .filter(token -> isSpeechVerb(cues, token)
                        && sentence.children(token, "ccomp").noneMatch(said -> said.index() > token.index()))
                .flatMap(
                        token -> speaker(sentence, token)
                                .map(speaker -> new Announcement(new Clause(sentence, token), speaker))
                                .stream())
                .findFirst();
    }

    /** A verb's subject, or, where the tree has none, the noun right before it: "Following the meeting the Secretary said:". */
    private static Optional<Token> speaker(Sentence sentence, Token verb) {
        return sentence.child(verb, "nsubj")
                .flatMap(own -> new Clause(sentence, verb).subject())
                .or(() -> {
                    if (verb.index() == 0) {
                        return Optional.empty();
                    }
                    Token before = sentence.token(verb.index() - 1);
                    Token head = before.is("flat") ? sentence.head(before).orElse(before) : before;
                    boolean names = (head.upos().equals("NOUN") || head.upos().equals("PROPN"))
                            && head.index() < verb.index()
                            && sentence.child(head, "case").isEmpty();
                    return names ? Optional.of(head) : Optional.empty();
                });
    }

    private static boolean isSpeechVerb(CueTable cues, Token token) {
        return token.upos().equals("VERB")
                && cues.verb(token.lemma())
                        .filter(cue -> cue.takes(Takes.CLAUSE) && cue.takes(Takes.QUOTE))
                        .isPresent();
    }

    /**
     * Whether a paragraph reports what the speaker says, by name or as "he", or does, by name: then the reporter has the word again.
     */
    private boolean isReport(Paragraph paragraph, Announcement announcing) {
        String speaker = announcing.speaker().lemma();
        if (isTold(paragraph.sentences().get(0), speaker)) {
            return true;
        }
        for (Sentence sentence : paragraph.sentences()) {
            for (Token token : sentence.tokens()) {
                if (isSpeechVerb(cues, token)
                        && (token.is("root") || token.is("parataxis"))
                        && sentence.children(token, "nsubj")
                                .anyMatch(subject ->
                                        subject.lemma().equals(speaker) || THIRD_PERSON.contains(subject.lemma()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a sentence tells what the speaker does, and not as "I" or "we". */
    private static boolean isTold(Sentence sentence, String speaker) {
        return sentence.children(sentence.root(), "nsubj")
                        .anyMatch(subject -> subject.lemma().equals(speaker)
                                && !subject.upos().equals("PRON"))
                && sentence.tokens().stream()
                        .noneMatch(token -> FIRST_PERSON.contains(token.lemma().toLowerCase(Locale.ROOT)));
    }

    private static boolean isMark(char letter) {
        return "\"“„‘'".indexOf(letter) >= 0;
    }
}
