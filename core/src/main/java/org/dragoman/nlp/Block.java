package org.dragoman.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive segments of one paragraph that the encoder reads in one go, so that each sees the others. Word indexes
 * count through the whole block.
 *
 * @param segments at least one
 */
record Block(List<Segment> segments) {
    /** Start and end piece of the block. */
    private static final int FRAME = 2;

    /**
     * Pieces up to which a block takes in another segment. On the development sets trees are as good from 1 to 90 and worse
     * beyond; names in the news and quotations gain from the context.
     */
    private static final int FULL = 90;

    /**
     * Cuts a paragraph into blocks.
     *
     * @param paragraph its sentences, in order
     * @param mostPieces word pieces that a block of a single sentence may have, its start and end included
     */
    static List<Block> of(List<Segment> paragraph, int mostPieces) {
        List<Block> blocks = new ArrayList<>();
        List<Segment> open = new ArrayList<>();
        int room = FULL - FRAME;
        for (Segment sentence : paragraph) {
            for (Segment segment : windows(sentence, mostPieces - FRAME)) {
                int length = segment.length();
                if (length > room && !open.isEmpty()) {
                    blocks.add(new Block(List.copyOf(open)));
                    open.clear();
                    room = FULL - FRAME;
                }
                open.add(segment);
                room -= length;
            }
        }
        if (!open.isEmpty()) {
            blocks.add(new Block(List.copyOf(open)));
        }
        return blocks;
    }

    int words() {
        int words = 0;
        for (Segment segment : segments) {
            words += segment.words();
        }
        return words;
    }

    /** Number of pieces, start and end included. */
    int length() {
        int length = FRAME;
        for (Segment segment : segments) {
            length += segment.length();
        }
        return length;
    }

    /** The sentence itself if it fits, else as many words at a time as fit. */
    private static List<Segment> windows(Segment sentence, int most) {
        if (sentence.length() <= most) {
            return List.of(sentence);
        }
        List<Segment> windows = new ArrayList<>();
        int start = 0;
        int length = 0;
        for (int word = 0; word < sentence.words(); word++) {
            int more = sentence.pieces().get(word).length;
            if (length + more > most && word > start) {
                windows.add(sentence.part(start, word));
                start = word;
                length = 0;
            }
            length += more;
        }
        windows.add(sentence.part(start, sentence.words()));
        return windows;
    }
}
