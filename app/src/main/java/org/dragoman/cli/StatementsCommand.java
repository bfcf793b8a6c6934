package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dragoman.Dragoman;
import org.dragoman.Extraction;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.output.StatementFormat;
import org.dragoman.output.StoryWriter;
import org.dragoman.query.Field;
import org.dragoman.query.Filter;
import org.dragoman.query.KeptStatements;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;
import org.dragoman.quote.Statement;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.StatementFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "statements",
        mixinStandardHelpOptions = true,
        description = {
            "Writes who said what, to whom, directly and indirectly: on pages, which it reads, or in an archive.",
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
            "  dragoman statements page.html --kind belief,intention --format csv",
            "  dragoman statements --archive archive --by Erdogan --about Gaza --filter date:2014 --format digest"
        })
final class StatementsCommand implements Callable<Integer> {
    private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{3}");

    @Mixin
    private PagesOption input = new PagesOption();

    @Mixin
    private ActorsOption actors = new ActorsOption();

    @Option(
            names = {"-a", "--archive"},
            paramLabel = "DIR",
            description = "Look into this archive instead of reading pages; latest first.")
    private @Nullable Path archive;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "With --archive: only these, such as \"date:2014 source:Reuters\": docs/filter.md.")
    private String filter = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "With --archive: at most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

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
            description =
                    "table, digest (each statement marked in its paragraph), json (one story a line; with --archive one"
                            + " statement a line) or csv (one statement a row). Default: ${DEFAULT-VALUE}.")
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
        if (archive != null) {
            if (!input.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "either pages or --archive, not both");
            }
            return kept(archive);
        }
        if (Surroundings.of(spec).served().isPresent()) {
            throw new ParameterException(spec.commandLine(), "a server reads no pages for this: name its --archive");
        }
        if (!filter.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--filter asks an archive: name it with --archive");
        }
        PrintWriter messages = spec.commandLine().getErr();
        try (ReadSink sink = ReadSink.writing(writer(spec.commandLine().getOut()));
                Dragoman dragoman = actors.open();
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

    /** Asks an archive instead of reading. */
    private int kept(Path folder) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Filter chosen = asked().and(FilterOption.parse(List.of(filter), spec));
        if (!all && kinds.isEmpty()) {
            chosen = chosen.factualUnlessAsked();
        }
        try (Opened open = Surroundings.of(spec).openToRead(folder)) {
            Query query = new Query(open.archive());
            Result statements = query.statements(chosen, 0, limit);
            switch (format) {
                case TABLE, DIGEST -> {
                    KeptStatements.write(
                            statements,
                            query,
                            format.writer(out, Surroundings.of(spec).style()));
                    if (statements.more()) {
                        out.println("... and more: raise --limit");
                    }
                }
                case JSON -> ResultWriter.JSON.write(statements, out);
                case CSV -> ResultWriter.CSV.write(statements, out);
            }
        }
        Terminal.flush(out);
        return 0;
    }

    /** The options that choose, as a filter. */
    private Filter asked() {
        Filter asked = party(by, List.of(Field.SPEAKER, Field.ROLE), Field.COUNTRY)
                .and(party(to, List.of(Field.ADDRESSEE), Field.ADDRESSEE_COUNTRY));
        if (!about.isBlank()) {
            asked = asked.and(new Filter.Term(Field.CONTENT, List.of(about)));
        }
        if (!kinds.isEmpty()) {
            List<String> names = kinds.stream().map(Kind::name).sorted().toList();
            asked = asked.and(new Filter.Term(Field.KIND, names));
        }
        return asked;
    }

    /** @param country what to ask if it is a country's code */
    private static Filter party(String who, List<Field> words, Field country) {
        if (who.isBlank()) {
            return Filter.everything();
        }
        List<Filter> ways = new ArrayList<>();
        words.forEach(field -> ways.add(new Filter.Term(field, List.of(who))));
        if (COUNTRY_CODE.matcher(who).matches()) {
            ways.add(new Filter.Term(country, List.of(who)));
        }
        return ways.size() == 1 ? ways.get(0) : new Filter.Any(ways);
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
