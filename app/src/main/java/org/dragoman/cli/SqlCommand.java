package org.dragoman.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many rows. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() throws IOException {
        try (Opened open = archive.openToRead()) {
            format.write(new Query(open.archive()).sql(question, limit));
        }
        return 0;
    }
}
