package org.dragoman.cli;

import org.dragoman.query.Counts;
import org.dragoman.query.Filter;
import org.dragoman.query.Result;
import picocli.CommandLine.Option;

/** How events are counted over time. */
final class SeriesOption {
    @Option(
            names = "--by",
            paramLabel = "GROUP",
            defaultValue = "dyad",
            description = "What is counted apart: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Counts.By by = Counts.By.DYAD;

    @Option(
            names = "--per",
            paramLabel = "SPAN",
            defaultValue = "month",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Counts.Step step = Counts.Step.MONTH;

    /** The counts of what a filter means. */
    Result of(Counts counts, Filter filter) {
        return counts.series(filter, step, by);
    }
}
