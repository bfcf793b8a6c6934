package org.dragoman.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Speech in the style of headlines, with a mark in place of a cue: "Poll: Smith leads", "Erdogan: we are ready", "Ten killed in
 * blast - police". Most labels name a topic, so a place or somebody's full name before a colon speaks only as "we" or in quotation
 * marks ("Gaza: aid arrives", "Tony Blair: a life in pictures").
 */
final class HeadlineSpeech {
    static final String RULE = "headline";

    private static final double CONFIDENCE = 0.65;
    private static final int MOST_WORDS = 30;
    private static final int MOST_LABEL_WORDS = 5;
    /** Fewer words are a title's second half: "Report: Part two". */
    private static final int FEWEST_CONTENT_WORDS = 3;

    private static final Set<String> OPENING = Set.of(":");
    private static final Set<String> CLOSING = Set.of(":", "-", "–", "—");
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "my", "our", "us");
    private static final Set<String> END = Set.of(".", "?", "!", "…");
    private static final Set<String> LABEL = Set.of("NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM", "PUNCT");
    /** Media that speak in a headline; others are what it is about ("Interview: ..."). */
    private static final Set<String> REPORTS = Set.of("report", "press");
    /** Who speaks though no name or office says so. */
    private static final Set<String> SAYERS = Set.of("source", "witness", "analyst", "expert", "researcher", "aide");

    private final Cast cast;
    private final Media media;
    private final Quotations quotations;

    HeadlineSpeech(Cast cast, Media media, Quotations quotations) {
        this.cast = cast;
        this.media = media;
        this.quotations = quotations;
    }

    /** The attributions of an article's headlines: paragraphs of one sentence without an end. */
    List<Attribution> find(List<Paragraph> paragraphs) {
        List<Attribution> found = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            Sentence sentence = paragraph.sentences().get(0);
            boolean headline = paragraph.sentences().size() == 1
                    && sentence.size() <= MOST_WORDS
                    && !END.contains(sentence.token(sentence.size() - 1).form());
            if (headline) {
                opening(sentence).or(() -> closing(sentence)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Attribution> opening(Sentence sentence) {
        Optional<Token> mark = sentence.tokens().stream()
                .filter(token -> OPENING.contains(token.form()))
                .filter(token -> token.index() > 0 && token.index() <= MOST_LABEL_WORDS)
                .findFirst();
        return mark.flatMap(colon -> {
            List<Token> label = sentence.tokens().subList(0, colon.index());
            List<Token> said = sentence.tokens().subList(colon.index() + 1, sentence.size());
            boolean own = isOwnWords(said);
            return speaker(sentence, label, own)
                    .filter(speaker -> own || isClause(said))
                    .map(speaker -> attribution(speaker, label, colon, said));
        });
    }

    private Optional<Attribution> closing(Sentence sentence) {
        int last = sentence.size() - 1;
        Optional<Token> mark = sentence.tokens().stream()
                .filter(token -> token.index() < last && last - token.index() <= MOST_LABEL_WORDS)
                .filter(token -> CLOSING.contains(token.form()) && isFree(sentence, token))
                .reduce((one, next) -> next);
        return mark.flatMap(dash -> {
            List<Token> label = sentence.tokens().subList(dash.index() + 1, sentence.size());
            List<Token> said = sentence.tokens().subList(0, dash.index());
            return isClause(said)
                    ? speaker(sentence, label, true).map(speaker -> attribution(speaker, label, dash, said))
                    : Optional.empty();
        });
    }

    /** Whether a blank stands after a mark: a hyphen inside a name is none. */
    private static boolean isFree(Sentence sentence, Token mark) {
        return mark.span().end() < sentence.token(mark.index() + 1).span().start();
    }

    /** @param free whether any party may speak, also a place or a full name */
    private Optional<Token> speaker(Sentence sentence, List<Token> label, boolean free) {
        boolean phrase = label.stream().allMatch(token -> LABEL.contains(token.upos()));
        Token last = label.get(label.size() - 1);
        if (!phrase || (!last.upos().equals("NOUN") && !last.upos().equals("PROPN"))) {
            return Optional.empty();
        }
        String noun = last.lemma().toLowerCase(Locale.ROOT);
        if (SAYERS.contains(noun)
                || media.at(sentence, last)
                        .filter(medium -> REPORTS.contains(medium.type()))
                        .isPresent()) {
            return Optional.of(last);
        }
        return Stream.of(head(label), last)
                .filter(token -> cast.at(token).isPresent())
                .filter(token -> speaks(cast.entities().at(token), cast.at(token), label, free))
                .findFirst();
    }

    private static boolean speaks(Optional<Entity> entity, Optional<Actor> actor, List<Token> label, boolean free) {
        Entity.Type type = entity.map(Entity::type).orElse(Entity.Type.OTHER);
        return switch (type) {
            case PERSON -> free || !isFullName(label);
            case ORGANISATION -> true;
            case LOCATION, GROUP -> free;
            case OTHER -> actor.filter(party -> !party.sectors().isEmpty()).isPresent();
        };
    }

    /** Whether a label is somebody's first and last name, without title or office. */
    private static boolean isFullName(List<Token> label) {
        return label.size() > 1
                && label.stream()
                        .skip(1)
                        .allMatch(token -> token.is("flat") && token.upos().equals("PROPN"));
    }

    private static Token head(List<Token> label) {
        int first = label.get(0).index();
        int end = first + label.size();
        return label.stream()
                .filter(token -> !token.is("punct") && (token.head() < first || token.head() >= end))
                .findFirst()
                .orElse(label.get(label.size() - 1));
    }

    private boolean isOwnWords(List<Token> said) {
        return !said.isEmpty()
                && (said.stream()
                                .anyMatch(token ->
                                        FIRST_PERSON.contains(token.form().toLowerCase(Locale.ROOT)))
                        || !quotations.in(said.get(0).span()).isEmpty());
    }

    /** Whether it says something: a subject with its verb, or what was done ("Ten killed in blast"). */
    private static boolean isClause(List<Token> said) {
        return said.size() >= FEWEST_CONTENT_WORDS
                && said.stream()
                        .anyMatch(token -> token.is("nsubj") || token.xpos().equals("VBN"));
    }

    private Attribution attribution(Token speaker, List<Token> label, Token mark, List<Token> said) {
        return new Attribution(
                Optional.of(speaker),
                List.of(span(label)),
                Optional.of(mark),
                List.of(mark.span()),
                List.of(span(said)),
                false,
                CONFIDENCE,
                RULE);
    }

    private static Span span(List<Token> words) {
        return words.get(0).span().union(words.get(words.size() - 1).span());
    }
}
