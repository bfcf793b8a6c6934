package org.dragoman.place;

import java.util.Arrays;
import java.util.List;

/**
 * One name of an article and what is thought of its senses so far. Each array has one number for each sense; scores are
 * {@link RankingWeights}' units. Lives while one article is ranked, in one thread.
 */
final class SensesOfName {
    /** How sharply a difference in score tells: two units apart is 54 to 1. */
    private static final double SHARPNESS = 2;

    final List<Gazetteer.Sense> senses;
    /** What each sense is worth before anything in the article is looked at. */
    final double[] prior;
    /** The strongest sign beside any mention of the name. */
    final double[] beside;
    /** What the article's other places add. */
    double[] company;
    /** How likely each sense is; they add up to 1. */
    final double[] chance;

    SensesOfName(List<Gazetteer.Sense> senses, double[] prior) {
        this.senses = senses;
        this.prior = prior;
        beside = new double[prior.length];
        company = new double[prior.length];
        chance = new double[prior.length];
    }

    int size() {
        return senses.size();
    }

    /** The gazetteer's number of the place that sense {@code s} is. */
    int place(int s) {
        return senses.get(s).place();
    }

    /** The likeliest sense. */
    int best() {
        int best = 0;
        for (int s = 1; s < chance.length; s++) {
            if (chance[s] > chance[best]) {
                best = s;
            }
        }
        return best;
    }

    /** Takes the strongest of these signs and those taken before. */
    void addBeside(double[] signs) {
        for (int s = 0; s < signs.length; s++) {
            beside[s] = Math.max(beside[s], signs[s]);
        }
    }

    /** Weighs the senses anew, with {@code signs} for the words beside. */
    void weigh(double[] signs) {
        double[] scores = new double[prior.length];
        for (int s = 0; s < scores.length; s++) {
            scores[s] = prior[s] + company[s] + signs[s];
        }
        double top = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int s = 0; s < scores.length; s++) {
            chance[s] = Math.exp(SHARPNESS * (scores[s] - top));
            sum += chance[s];
        }
        for (int s = 0; s < scores.length; s++) {
            chance[s] /= sum;
        }
    }
}
