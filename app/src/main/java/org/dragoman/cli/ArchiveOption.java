package org.dragoman.cli;

import java.nio.file.Path;
import org.dragoman.archive.Archive;
import picocli.CommandLine.Option;

/** Which archive a command asks. */
final class ArchiveOption {
    @Option(
            names = {"-a", "--archive"},
            paramLabel = "DIR",
            defaultValue = "${env:DRAGOMAN_ARCHIVE:-archive}",
            description = "The archive's folder. Default: $DRAGOMAN_ARCHIVE, else ./archive.")
    private Path folder = Path.of("archive");

    Path folder() {
        return folder;
    }

    Archive openToRead() {
        return Archive.openToRead(folder);
    }

    Archive open() {
        return Archive.open(folder);
    }
}
