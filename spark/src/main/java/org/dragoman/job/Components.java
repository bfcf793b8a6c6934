package org.dragoman.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Connected components of a graph whose nodes are numbers, each named by its smallest node, by alternating large-star and
 * small-star steps (R. Kiveris et al., Connected Components in MapReduce and Beyond, 2014). No step makes more edges than
 * there were, and a component of any shape takes about as many rounds as the logarithm of its size, squared.
 */
final class Components {
    private static final String NODE = "node";
    private static final String OTHER = "other";
    private static final String SMALLEST = "smallest";

    private Components() {}

    /**
     * Finds the components. The Spark context needs a checkpoint directory: each round starts from there.
     *
     * @param edges two columns of numbers, any names
     * @return {@code node}, {@code smallest}: one row for each node that isn't the smallest of its component
     */
    static Dataset<Row> of(Dataset<Row> edges) {
        Dataset<Row> stars = oriented(edges.toDF(NODE, OTHER)).checkpoint();
        while (true) {
            Dataset<Row> next = smallStar(largeStar(stars)).checkpoint();
            if (next.count() == stars.count() && next.except(stars).isEmpty()) {
                return next.toDF(NODE, SMALLEST);
            }
            stars = next;
        }
    }

    /** The larger end first, no loops, each edge once. */
    private static Dataset<Row> oriented(Dataset<Row> edges) {
        return edges.select(
                        greatest(col(NODE), col(OTHER)).as(NODE),
                        least(col(NODE), col(OTHER)).as(OTHER))
                .where(col(NODE).notEqual(col(OTHER)))
                .distinct();
    }

    /** Hangs every larger neighbour of a node on the smallest of the node and its neighbours. */
    private static Dataset<Row> largeStar(Dataset<Row> edges) {
        Dataset<Row> both = edges.union(edges.select(col(OTHER), col(NODE)));
        return both.withColumn(SMALLEST, least(col(NODE), smallestNeighbour()))
                .where(col(OTHER).gt(col(NODE)))
                .select(col(OTHER).as(NODE), col(SMALLEST).as(OTHER));
    }

    /** Hangs a node and its smaller neighbours on the smallest of them. */
    private static Dataset<Row> smallStar(Dataset<Row> edges) {
        Dataset<Row> known = oriented(edges).withColumn(SMALLEST, smallestNeighbour());
        return oriented(known.select(col(OTHER).as(NODE), col(SMALLEST).as(OTHER))
                .union(known.select(col(NODE), col(SMALLEST).as(OTHER))));
    }

    private static Column smallestNeighbour() {
        return min(col(OTHER)).over(Window.partitionBy(NODE));
    }
}
