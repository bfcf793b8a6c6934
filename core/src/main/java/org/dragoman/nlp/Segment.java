package org.dragoman.nlp;

import java.util.List;

/**
 * The words the encoder is to treat as one sentence: a sentence, or a part of one that is too long for it.
 *
 * @param sentence index of the sentence it belongs to
 * @param from index of its first word in that sentence
 * @param pieces for each word its piece ids
 * @param shapes for each word its {@link LetterShape}
 */
record Segment(int sentence, int from, List<int[]> pieces, List<Integer> shapes) {
    int words() {
        return shapes.size();
    }

    /** Number of word pieces of all its words. */
    int length() {
        int length = 0;
        for (int[] piece : pieces) {
            length += piece.length;
        }
        return length;
    }

    /** Words {@code start} to {@code end} of this segment as one of its own. */
    Segment part(int start, int end) {
        return new Segment(sentence, from + start, pieces.subList(start, end), shapes.subList(start, end));
    }
}
