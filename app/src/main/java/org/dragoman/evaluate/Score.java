package org.dragoman.evaluate;

import java.util.OptionalInt;

/**
 * One row of an evaluation's table.
 *
 * @param measure its name, such as {@code class+dyad}
 * @param right how many of the predicted items are right; empty where precision and recall are means over pages
 * @param predicted how many items were predicted; for means and shares, over how many the figure is taken
 * @param gold how many items gold has; for means and shares, over how many the figure is taken
 * @param precision 0 to 1; 0 if nothing was predicted
 * @param recall 0 to 1; 0 if gold has nothing
 * @param share whether the row is one share of all cases, not precision and recall; both then hold that share
 */
public record Score(
        String measure, OptionalInt right, int predicted, int gold, double precision, double recall, boolean share) {

    /** Items found one by one. */
    static Score of(String measure, int right, int predicted, int gold) {
        return of(measure, right, right, predicted, gold);
    }

    /** As {@link #of(String, int, int, int)}, where several predicted items may meet one of gold, or the reverse. */
    static Score of(String measure, int predictedRight, int goldFound, int predicted, int gold) {
        return new Score(
                measure,
                OptionalInt.of(predictedRight),
                predicted,
                gold,
                ratio(predictedRight, predicted),
                ratio(goldFound, gold),
                false);
    }

    /** Precision and recall as means over pages. */
    static Score mean(String measure, int predicted, int gold, double precision, double recall) {
        return new Score(measure, OptionalInt.empty(), predicted, gold, precision, recall, false);
    }

    /** The share of cases that are so. */
    static Score share(String measure, int right, int cases) {
        double share = ratio(right, cases);
        return new Score(measure, OptionalInt.of(right), cases, cases, share, share, true);
    }

    /** The mean of a figure over cases. */
    static Score meanShare(String measure, double sum, int cases) {
        double share = ratio(sum, cases);
        return new Score(measure, OptionalInt.empty(), cases, cases, share, share, true);
    }

    /** The harmonic mean of precision and recall; of a share, the share. */
    public double f1() {
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    private static double ratio(double part, int whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
