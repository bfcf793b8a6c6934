package org.dragoman.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dragoman.Dragoman;
import org.dragoman.actor.ActorMemory;
import org.dragoman.actor.UserTable;
import org.dragoman.event.EventCoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The user's own parties, which win over text and shipped tables. */
final class ActorsOption {
    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description =
                    "A table of your own parties, which wins over what the text and the shipped tables tell: names,"
                            + " country, sectors, role, first day, last day, separated by tabs (docs/actors.md).")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * Opens a reader that knows them.
     *
     * @throws IOException if the file can't be read
     * @throws ParameterException if a line of it is wrong
     */
    Dragoman open() throws IOException {
        return open(EventCoder.open());
    }

    /** The same with events coded as {@code coder} does. */
    Dragoman open(EventCoder coder) throws IOException {
        return open(ActorMemory.NONE, coder);
    }

    /** The same, which also asks what an archive remembers of persons. */
    Dragoman open(ActorMemory memory, EventCoder coder) throws IOException {
        if (file == null) {
            return Dragoman.open(UserTable.EMPTY, memory, coder);
        }
        UserTable own;
        try {
            own = UserTable.read(file);
        } catch (IllegalStateException wrongLine) {
            throw new ParameterException(spec.commandLine(), wrongLine.getMessage(), wrongLine);
        }
        return Dragoman.open(own, memory, coder);
    }
}
