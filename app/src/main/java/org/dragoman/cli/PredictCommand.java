package org.dragoman.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.dragoman.Dragoman;
import org.dragoman.actor.UserTable;
import org.dragoman.predict.Task;
import org.dragoman.predict.Tasks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Writes predictions for an evaluation set.",
            "",
            "The input's format goes by the task: a folder of pages for articles and stories, CoNLL-U for syntax, JSON"
                    + " lines with id and text for the others. Offsets in these files count Unicode code points."
        })
final class PredictCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "TASK",
            completionCandidates = TaskNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String task = "";

    @Parameters(index = "1", paramLabel = "IN", description = "File or folder to read.")
    private Path input = Path.of("");

    @Parameters(index = "2", paramLabel = "OUT", description = "File to write; written over if it exists.")
    private Path output = Path.of("");

    @Mixin
    private CoderOption coder = new CoderOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Task chosen = TaskNames.find(task, spec);
        try (Dragoman dragoman = Dragoman.open(UserTable.EMPTY, coder.open())) {
            chosen.predict(dragoman, input, output);
        }
        return 0;
    }

    /** The tasks' names, for help, completion and look-up. */
    static final class TaskNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Tasks.BY_NAME.keySet().iterator();
        }

        static Task find(String name, CommandSpec spec) {
            Task task = Tasks.BY_NAME.get(name);
            if (task == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no task '" + name + "'; there are: " + String.join(", ", Tasks.BY_NAME.keySet()));
            }
            return task;
        }
    }
}
