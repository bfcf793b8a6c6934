package org.dragoman.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.Counts;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "top",
        mixinStandardHelpOptions = true,
        description = "Shows who is in most events or says most, and where most happens.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman top dyads quad:4 date:2014",
            "  dragoman top speakers country:TUR",
            "  dragoman top actors type:PROTEST --limit 100 --format csv"
        })
final class TopCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "${COMPLETION-CANDIDATES}: pairs of countries, parties, pairs of parties, places, speakers.")
    private What what = What.DYADS;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILTER",
            description = "Of which records: docs/filter.md.")
    private List<String> parts = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private FactsOption facts = new FactsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be ranked. */
    private enum What {
        DYADS,
        ACTORS,
        RELATIONS,
        PLACES,
        SPEAKERS;

        Result of(Counts counts, Filter filter, int limit) {
            return switch (this) {
                case DYADS -> counts.dyads(filter, limit);
                case ACTORS -> counts.actors(filter, limit);
                case RELATIONS -> counts.relations(filter, limit);
                case PLACES -> counts.places(filter, limit);
                case SPEAKERS -> counts.speakers(filter, limit);
            };
        }
    }

    @Override
    public Integer call() throws IOException {
        Filter filter = FilterOption.parse(parts, spec);
        try (Opened open = archive.openToRead()) {
            format.write(what.of(new Counts(new Query(open.archive())), facts.of(filter), limit));
        }
        return 0;
    }
}
