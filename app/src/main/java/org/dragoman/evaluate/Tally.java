package org.dragoman.evaluate;

/** Adds up one measure over texts. Not thread-safe. */
final class Tally {
    private int predictedRight;
    private int goldFound;
    private int predicted;
    private int gold;

    void add(int right, int predicted, int gold) {
        add(right, right, predicted, gold);
    }

    void add(int predictedRight, int goldFound, int predicted, int gold) {
        this.predictedRight += predictedRight;
        this.goldFound += goldFound;
        this.predicted += predicted;
        this.gold += gold;
    }

    boolean isEmpty() {
        return predicted == 0 && gold == 0;
    }

    Score score(String measure) {
        return Score.of(measure, predictedRight, goldFound, predicted, gold);
    }
}
