package org.dragoman.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dragoman.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes what a Spark cluster has read into an archive.",
            "",
            "Pages that the archive has are passed over, so that it may be run again as the folder grows. docs/spark.md tells"
                    + " how such a folder is made."
        },
        footerHeading = "%nExample:%n",
        footer = "  dragoman import store --archive archive")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "PARQUET",
            description = "Folders with tables, as dragoman-spark.jar writes them.")
    private List<Path> stores = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws NoSuchFileException {
        for (Path store : stores) {
            if (!Files.isDirectory(store.resolve("pages"))) {
                throw new NoSuchFileException(store.resolve("pages").toString());
            }
        }
        PrintWriter messages = spec.commandLine().getErr();
        try (Archive open = Archive.open(archive.folder())) {
            for (Path store : stores) {
                Archive.Taken taken = open.take(store);
                open.remember();
                messages.println(String.format(
                        Locale.ROOT,
                        "%s: %,d articles taken in, %,d failures noted",
                        store,
                        taken.articles(),
                        taken.failures()));
            }
        }
        return 0;
    }
}
