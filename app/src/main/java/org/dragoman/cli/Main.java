package org.dragoman.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.dragoman.archive.ArchiveInUseException;
import org.dragoman.archive.NativeLibrary;
import org.dragoman.archive.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program's entrance. */
@Command(
        name = "dragoman",
        mixinStandardHelpOptions = true,
        version = "dragoman " + Version.PROGRAM,
        description = "Reads news pages and writes down who said or did what to whom, where and when.",
        subcommands = {
            ReadCommand.class,
            StatementsCommand.class,
            ExtractCommand.class,
            ExplainCommand.class,
            ConvertCommand.class,
            PredictCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            EventsCommand.class,
            SearchCommand.class,
            CountCommand.class,
            SeriesCommand.class,
            TopCommand.class,
            SqlCommand.class,
            ServeCommand.class,
            WatchCommand.class,
            ExportCommand.class,
            PlotCommand.class,
            SampleCommand.class,
            ForgetCommand.class,
            ImportCommand.class,
            HelpCommand.class
        })
public final class Main {
    private final Surroundings surroundings;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Runs the command line and exits: 0 well, 1 something could not be read or written, 2 wrong usage. */
    public static void main(String[] arguments) {
        NativeLibrary.settle();
        CommandLine commandLine = commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err));
        int code = commandLine.execute(arguments);
        commandLine.getOut().flush();
        System.exit(code);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(Surroundings.own(), out, err);
    }

    static CommandLine commandLine(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, command, parsed) ->
                        failed(exception, command, parsed.expandedArgs(), surroundings));
    }

    private static int failed(
            Exception exception, CommandLine command, List<String> arguments, Surroundings surroundings) {
        Exception told = exception;
        if (exception instanceof ArchiveInUseException inUse) {
            try {
                Optional<Integer> done = ServedCommands.send(inUse, command, arguments, surroundings);
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (IOException refused) {
                told = refused;
            }
        }
        command.getErr().println("dragoman: " + message(told));
        return 1;
    }

    private static String message(Exception exception) {
        if (exception instanceof NoSuchFileException) {
            return exception.getMessage() + ": no such file or folder";
        }
        // Without a message a user needs at least the kind of failure.
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }

    /** Whatever the locale, Dragoman writes UTF-8: "Türkiye" must not become "T?rkiye". */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)),
                descriptor == FileDescriptor.err);
    }
}
