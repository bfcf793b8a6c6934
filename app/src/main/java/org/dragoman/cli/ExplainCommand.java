package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dragoman.Dragoman;
import org.dragoman.article.Article;
import org.dragoman.output.Explanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how a text is read: words and their dependencies, names, who is who, places, days, statements, events,"
                    + " and the rule and score behind each.",
            "",
            "Also shows the events that are negated or hypothetical, which read leaves out."
        },
        footerHeading = "%nExample:%n",
        footer = "  dragoman explain \"Iraq met NATO.\"")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "SENTENCE", description = "The text, in quotation marks.")
    private String text = "";

    @Option(names = "--date", paramLabel = "DAY", description = "Day of publication, such as 2024-11-27.")
    private @Nullable LocalDate published;

    @Mixin
    private ActorsOption actors = new ActorsOption();

    @Mixin
    private CoderOption coder = new CoderOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Article article = new Article(
                "explain", "", List.of(), Optional.ofNullable(published), Optional.empty(), "en", text, List.of());
        PrintWriter out = spec.commandLine().getOut();
        try (Dragoman dragoman = actors.open(coder.open())) {
            Explanation.write(dragoman.read(article), out);
        }
        out.flush();
        return 0;
    }
}
