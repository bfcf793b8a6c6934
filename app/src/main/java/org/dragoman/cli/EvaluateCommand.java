package org.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dragoman.Dragoman;
import org.dragoman.evaluate.Evaluators;
import org.dragoman.evaluate.Score;
import org.dragoman.predict.Task;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures precision, recall and F1 on a gold set, your own corrections included.",
            "",
            "Predicts first, unless told where predictions are. Gold sets have the formats of predict's inputs with the right"
                    + " answers in them; for articles and stories a folder with gold.json and pages/."
        },
        footerHeading = "%nExample:%n",
        footer = "  dragoman evaluate events my-corrections.jsonl")
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "TASK",
            completionCandidates = PredictCommand.TaskNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String task = "";

    @Parameters(index = "1", paramLabel = "GOLD", description = "File or folder with the right answers.")
    private Path gold = Path.of("");

    @Option(names = "--predictions", paramLabel = "FILE", description = "Score these instead of predicting.")
    private @Nullable Path predictions;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Task chosen = PredictCommand.TaskNames.find(task, spec);
        if (predictions != null) {
            show(Evaluators.of(task).evaluate(gold, predictions));
            return 0;
        }
        Path predicted = Files.createTempFile("dragoman-" + task, ".json");
        try (Dragoman dragoman = Dragoman.open()) {
            Path pages = gold.resolve("pages");
            chosen.predict(dragoman, Files.isDirectory(pages) ? pages : gold, predicted);
            show(Evaluators.of(task).evaluate(gold, predicted));
        } finally {
            Files.deleteIfExists(predicted);
        }
        return 0;
    }

    private void show(List<Score> scores) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%-28s %7s %9s %7s %9s %7s %7s%n",
                "measure",
                "right",
                "predicted",
                "gold",
                "precision",
                "recall",
                "F1");
        for (Score score : scores) {
            String right =
                    score.right().isPresent() ? Integer.toString(score.right().getAsInt()) : "";
            if (score.share()) {
                out.printf(
                        Locale.ROOT,
                        "%-28s %7s %9s %7d %25.3f%n",
                        score.measure(),
                        right,
                        "",
                        score.gold(),
                        score.f1());
            } else {
                out.printf(
                        Locale.ROOT,
                        "%-28s %7s %9d %7d %9.3f %7.3f %7.3f%n",
                        score.measure(),
                        right,
                        score.predicted(),
                        score.gold(),
                        score.precision(),
                        score.recall(),
                        score.f1());
            }
        }
        out.flush();
    }
}
