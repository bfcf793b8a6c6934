package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.EventLines;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = {
            "Shows events of an archive, latest first, each real event once however many articles report it.",
            "",
            "In json and csv all columns of the table events are written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman events type:ASSAULT country:SYR date:2014",
            "  dragoman events 'dyad:USA>IRQ' quad:1,2 --format csv --limit 10000",
            "  dragoman events sources:3.. '\"chemical weapons\"'"
        })
final class EventsCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (one event a line) or csv. Default: ${DEFAULT-VALUE}.")
    private ResultWriter format = ResultWriter.TABLE;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private FactsOption facts = new FactsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Opened open = archive.openToRead()) {
            Result events = new Query(open.archive()).events(facts.of(filter.filter()), 0, limit);
            if (format == ResultWriter.TABLE) {
                EventLines.write(events, Surroundings.of(spec).style(), out);
            } else {
                format.write(events, out);
            }
        }
        out.flush();
        return 0;
    }
}
