package org.dragoman.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much of a text was found.
 *
 * @param precision share of the predicted runs of four words that gold has; empty if nothing was predicted
 * @param recall share of gold's runs of four words that were predicted; empty if gold is empty
 * @param exact whether the words are the same, in the same order
 * @param wordF1 of the bags of words, case ignored
 */
record TextOverlap(OptionalDouble precision, OptionalDouble recall, boolean exact, double wordF1) {
    private static final int RUN = 4;

    static TextOverlap of(String gold, String predicted) {
        List<String> goldWords = Words.of(gold);
        List<String> predictedWords = Words.of(predicted);
        int goldRuns = runs(goldWords);
        int predictedRuns = runs(predictedWords);
        if (goldRuns == 0 && predictedRuns == 0) {
            return new TextOverlap(OptionalDouble.empty(), OptionalDouble.empty(), true, 1);
        }
        double common = common(countRuns(goldWords), countRuns(predictedWords));
        return new TextOverlap(
                predictedRuns == 0 ? OptionalDouble.empty() : OptionalDouble.of(common / predictedRuns),
                goldRuns == 0 ? OptionalDouble.empty() : OptionalDouble.of(common / goldRuns),
                goldWords.equals(predictedWords),
                wordF1(gold, predicted));
    }

    /** F1 of two texts' bags of words, case ignored. */
    static double wordF1(String gold, String predicted) {
        List<String> goldWords = Words.of(Words.foldCase(gold));
        List<String> predictedWords = Words.of(Words.foldCase(predicted));
        double common = common(count(goldWords), count(predictedWords));
        return common == 0 ? 0 : 2 * common / (goldWords.size() + predictedWords.size());
    }

    private static int runs(List<String> words) {
        return words.isEmpty() ? 0 : Math.max(1, words.size() - RUN + 1);
    }

    /** A text with fewer words than a run has is one run. */
    private static Map<List<String>, Integer> countRuns(List<String> words) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i < runs(words); i++) {
            counts.merge(words.subList(i, Math.min(i + RUN, words.size())), 1, Integer::sum);
        }
        return counts;
    }

    private static Map<String, Integer> count(List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static <T> int common(Map<T, Integer> left, Map<T, Integer> right) {
        int common = 0;
        for (Map.Entry<T, Integer> entry : left.entrySet()) {
            common += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
        }
        return common;
    }
}
