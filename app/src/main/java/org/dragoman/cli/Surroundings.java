package org.dragoman.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dragoman.archive.Archive;
import org.dragoman.output.Style;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command is done: in a process of its own, or in the server that has the archive open.
 *
 * @param style of the terminal it is shown on
 * @param served the archive, in a server
 */
record Surroundings(Style style, Optional<Archive> served) {
    /** Those of a process of its own. */
    static Surroundings own() {
        return new Surroundings(Terminal.style(), Optional.empty());
    }

    /** A command's. */
    static Surroundings of(CommandSpec spec) {
        return ((Main) spec.root().userObject()).surroundings();
    }

    /** Opens the archive of a folder for a command that only asks. */
    Opened openToRead(Path folder) {
        return served.map(archive -> new Opened(archive, false))
                .orElseGet(() -> new Opened(Archive.openToRead(folder), true));
    }

    /** Opens the archive of a folder for a command that changes it. */
    Opened open(Path folder) {
        return served.map(archive -> new Opened(archive, false))
                .orElseGet(() -> new Opened(Archive.open(folder), true));
    }

    /**
     * An archive while a command uses it.
     *
     * @param own whether it is to be closed after that
     */
    record Opened(Archive archive, boolean own) implements AutoCloseable {
        @Override
        public void close() {
            if (own) {
                archive.close();
            }
        }
    }
}
