package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ArchiveInUseException;
import org.dragoman.server.Errand;
import org.dragoman.server.Signpost;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The commands that ask or mend an archive, where a server has it open: there they are done as elsewhere, but for files, which come back
 * to who sent the command. In the server no path that a command names leads out of the folder it is given.
 */
final class ServedCommands implements Errand.Runner {
    private static final Set<String> NAMES = Set.of(
            "events", "search", "count", "series", "top", "sql", "statements", "export", "plot", "sample", "forget");

    private final Archive archive;

    ServedCommands(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int run(Errand errand, Path files, PrintWriter out, PrintWriter err) {
        CommandLine line = Main.commandLine(new Surroundings(errand.style(), Optional.of(archive)), out, err);
        for (String name : List.copyOf(line.getSubcommands().keySet())) {
            if (!NAMES.contains(name)) {
                line.getCommandSpec().removeSubcommand(name);
            }
        }
        line.setExpandAtFiles(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(errand.style().colour() ? Ansi.ON : Ansi.OFF));
        line.registerConverter(Path.class, path -> inside(files, path));
        return line.execute(errand.arguments().toArray(String[]::new));
    }

    private static Path inside(Path folder, String path) {
        Path name = Path.of(path).getFileName();
        Path inside = name == null ? folder : folder.resolve(name).normalize();
        if (!folder.equals(inside.getParent())) {
            throw new TypeConversionException("'" + path + "' is no file");
        }
        return inside;
    }

    /**
     * Has a command done by the server that has its archive open.
     *
     * @param command that found the archive in use
     * @param arguments of the whole line
     * @return its exit code; empty if there is no such server, or it doesn't do this command
     */
    static Optional<Integer> send(
            ArchiveInUseException inUse, CommandLine command, List<String> arguments, Surroundings surroundings)
            throws IOException {
        Optional<Signpost> signpost = Signpost.find(inUse.folder())
                .filter(post -> inUse.owner().isPresent() && inUse.owner().getAsLong() == post.process());
        if (signpost.isEmpty() || !NAMES.contains(command.getCommandName())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Errand(arguments, surroundings.style())
                    .send(signpost.get(), directory(command), command.getOut(), command.getErr()));
        } catch (ConnectException stopped) {
            return Optional.empty();
        }
    }

    /** Where the file belongs that a command writes. */
    private static Path directory(CommandLine command) {
        for (PositionalParamSpec argument : command.getParseResult().matchedPositionals()) {
            if (argument.getValue() instanceof Path file) {
                return file.toAbsolutePath().resolveSibling("").normalize();
            }
        }
        return Path.of("").toAbsolutePath();
    }
}
