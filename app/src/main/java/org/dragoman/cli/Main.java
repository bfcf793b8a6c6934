package org.dragoman.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entrance. */
@Command(
        name = "dragoman",
        mixinStandardHelpOptions = true,
        version = "dragoman 0.1.0",
        description = "Reads news pages and writes down who said or did what to whom, where and when.",
        subcommands = {ReadCommand.class, ExplainCommand.class, PredictCommand.class})
public final class Main {
    private Main() {}

    /** Runs the command line and exits: 0 well, 1 something could not be read or written, 2 wrong usage. */
    public static void main(String[] arguments) {
        // Whatever the locale, Dragoman writes UTF-8: "Türkiye" must not become "T?rkiye".
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        CommandLine commandLine = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("dragoman: " + exception.getMessage());
            return 1;
        });
        System.exit(commandLine.execute(arguments));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
