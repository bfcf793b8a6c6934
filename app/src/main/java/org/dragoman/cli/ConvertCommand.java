package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dragoman.event.PetrarchVerbs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Turns a verb dictionary of PETRARCH into frames for read --ontology.",
            "",
            "What can't be turned stands in the output as a comment that says why."
        },
        footerHeading = "%nExample:%n",
        footer = "  dragoman convert CAMEO.2.0.txt > mine/frames.tsv")
final class ConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The verb dictionary.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PetrarchVerbs.convert(file).forEach(out::println);
        out.flush();
        return 0;
    }
}
