package org.dragoman.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.export.Plot;
import org.dragoman.query.Counts;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        description = {
            "Draws an archive's events over time as an SVG or PNG picture, a line for each of the eight largest groups; or"
                    + " writes the numbers: FILE ends in .svg, .png or .csv."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman plot syria.svg country:SYR date:2014 --by dyad --per month",
            "  dragoman plot tension.csv 'dyad:RUS>UKR' --of goldstein_mean"
        })
final class PlotCommand implements Callable<Integer> {
    private static final List<String> VALUES =
            List.of("events", "reports", "goldstein_sum", "goldstein_mean", "events_per_article");

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "An .svg, .png or .csv file; written over if it exists.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILTER", description = "Which events: docs/filter.md.")
    private List<String> parts = List.of();

    @Mixin
    private SeriesOption counting = new SeriesOption();

    @Option(
            names = "--of",
            paramLabel = "VALUE",
            defaultValue = "events",
            description =
                    "events, reports, goldstein_sum, goldstein_mean or events_per_article. Default: ${DEFAULT-VALUE}.")
    private String value = "events";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!VALUES.contains(value)) {
            throw new ParameterException(spec.commandLine(), "no value '" + value + "'; there are: " + VALUES);
        }
        Filter filter = FilterOption.parse(parts, spec);
        try (Opened open = archive.openToRead()) {
            Result series = counting.of(new Counts(new Query(open.archive())), filter.factualUnlessAsked());
            String title = filter.equals(Filter.everything()) ? "all events" : filter.toString();
            if (file.toString().endsWith(".csv")) {
                StringBuilder text = new StringBuilder();
                ResultWriter.CSV.write(series, text);
                Files.writeString(file, text);
            } else if (file.toString().endsWith(".png")) {
                Files.write(file, Plot.png(series, value, title));
            } else {
                Files.writeString(file, Plot.svg(series, value, title));
            }
        }
        return 0;
    }
}
