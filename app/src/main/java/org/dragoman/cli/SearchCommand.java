package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.HitWriter;
import org.dragoman.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Finds articles of an archive by their words, those that fit best first, and shows where the words stand.",
            "",
            "Words are found inflected or not (attack: attacks, attacked); several words must all be there; a phrase needs"
                    + " quotation marks inside the argument's."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman search '\"car bomb\"' date:2014-06..2014-12",
            "  dragoman search barrel bombs country:SYR type:ACCUSE --format json"
        })
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (one article a line). Default: ${DEFAULT-VALUE}.")
    private HitWriter format = HitWriter.TABLE;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "10",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Opened open = archive.openToRead()) {
            format.write(
                    new Query(open.archive()).search(filter.filter(), 0, limit),
                    Surroundings.of(spec).style(),
                    out);
        }
        out.flush();
        return 0;
    }
}
