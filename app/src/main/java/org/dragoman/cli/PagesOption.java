package org.dragoman.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dragoman.page.FieldNames;
import org.dragoman.page.Page;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which pages a command reads, and how the fields of JSON input are called. */
final class PagesOption {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files, folders, or - for standard input: HTML, plain text, WARC, WET, JSON lines, JSON, RSS,"
                    + " Atom; gzipped or not.")
    private List<Path> paths = List.of();

    @Option(
            names = "--field",
            paramLabel = "FIELD=NAME",
            description = {
                "How a field of JSON input is called, where it has no usual name: --field text=story. Fields: text, html,"
                        + " title, authors, published, url, source, language."
            })
    private Map<FieldNames.Field, String> fields = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether no page is named. */
    boolean isEmpty() {
        return paths.isEmpty();
    }

    /**
     * Hands on the pages, and what can't be read, as {@link PageReader#read} does.
     *
     * @throws ParameterException if none is named
     */
    void read(Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        if (paths.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "which pages? Name files or folders, or - for standard input");
        }
        FieldNames names = FieldNames.USUAL;
        for (Map.Entry<FieldNames.Field, String> field : fields.entrySet()) {
            names = names.with(field.getKey(), field.getValue());
        }
        PageReader reader = new PageReader().withFields(names);
        for (Path path : paths) {
            reader.read(path, pages, failures);
        }
    }
}
