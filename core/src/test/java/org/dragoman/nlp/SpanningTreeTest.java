package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dragoman.text.Dependency;
import org.junit.jupiter.api.Test;

class SpanningTreeTest {
    @Test
    void takesTheBestHeadsWhereTheyFormATree() {
        double[][] scores = {{0, 0, 5, 1}, {5, 0, 0, 1}, {0, 1, 5, 0}};

        assertThat(SpanningTree.decode(scores)).containsExactly(1, Dependency.ROOT, 1);
    }

    @Test
    void breaksACycleWhereItCostsLeast() {
        double[][] scores = {{4, 0, 5}, {1, 5, 0}};

        assertThat(SpanningTree.decode(scores)).containsExactly(Dependency.ROOT, 0);
    }

    @Test
    void allowsOneRootOnly() {
        double[][] scores = {{9, 0, 1}, {8, 1, 0}};

        assertThat(SpanningTree.decode(scores)).containsExactly(Dependency.ROOT, 0);
    }

    @Property(tries = 500, seed = "20261124")
    void isAsGoodAsTheBestOfAllTrees(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int words) {
        double[][] scores = random(new Random(seed), words);

        int[] heads = SpanningTree.decode(scores);

        assertThat(SpanningTree.isTree(heads)).isTrue();
        assertThat(sum(scores, heads)).isEqualTo(bestOfAll(scores, new int[words], 0));
    }

    @Property(tries = 20, seed = "20261124")
    void isATreeForLongSentences(@ForAll long seed, @ForAll @IntRange(min = 50, max = 150) int words) {
        assertThat(SpanningTree.isTree(SpanningTree.decode(random(new Random(seed), words))))
                .isTrue();
    }

    /** Whole numbers, so that sums compare exactly and ties are common. */
    private static double[][] random(Random random, int words) {
        double[][] scores = new double[words][words + 1];
        for (double[] row : scores) {
            for (int i = 0; i <= words; i++) {
                row[i] = random.nextInt(20) - 10;
            }
        }
        return scores;
    }

    private static double bestOfAll(double[][] scores, int[] heads, int word) {
        if (word == heads.length) {
            return SpanningTree.isTree(heads) ? sum(scores, heads) : Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int head = Dependency.ROOT; head < heads.length; head++) {
            if (head != word) {
                heads[word] = head;
                best = Math.max(best, bestOfAll(scores, heads, word + 1));
            }
        }
        return best;
    }

    private static double sum(double[][] scores, int[] heads) {
        double sum = 0;
        for (int word = 0; word < heads.length; word++) {
            sum += scores[word][heads[word] + 1];
        }
        return sum;
    }
}
