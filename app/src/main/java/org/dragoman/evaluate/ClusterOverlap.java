package org.dragoman.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well clusters of mentions agree, added up over texts: the links of MUC (Vilain and others 1995), the mentions of B³ (Bagga and
 * Baldwin 1998), the entities of CEAF (Luo 2005, entity-based), and their mean, the CoNLL score (Pradhan and others 2012).
 * Clusters of one mention count on neither side. Not thread-safe.
 */
final class ClusterOverlap {
    private final Sums muc = new Sums();
    private final Sums bCubed = new Sums();
    private final Sums ceaf = new Sums();
    private final Tally mentions = new Tally();

    /** Numerators and denominators of precision and recall. */
    private static final class Sums {
        private double precise;
        private double predicted;
        private double recalled;
        private double gold;

        double precision() {
            return predicted == 0 ? 0 : precise / predicted;
        }

        double recall() {
            return gold == 0 ? 0 : recalled / gold;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /** Adds one text's clusters; no mention is in two of one side. */
    void add(List<Set<Integer>> goldClusters, List<Set<Integer>> predictedClusters) {
        List<Set<Integer>> gold = several(goldClusters);
        List<Set<Integer>> predicted = several(predictedClusters);
        Set<Integer> goldMentions = new HashSet<>();
        gold.forEach(goldMentions::addAll);
        Set<Integer> found = new HashSet<>();
        predicted.forEach(found::addAll);
        Set<Integer> both = new HashSet<>(found);
        both.retainAll(goldMentions);
        mentions.add(both.size(), found.size(), goldMentions.size());
        muc.recalled += links(gold, predicted);
        muc.gold += gold.stream().mapToInt(cluster -> cluster.size() - 1).sum();
        muc.precise += links(predicted, gold);
        muc.predicted +=
                predicted.stream().mapToInt(cluster -> cluster.size() - 1).sum();
        bCubed.recalled += shares(gold, predicted);
        bCubed.gold += goldMentions.size();
        bCubed.precise += shares(predicted, gold);
        bCubed.predicted += found.size();
        double likeness = likeness(gold, predicted);
        ceaf.recalled += likeness;
        ceaf.gold += gold.size();
        ceaf.precise += likeness;
        ceaf.predicted += predicted.size();
    }

    /** @param prefix before each measure's name */
    List<Score> scores(String prefix) {
        Score found = mentions.score(prefix + "mentions");
        double conll = (muc.f1() + bCubed.f1() + ceaf.f1()) / 3;
        List<Score> scores = new ArrayList<>(List.of(found));
        Map.of("MUC", muc, "B3", bCubed, "CEAF", ceaf).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> scores.add(Score.mean(
                        prefix + entry.getKey(),
                        found.predicted(),
                        found.gold(),
                        entry.getValue().precision(),
                        entry.getValue().recall())));
        scores.add(Score.meanShare(prefix + "CoNLL F1", conll, 1));
        return scores;
    }

    private static List<Set<Integer>> several(List<Set<Integer>> clusters) {
        return clusters.stream().filter(cluster -> cluster.size() > 1).toList();
    }

    /** Which cluster each mention is in. */
    private static Map<Integer, Integer> places(List<Set<Integer>> clusters) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            for (int mention : clusters.get(i)) {
                places.put(mention, i);
            }
        }
        return places;
    }

    /** Of the links that hold {@code clusters} together, those that {@code others} have. */
    private static int links(List<Set<Integer>> clusters, List<Set<Integer>> others) {
        Map<Integer, Integer> places = places(others);
        int links = 0;
        for (Set<Integer> cluster : clusters) {
            Set<Integer> parts = new HashSet<>();
            int alone = 0;
            for (int mention : cluster) {
                Integer place = places.get(mention);
                if (place == null) {
                    alone++;
                } else {
                    parts.add(place);
                }
            }
            links += cluster.size() - parts.size() - alone;
        }
        return links;
    }

    /** For each mention, the share of its cluster that is with it in {@code others}, too; added up. */
    private static double shares(List<Set<Integer>> clusters, List<Set<Integer>> others) {
        Map<Integer, Integer> places = places(others);
        double sum = 0;
        for (Set<Integer> cluster : clusters) {
            Map<Integer, Integer> together = new HashMap<>();
            for (int mention : cluster) {
                Integer place = places.get(mention);
                if (place != null) {
                    together.merge(place, 1, Integer::sum);
                }
            }
            for (int count : together.values()) {
                sum += (double) count * count / cluster.size();
            }
        }
        return sum;
    }

    /** The likeness of the clusters under the best one-to-one alignment. */
    private static double likeness(List<Set<Integer>> gold, List<Set<Integer>> predicted) {
        int size = Math.max(gold.size(), predicted.size());
        double[][] likeness = new double[size][size];
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < predicted.size(); j++) {
                Set<Integer> both = new HashSet<>(gold.get(i));
                both.retainAll(predicted.get(j));
                likeness[i][j] = 2.0
                        * both.size()
                        / (gold.get(i).size() + predicted.get(j).size());
            }
        }
        int[] column = alignment(likeness);
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += likeness[column[j]][j];
        }
        return sum;
    }

    /** For each column the row with which the sum is greatest: the Hungarian method with potentials, O(n³). */
    private static int[] alignment(double[][] value) {
        int n = value.length;
        double[] rows = new double[n + 1];
        double[] columns = new double[n + 1];
        int[] rowOf = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            int[] way = new int[n + 1];
            double[] least = new double[n + 1];
            boolean[] used = new boolean[n + 1];
            Arrays.fill(least, Double.MAX_VALUE);
            rowOf[0] = row;
            int at = 0;
            do {
                used[at] = true;
                int next = 0;
                double delta = Double.MAX_VALUE;
                for (int j = 1; j <= n; j++) {
                    if (!used[j]) {
                        double cost = -value[rowOf[at] - 1][j - 1] - rows[rowOf[at]] - columns[j];
                        if (cost < least[j]) {
                            least[j] = cost;
                            way[j] = at;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (used[j]) {
                        rows[rowOf[j]] += delta;
                        columns[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                at = next;
            } while (rowOf[at] != 0);
            while (at != 0) {
                int before = way[at];
                rowOf[at] = rowOf[before];
                at = before;
            }
        }
        int[] alignment = new int[n];
        for (int j = 0; j < n; j++) {
            alignment[j] = rowOf[j + 1] - 1;
        }
        return alignment;
    }
}
