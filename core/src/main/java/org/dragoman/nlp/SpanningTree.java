package org.dragoman.nlp;

import java.util.Arrays;
import org.dragoman.text.Dependency;

/**
 * Finds the dependency tree with the highest sum of arc scores: exactly one root, no cycle. Chu and Liu's and Edmonds'
 * algorithm, without recursion; most sentences need no more than its first step, as the best heads form a tree already.
 */
final class SpanningTree {
    private SpanningTree() {}

    /**
     * Decodes one sentence.
     *
     * @param scores for each word a row of {@code n + 1} finite scores: column 0 for being the root, column {@code h + 1}
     *     for hanging on word {@code h}; a word's score for itself is ignored
     * @return each word's head, {@link Dependency#ROOT} for exactly one; ties go to the leftmost head
     */
    static int[] decode(double[][] scores) {
        int[] heads = bestHeads(scores);
        if (isTree(heads)) {
            return heads;
        }
        // Root arcs cost more than any tree can win back, so the best tree takes the fewest possible: one.
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : scores) {
            for (double score : row) {
                low = Math.min(low, score);
                high = Math.max(high, score);
            }
        }
        double penalty = 1 + (high - low) * scores.length;
        return new Contraction(scores, penalty).heads();
    }

    /** Whether exactly one word is the root and all others hang on it, directly or not. */
    static boolean isTree(int[] heads) {
        int roots = 0;
        int[] mark = new int[heads.length];
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] == Dependency.ROOT) {
                roots++;
            }
            int at = i;
            while (at != Dependency.ROOT && mark[at] == 0) {
                mark[at] = i + 1;
                at = heads[at];
            }
            if (at != Dependency.ROOT && mark[at] == i + 1) {
                return false;
            }
        }
        return roots == 1;
    }

    private static int[] bestHeads(double[][] scores) {
        int[] heads = new int[scores.length];
        for (int word = 0; word < heads.length; word++) {
            int best = 0;
            for (int column = 1; column <= heads.length; column++) {
                if (column != word + 1 && scores[word][column] > scores[word][best]) {
                    best = column;
                }
            }
            heads[word] = best - 1;
        }
        return heads;
    }

    /**
     * The general case: whenever the best arcs close a cycle, the cycle becomes one new node. Node 0 is the artificial
     * root, 1 to n the words, the rest contracted cycles.
     */
    private static final class Contraction {
        private final int words;
        private final double[][] score;
        /** For the arc between two nodes, the word-level arc it stands for: {@code head * (n + 1) + dependent}. */
        private final int[][] arc;

        private final boolean[] active;
        /** The head chosen for each active node. */
        private final int[] best;
        /** The cycle node into which a node was contracted, 0 if none. */
        private final int[] parent;
        /** For each contracted node, its arc inside the cycle. */
        private final int[] cycleArc;

        private int nodes;

        Contraction(double[][] scores, double rootPenalty) {
            words = scores.length;
            nodes = words + 1;
            int most = 2 * words + 1;
            score = new double[most][most];
            arc = new int[most][most];
            active = new boolean[most];
            best = new int[most];
            parent = new int[most];
            cycleArc = new int[most];
            Arrays.fill(active, 0, nodes, true);
            for (int dependent = 1; dependent <= words; dependent++) {
                for (int head = 0; head <= words; head++) {
                    score[head][dependent] = scores[dependent - 1][head] - (head == 0 ? rootPenalty : 0);
                    arc[head][dependent] = head * (words + 1) + dependent;
                }
            }
        }

        int[] heads() {
            chooseHeads();
            for (int inCycle = findCycle(); inCycle >= 0; inCycle = findCycle()) {
                contract(inCycle);
                chooseHeads();
            }
            return expand();
        }

        private void chooseHeads() {
            for (int dependent = 1; dependent < nodes; dependent++) {
                if (active[dependent]) {
                    int chosen = 0;
                    for (int head = 1; head < nodes; head++) {
                        if (active[head] && head != dependent && score[head][dependent] > score[chosen][dependent]) {
                            chosen = head;
                        }
                    }
                    best[dependent] = chosen;
                }
            }
        }

        /** A node on a cycle of chosen heads, or -1. */
        private int findCycle() {
            int[] mark = new int[nodes];
            for (int start = 1; start < nodes; start++) {
                int at = start;
                while (at != 0 && active[at] && mark[at] == 0) {
                    mark[at] = start;
                    at = best[at];
                }
                if (at != 0 && active[at] && mark[at] == start) {
                    return at;
                }
            }
            return -1;
        }

        private void contract(int inCycle) {
            int cycle = nodes++;
            int member = inCycle;
            do {
                active[member] = false;
                parent[member] = cycle;
                cycleArc[member] = arc[best[member]][member];
                member = best[member];
            } while (member != inCycle);
            for (int other = 0; other < cycle; other++) {
                if (active[other]) {
                    joinArcs(cycle, inCycle, other);
                }
            }
            active[cycle] = true;
        }

        /** Gives the new node the best arc out of its cycle to {@code other}, and from there into the cycle. */
        private void joinArcs(int cycle, int inCycle, int other) {
            score[cycle][other] = Double.NEGATIVE_INFINITY;
            score[other][cycle] = Double.NEGATIVE_INFINITY;
            int member = inCycle;
            do {
                if (score[member][other] > score[cycle][other]) {
                    score[cycle][other] = score[member][other];
                    arc[cycle][other] = arc[member][other];
                }
                double entering = score[other][member] - score[best[member]][member];
                if (entering > score[other][cycle]) {
                    score[other][cycle] = entering;
                    arc[other][cycle] = arc[other][member];
                }
                member = best[member];
            } while (member != inCycle);
        }

        /** Opens the cycles again, last first: the arc that enters a cycle replaces one of its own. */
        private int[] expand() {
            int[] chosen = new int[nodes];
            for (int node = nodes - 1; node > 0; node--) {
                if (active[node]) {
                    chosen[node] = arc[best[node]][node];
                } else {
                    int entering = chosen[parent[node]];
                    int entered = entering % (words + 1);
                    while (parent[entered] != parent[node]) {
                        entered = parent[entered];
                    }
                    chosen[node] = entered == node ? entering : cycleArc[node];
                }
            }
            int[] heads = new int[words];
            for (int word = 1; word <= words; word++) {
                heads[word - 1] = chosen[word] / (words + 1) - 1;
            }
            return heads;
        }
    }
}
