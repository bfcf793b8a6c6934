package org.dragoman.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Takes retracted pages out of an archive, with all that came of them: articles, statements, reports, and events"
                    + " that no other article tells."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all were taken out", "1:some are not in the archive", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  dragoman forget https://example.org/retracted.html")
final class ForgetCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses, or paths, as events shows them.")
    private List<String> urls = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter messages = spec.commandLine().getErr();
        int missing = 0;
        archive.openToRead().close(); // a mistyped folder must not become an archive
        try (Opened open = archive.open()) {
            for (String url : urls) {
                int articles = open.archive().forget(url);
                missing += articles == 0 ? 1 : 0;
                messages.println(
                        articles == 0
                                ? "dragoman: " + url + ": not in the archive"
                                : url + ": " + articles + (articles == 1 ? " article" : " articles") + " taken out");
            }
        }
        return missing == 0 ? 0 : 1;
    }
}
