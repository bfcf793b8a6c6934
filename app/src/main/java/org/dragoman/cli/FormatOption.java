package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How an answer's rows are written. */
final class FormatOption {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (one row a line) or csv. Default: ${DEFAULT-VALUE}.")
    private ResultWriter format = ResultWriter.TABLE;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Writes an answer to the command's standard output. */
    void write(Result result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        format.write(result, out);
        out.flush();
    }
}
