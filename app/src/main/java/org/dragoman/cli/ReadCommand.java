package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.actor.ActorMemory;
import org.dragoman.archive.Archive;
import org.dragoman.archive.KeptArticle;
import org.dragoman.output.Format;
import org.dragoman.output.StoryWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Reads pages and writes the stories on them: events (who did what to whom) and statements (who said what).",
            "",
            "Each record comes with the words that prove it. What can't be read is named, one line each, and counted;"
                    + " the rest is read all the same."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was read", "1:something could not be read", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman read samples",
            "  dragoman read page.html story.txt --format json",
            "  dragoman read pages --archive archive",
            "  dragoman read CC-NEWS-20240514.warc.gz --format csv",
            "  curl -s URL | dragoman read -"
        })
final class ReadCommand implements Callable<Integer> {
    /** Texts that are read again together: what a killed run may lose. */
    private static final int BATCH = 50;

    @Mixin
    private PagesOption input = new PagesOption();

    @Mixin
    private ActorsOption actors = new ActorsOption();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "table, json (one story a line) or csv (one record a row). Default: table; nothing with --archive.")
    private @Nullable Format format;

    @Option(
            names = {"-a", "--archive"},
            paramLabel = "DIR",
            description = "Keep what is read in this folder; pages that are there already are not read again.")
    private @Nullable Path archive;

    @Option(
            names = "--again",
            description =
                    "With --archive: read pages again that another version of program, model or tables read; without PATH,"
                            + " all texts in the archive that another version read.")
    private boolean again;

    @Option(
            names = "--no-memory",
            description = "With --archive: don't ask the archive who persons are that a text leaves unknown.")
    private boolean noMemory;

    @Option(
            names = "--all",
            description = "Also write events that are negated or hypothetical (\"may attack\"), marked as such.")
    private boolean all;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary, only records and failures.")
    private boolean quiet;

    @Mixin
    private CoderOption coder = new CoderOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter messages = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        if (archive != null && again && input.isEmpty()) {
            return textsAgain(archive, messages);
        }
        try (ReadSink sink = sink(out);
                Dragoman dragoman = actors.open(noMemory ? ActorMemory.NONE : sink.memory(), coder.open());
                ReadRun run = new ReadRun(dragoman, sink, messages, !quiet && Terminal.showsProgress())) {
            input.read(run::page, run::failure);
            run.finish();
            sink.complete();
            if (!quiet) {
                messages.println(run.summary());
            }
            return run.failures() == 0 ? 0 : 1;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Reads the archive's texts again, which needs no pages. */
    private int textsAgain(Path folder, PrintWriter messages) throws IOException {
        int articles = 0;
        int failures = 0;
        try (Archive open = Archive.open(folder);
                Dragoman dragoman = actors.open(noMemory ? ActorMemory.NONE : open.memory(), coder.open())) {
            for (List<KeptArticle> batch = open.outdated(0, BATCH);
                    !batch.isEmpty();
                    batch = open.outdated(batch.get(batch.size() - 1).seq(), BATCH)) {
                Map<KeptArticle, Reading> readings = new LinkedHashMap<>();
                List<Optional<Reading>> read = batch.parallelStream()
                        .map(kept -> textAgain(dragoman, kept, messages))
                        .toList();
                for (int i = 0; i < batch.size(); i++) {
                    KeptArticle kept = batch.get(i);
                    read.get(i).ifPresent(reading -> readings.put(kept, reading));
                }
                articles += readings.size();
                failures += batch.size() - readings.size();
                open.replace(readings);
            }
            open.remember();
        }
        if (!quiet) {
            messages.println(ReadRun.count(articles, "article") + " read again, " + ReadRun.count(failures, "failure"));
        }
        return failures == 0 ? 0 : 1;
    }

    private static Optional<Reading> textAgain(Dragoman dragoman, KeptArticle kept, PrintWriter messages) {
        try {
            return Optional.of(dragoman.read(kept.article()));
        } catch (RuntimeException | StackOverflowError mistake) {
            messages.println("dragoman: " + kept.article().url()
                    + ": could not be read again, which is a mistake of ours: " + mistake);
            return Optional.empty();
        }
    }

    private ReadSink sink(PrintWriter out) throws IOException {
        if (archive == null) {
            return ReadSink.writing(writer(format == null ? Format.TABLE : format, out));
        }
        StoryWriter writer = format == null ? story -> {} : writer(format, out);
        return ReadSink.archiving(Archive.open(archive), again, writer);
    }

    private StoryWriter writer(Format chosen, PrintWriter out) throws IOException {
        StoryWriter writer = chosen.writer(out, Terminal.style());
        return story -> {
            writer.write(all ? story : story.factual());
            Terminal.flush(out);
        };
    }
}
