package org.dragoman.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dragoman.page.FieldNames;
import org.dragoman.page.PageReader;
import picocli.CommandLine.Option;

/** How the fields of JSON input are called, for commands that read pages. */
final class FieldOption {
    @Option(
            names = "--field",
            paramLabel = "FIELD=NAME",
            description = {
                "How a field of JSON input is called, where it has no usual name: --field text=story. Fields: text, html,"
                        + " title, authors, published, url, source, language."
            })
    private Map<FieldNames.Field, String> fields = new LinkedHashMap<>();

    /** A reader that knows these names. */
    PageReader reader() {
        FieldNames names = FieldNames.USUAL;
        for (Map.Entry<FieldNames.Field, String> field : fields.entrySet()) {
            names = names.with(field.getKey(), field.getValue());
        }
        return new PageReader().withFields(names);
    }
}
