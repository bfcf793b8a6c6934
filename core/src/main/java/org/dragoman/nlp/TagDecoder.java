package org.dragoman.nlp;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads spans out of begin-inside-outside tag scores: the best sequence in which every {@code I-X} follows {@code B-X} or
 * {@code I-X}. Immutable.
 */
final class TagDecoder {
    private static final int NONE = -1;

    private final String[] types;
    private final boolean[] inside;
    private final int[] beginOf;
    private final int outside;
    private final boolean openStart;

    /**
     * A run of words under one tag.
     *
     * @param from index of the first word
     * @param to index after the last word
     * @param type the tag without its prefix, such as {@code PER}
     * @param probability geometric mean of the words' tag probabilities
     */
    record Tagged(int from, int to, String type, double probability) {}

    /**
     * @param tags in id order: {@code O}, and {@code B-X} and {@code I-X} for each type
     * @param openStart whether the first word may go on with a span that began before
     * @throws IllegalStateException if a tag is none of these, or a type lacks its {@code B-}
     */
    TagDecoder(List<String> tags, boolean openStart) {
        this.openStart = openStart;
        types = new String[tags.size()];
        inside = new boolean[tags.size()];
        beginOf = new int[tags.size()];
        outside = tags.indexOf("O");
        for (int tag = 0; tag < types.length; tag++) {
            String name = tags.get(tag);
            inside[tag] = name.startsWith("I-");
            types[tag] = tag == outside ? "" : name.substring(Math.min(2, name.length()));
            beginOf[tag] = tags.indexOf("B-" + types[tag]);
            if (tag != outside && (beginOf[tag] < 0 || !(inside[tag] || beginOf[tag] == tag))) {
                throw new IllegalStateException("not a begin-inside-outside tag: " + name);
            }
        }
        if (outside < 0) {
            throw new IllegalStateException("no tag O among " + tags);
        }
    }

    /**
     * Decodes words {@code from} to {@code to}.
     *
     * @param scores one row of tag scores (any scale that adds, such as logits) for each word of the block
     * @return the spans in order; word indexes count from {@code from}
     */
    List<Tagged> decode(FloatBuffer scores, int from, int to) {
        int words = to - from;
        int tags = types.length;
        double[] logs = logProbabilities(scores, from, to);
        int[] back = new int[words * tags];
        double[] total = new double[tags];
        double[] next = new double[tags];
        for (int word = 0; word < words; word++) {
            int best = 0;
            for (int tag = 1; tag < tags; tag++) {
                best = total[tag] > total[best] ? tag : best;
            }
            for (int tag = 0; tag < tags; tag++) {
                int previous = best;
                if (inside[tag]) {
                    previous = total[tag] > total[beginOf[tag]] ? tag : beginOf[tag];
                }
                double before = word > 0 ? total[previous] : inside[tag] && !openStart ? Double.NEGATIVE_INFINITY : 0;
                back[word * tags + tag] = previous;
                next[tag] = before + logs[word * tags + tag];
            }
            double[] spare = total;
            total = next;
            next = spare;
        }
        int tag = 0;
        for (int other = 1; other < tags; other++) {
            tag = total[other] > total[tag] ? other : tag;
        }
        int[] sequence = new int[words];
        for (int word = words - 1; word >= 0; word--) {
            sequence[word] = tag;
            tag = back[word * tags + tag];
        }
        return spans(sequence, logs);
    }

    private List<Tagged> spans(int[] sequence, double[] logs) {
        List<Tagged> spans = new ArrayList<>();
        int start = NONE;
        double sum = 0;
        for (int word = 0; word <= sequence.length; word++) {
            boolean goesOn = word < sequence.length && inside[sequence[word]] && start != NONE;
            if (start != NONE && !goesOn) {
                spans.add(new Tagged(start, word, types[sequence[start]], Math.exp(sum / (word - start))));
                start = NONE;
            }
            if (word < sequence.length && sequence[word] != outside) {
                sum = (goesOn ? sum : 0) + logs[word * types.length + sequence[word]];
                start = goesOn ? start : word;
            }
        }
        return spans;
    }

    private double[] logProbabilities(FloatBuffer scores, int from, int to) {
        int tags = types.length;
        double[] logs = new double[(to - from) * tags];
        for (int word = 0; word < to - from; word++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int tag = 0; tag < tags; tag++) {
                logs[word * tags + tag] = scores.get((from + word) * tags + tag);
                highest = Math.max(highest, logs[word * tags + tag]);
            }
            double sum = 0;
            for (int tag = 0; tag < tags; tag++) {
                sum += Math.exp(logs[word * tags + tag] - highest);
            }
            double norm = highest + Math.log(sum);
            for (int tag = 0; tag < tags; tag++) {
                logs[word * tags + tag] -= norm;
            }
        }
        return logs;
    }
}
