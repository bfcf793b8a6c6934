package org.dragoman.place;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** Words and sentences by the simplest rules, for who needs no more and no model. */
final class RoughAnalysis {
    private RoughAnalysis() {}

    /** Capitalised words count as proper nouns, a lone full stop and a line break end a sentence; no names. */
    static Analysis of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isLetterOrDigit(c)) {
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end))
                                || text.charAt(end) == '-'
                                || (text.charAt(end) == '.'
                                        && end + 1 < text.length()
                                        && Character.isLetter(text.charAt(end + 1))))) {
                    end++;
                }
                if (end < text.length()
                        && text.charAt(end) == '.'
                        && (text.substring(at, end).contains(".")
                                || Character.isUpperCase(c) && end - at < 5 && end - at > 1)) {
                    end++;
                }
            }
            if (!Character.isWhitespace(c)) {
                String form = text.substring(at, end);
                String upos = Character.isUpperCase(c) ? "PROPN" : "X";
                tokens.add(new Token(
                        tokens.size(),
                        new Span(at, end),
                        form,
                        form,
                        upos,
                        "X",
                        new Dependency(tokens.isEmpty() ? Dependency.ROOT : 0, "dep")));
            }
            if ((c == '.' || c == '\n' || end == text.length()) && !tokens.isEmpty()) {
                sentences.add(new Sentence(
                        new Span(
                                tokens.get(0).span().start(),
                                tokens.get(tokens.size() - 1).span().end()),
                        tokens));
                tokens = new ArrayList<>();
            }
            at = end;
        }
        return new Analysis(text, sentences, List.of(), List.of());
    }
}
