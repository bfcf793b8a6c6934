package org.dragoman.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.export.Export;
import org.dragoman.export.ExportFormat;
import org.dragoman.query.Filter;
import org.dragoman.query.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes an archive's events to a file, and what its columns mean to FILE.columns.md.",
            "",
            "parquet, csv and json (lines) have all columns; plover, polecat, gdelt, gdelt-mentions, icews and phoenix are laid"
                    + " out as those data sets are: docs/export.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman export parquet syria.parquet country:SYR date:2014",
            "  dragoman export polecat events.tsv",
            "  dragoman export csv statements.csv --records statements speaker:lavrov"
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Written over if it exists.")
    private Path file = Path.of("");

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "FILTER", description = "Which records: docs/filter.md.")
    private List<String> parts = List.of();

    @Option(
            names = "--records",
            paramLabel = "KIND",
            defaultValue = "events",
            description =
                    "events, reports, statements or articles; for parquet, csv and json. Default: ${DEFAULT-VALUE}.")
    private Target target = Target.EVENTS;

    @Mixin
    private FactsOption facts = new FactsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ExportFormat chosen = Arrays.stream(ExportFormat.values())
                .filter(candidate -> candidate.text().equals(format))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no format '" + format + "'; there are: " + String.join(", ", new Formats())));
        if (!chosen.takesAnyRecord() && target != Target.EVENTS) {
            throw new ParameterException(spec.commandLine(), format + " has events only");
        }
        Filter filter = FilterOption.parse(parts, spec);
        try (Opened open = archive.openToRead()) {
            long rows = new Export(open.archive()).write(chosen, target, facts.of(filter, target), file);
            spec.commandLine()
                    .getErr()
                    .println(rows + (rows == 1 ? " row" : " rows") + " written to " + file.getFileName());
        }
        return 0;
    }

    /** The formats' names, for help and completion. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExportFormat.values()).map(ExportFormat::text).iterator();
        }
    }
}
