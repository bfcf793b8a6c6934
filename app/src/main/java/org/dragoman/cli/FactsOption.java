package org.dragoman.cli;

import org.dragoman.query.Filter;
import org.dragoman.query.Target;
import picocli.CommandLine.Option;

/** Whether a command is about what happened only, as it is unless told otherwise. */
final class FactsOption {
    @Option(names = "--all", description = "Also what is negated or hypothetical (\"may attack\").")
    private boolean all;

    /** What a filter means of events, reports and statements. */
    Filter of(Filter filter) {
        return all ? filter : filter.factualUnlessAsked();
    }

    /** What a filter means of some records: articles are neither fact nor fiction. */
    Filter of(Filter filter, Target target) {
        return target == Target.ARTICLES ? filter : of(filter);
    }
}
