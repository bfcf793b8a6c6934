package org.dragoman.nlp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Second thoughts on the names the model tagged, with the whole article in view: articles, titles, possessive endings and
 * quotation marks are cut off, names in small letters among capitals dropped, and where the model wavers between types the
 * article's other mentions of the same name decide.
 */
final class NameRevision {
    private static final Set<String> TITLES = WordTable.english().of("title");
    /** A mention this probable keeps its type whatever the others say: "Washington" may be both a place and a person. */
    private static final double SURE = .8;

    private final String text;
    private final Analysis draft;

    private NameRevision(Analysis draft) {
        this.draft = draft;
        text = draft.text();
    }

    /** The analysis with its names revised. */
    static Analysis of(Analysis draft) {
        NameRevision revision = new NameRevision(draft);
        List<Name> names = new ArrayList<>(draft.names().size());
        for (Name name : draft.names()) {
            revision.trimmed(name).ifPresent(names::add);
        }
        return new Analysis(
                draft.text(), draft.sentences(), revision.agreed(names), draft.attributionParts(), draft.triggers());
    }

    private Optional<Name> trimmed(Name name) {
        Sentence sentence = draft.sentenceAt(name.span().start()).orElseThrow();
        List<Token> tokens = sentence.tokensIn(name.span());
        int from = 0;
        int to = tokens.size();
        while (from < to && isBefore(tokens.get(from), name.type())) {
            from++;
        }
        while (to > from && isBehind(tokens.get(to - 1))) {
            to--;
        }
        if (from == to) {
            return Optional.empty();
        }
        Span span = tokens.get(from).span().union(tokens.get(to - 1).span());
        boolean small = !hasCapital(span) && hasCapital(sentence.span());
        return small ? Optional.empty() : Optional.of(new Name(span, name.type(), name.probability()));
    }

    private static boolean isBefore(Token token, Name.Type type) {
        String form = token.form();
        return form.equalsIgnoreCase("the")
                || form.equals("a")
                || form.equals("an")
                || isMark(token)
                || token.xpos().equals("POS")
                || (type == Name.Type.PERSON && (TITLES.contains(form) || TITLES.contains(form + '.')));
    }

    private static boolean isBehind(Token token) {
        return isMark(token) || token.xpos().equals("POS");
    }

    private static boolean isMark(Token token) {
        return token.upos().equals("PUNCT") && !Letters.isWordPart(token.form().codePointAt(0));
    }

    private boolean hasCapital(Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c) || (Character.isLetter(c) && !Character.isLowerCase(c))) {
                return true;
            }
        }
        return false;
    }

    /** Gives doubtful mentions the type that all mentions of the same words speak for. */
    private List<Name> agreed(List<Name> names) {
        Map<String, Map<Name.Type, Double>> votes = new HashMap<>();
        for (Name name : names) {
            votes.computeIfAbsent(key(name), words -> new EnumMap<>(Name.Type.class))
                    .merge(name.type(), name.probability(), Double::sum);
        }
        List<Name> agreed = new ArrayList<>(names.size());
        for (Name name : names) {
            Map<Name.Type, Double> vote = votes.getOrDefault(key(name), Map.of());
            Name.Type best = name.type();
            for (Map.Entry<Name.Type, Double> type : vote.entrySet()) {
                best = type.getValue() > vote.getOrDefault(best, 0.0) ? type.getKey() : best;
            }
            agreed.add(name.probability() >= SURE ? name : new Name(name.span(), best, name.probability()));
        }
        return agreed;
    }

    private String key(Name name) {
        return name.span().in(text).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }
}
