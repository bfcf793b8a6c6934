package org.dragoman.cli;

import java.nio.file.Path;
import org.dragoman.cli.Surroundings.Opened;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which archive a command asks. */
final class ArchiveOption {
    @Option(
            names = {"-a", "--archive"},
            paramLabel = "DIR",
            defaultValue = "${env:DRAGOMAN_ARCHIVE:-archive}",
            description = "The archive's folder. Default: $DRAGOMAN_ARCHIVE, else ./archive.")
    private Path folder = Path.of("archive");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Path folder() {
        return folder;
    }

    /** For a command that only asks. */
    Opened openToRead() {
        return Surroundings.of(spec).openToRead(folder);
    }

    /** For a command that changes it. */
    Opened open() {
        return Surroundings.of(spec).open(folder);
    }
}
