package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dragoman.archive.Archive;
import org.dragoman.query.Query;
import org.dragoman.query.ResultWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a question to an archive in DuckDB's SQL; changes nothing.",
            "",
            "Tables: events, reports, statements, articles, entities, toponyms, sentences, pages, failures, runs, versions;"
                    + " views: evidence, sources, actor_memory. DESCRIBE events lists the columns."
        },
        footerHeading = "%nExample:%n",
        footer = "  dragoman sql \"SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC\"")
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(arity = "1", paramLabel = "SELECT", description = "The question, in quotation marks.")
    private String question = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (one row a line) or csv. Default: ${DEFAULT-VALUE}.")
    private ResultWriter format = ResultWriter.TABLE;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many rows. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Archive open = archive.openToRead()) {
            format.write(new Query(open).sql(question, limit), out);
        }
        out.flush();
        return 0;
    }
}
