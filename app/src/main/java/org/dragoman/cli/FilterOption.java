package org.dragoman.cli;

import java.util.List;
import org.dragoman.query.Filter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which records a command is about, as docs/filter.md says. */
final class FilterOption {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILTER",
            description = {
                "Which records, such as: type:ASSAULT country:SYR date:2014-06..2014-12 \"car bomb\"",
                "Parts side by side must all be met; there are also or, - and brackets: docs/filter.md."
            })
    private List<String> parts = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** @throws ParameterException if it isn't a filter */
    Filter filter() {
        return parse(parts, spec);
    }

    /** The same for a command that has other arguments before the filter. */
    static Filter parse(List<String> parts, CommandSpec spec) {
        try {
            return Filter.parse(String.join(" ", parts));
        } catch (IllegalArgumentException notAFilter) {
            throw new ParameterException(spec.commandLine(), String.valueOf(notAFilter.getMessage()), notAFilter);
        }
    }
}
