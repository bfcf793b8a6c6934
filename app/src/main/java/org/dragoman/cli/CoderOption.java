package org.dragoman.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dragoman.event.EventCoder;
import org.dragoman.event.Preset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How events are coded: how sure they must be, and by whose types and frames. */
final class CoderOption {
    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            description =
                    "How sure events must be: precise (fewer and righter), balanced (the default) or recall (all).")
    private Preset preset = Preset.BALANCED;

    @Option(
            names = "--ontology",
            paramLabel = "DIR",
            description = "Folder with your own event types, codes, lists and frames (docs/ontology.md).")
    private @Nullable Path ontology;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * Loads the tables.
     *
     * @throws IOException if the ontology can't be read
     * @throws ParameterException if a line of it is wrong: file and line named
     */
    EventCoder open() throws IOException {
        if (ontology == null) {
            return EventCoder.open(preset);
        }
        if (!Files.isDirectory(ontology)) {
            throw new NoSuchFileException(ontology.toString());
        }
        try {
            return EventCoder.open(preset, ontology);
        } catch (IllegalStateException wrongLine) {
            throw new ParameterException(spec.commandLine(), wrongLine.getMessage(), wrongLine);
        }
    }
}
