package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dragoman.Dragoman;
import org.dragoman.Extraction;
import org.dragoman.output.StatementFormat;
import org.dragoman.output.StoryWriter;
import org.dragoman.quote.Statement;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.StatementFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "statements",
        mixinStandardHelpOptions = true,
        description = {
            "Reads pages and writes who said what, to whom, directly and indirectly.",
            "",
            "Names and words are found whatever their case and accents. What is only thought or wanted, left unsaid or"
                    + " hypothetical is left out unless --kind or --all asks for it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was read", "1:something could not be read", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman statements pages --by Erdogan --about Gaza",
            "  dragoman statements pages --by TUR --to NATO --format digest",
            "  dragoman statements page.html --kind belief,intention --format csv"
        })
final class StatementsCommand implements Callable<Integer> {
    @Mixin
    private PagesOption input = new PagesOption();

    @Option(
            names = "--by",
            paramLabel = "WHO",
            description =
                    "Only what this speaker says: words of name or role (Erdogan, \"foreign minister\") or a country"
                            + " code (TUR).")
    private String by = "";

    @Option(names = "--to", paramLabel = "WHO", description = "Only what is said to them; as --by.")
    private String to = "";

    @Option(names = "--about", paramLabel = "WORDS", description = "Only what holds these words, one after the other.")
    private String about = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only these kinds: ${COMPLETION-CANDIDATES}. Default: speech and decree.")
    private Set<Kind> kinds = Set.of();

    @Option(names = "--all", description = "Also what is only thought or wanted, left unsaid or hypothetical.")
    private boolean all;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, digest (each statement marked in its paragraph), json (one story a line) or csv (one"
                    + " statement a row). Default: ${DEFAULT-VALUE}.")
    private StatementFormat format = StatementFormat.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary, only records and failures.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private int found;

    @Override
    public Integer call() throws IOException {
        PrintWriter messages = spec.commandLine().getErr();
        try (ReadSink sink = ReadSink.writing(writer(spec.commandLine().getOut()));
                Dragoman dragoman = Dragoman.open();
                ReadRun run = new ReadRun(dragoman, sink, messages, !quiet && Terminal.showsProgress())) {
            input.read(run::page, run::failure);
            run.finish();
            if (!quiet) {
                messages.println(found + " found: " + run.summary());
            }
            return run.failures() == 0 ? 0 : 1;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private StoryWriter writer(PrintWriter out) throws IOException {
        StoryWriter writer = format.writer(out, Terminal.style());
        StatementFilter filter = new StatementFilter(by, to, about, kinds);
        return story -> {
            String text = story.article().text();
            List<Statement> kept = story.statements().stream()
                    .filter(statement -> all || !kinds.isEmpty() || statement.factual())
                    .filter(statement -> filter.keeps(statement, text))
                    .toList();
            found += kept.size();
            if (!kept.isEmpty()) {
                writer.write(new Extraction(story.article(), kept, story.events()));
            }
            Terminal.flush(out);
        };
    }
}
