package org.dragoman.quote;

import java.util.Arrays;
import java.util.List;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** An article's words, numbered from its first; ranges of words are half open. Immutable. */
final class Words {
    private final List<Sentence> sentences;
    private final int[] starts;
    private final int[] sentenceOf;
    private final int[] firstOf;

    Words(List<Sentence> sentences) {
        this.sentences = sentences;
        int words = sentences.stream().mapToInt(Sentence::size).sum();
        starts = new int[words];
        sentenceOf = new int[words];
        firstOf = new int[sentences.size()];
        int word = 0;
        for (int i = 0; i < firstOf.length; i++) {
            firstOf[i] = word;
            for (Token token : sentences.get(i).tokens()) {
                starts[word] = token.span().start();
                sentenceOf[word++] = i;
            }
        }
    }

    /** The first word that starts at or after an offset. */
    int at(int offset) {
        int word = Arrays.binarySearch(starts, offset);
        return word < 0 ? -word - 1 : word;
    }

    Token token(int word) {
        return sentence(sentenceOf[word]).token(word - firstOf[sentenceOf[word]]);
    }

    /** The number of a word's sentence. */
    int sentenceOf(int word) {
        return sentenceOf[word];
    }

    Sentence sentence(int number) {
        return sentences.get(number);
    }

    /** The number of a sentence's first word. */
    int first(int sentence) {
        return firstOf[sentence];
    }

    /** The number after that of a sentence's last word. */
    int end(int sentence) {
        return firstOf[sentence] + sentences.get(sentence).size();
    }

    /** From the first to the last word of a range. */
    Span span(int from, int to) {
        return token(from).span().union(token(to - 1).span());
    }

    /** The word of the range's first sentence whose head lies outside the range. */
    Token head(int from, int to) {
        int end = Math.min(to, end(sentenceOf[from]));
        int first = firstOf[sentenceOf[from]];
        for (int word = from; word < end; word++) {
            Token token = token(word);
            boolean outside = token.head() < from - first || token.head() >= end - first;
            if (outside && !token.is("punct")) {
                return token;
            }
        }
        return token(from);
    }
}
