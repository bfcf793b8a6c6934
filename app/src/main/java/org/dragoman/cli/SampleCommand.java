package org.dragoman.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.Counts;
import org.dragoman.query.Query;
import org.dragoman.query.ResultWriter;
import org.dragoman.query.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Draws events to check by hand, as CSV, equally many from each group; and, once the column \"right\" is filled in with"
                    + " yes or no, says how precise the archive is.",
            "",
            "The same archive gives the same sample. The interval holds 95 times in 100 (Wilson)."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  dragoman sample --n 200 --by type > check.csv", "  dragoman sample --answers check.csv"})
final class SampleCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            defaultValue = "200",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--by",
            paramLabel = "GROUP",
            defaultValue = "type",
            description = "Groups: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Counts.By by = Counts.By.TYPE;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another number draws others.")
    private int seed;

    @Option(names = "--answers", paramLabel = "FILE", description = "A sample with the column \"right\" filled in.")
    private @Nullable Path answers;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (answers != null) {
            try (BufferedReader reader = Files.newBufferedReader(answers)) {
                ResultWriter.TABLE.write(Sampling.precision(reader), out);
            }
        } else {
            try (Opened open = archive.openToRead()) {
                ResultWriter.CSV.write(
                        Sampling.draw(new Query(open.archive()), filter.filter().factualUnlessAsked(), by, count, seed),
                        out);
            }
        }
        out.flush();
        return 0;
    }
}
