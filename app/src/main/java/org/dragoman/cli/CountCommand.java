package org.dragoman.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the events, reports, statements and articles of an archive that a filter means; a kind of record that"
                    + " can't be filtered so has no row."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  dragoman count", "  dragoman count country:SYR date:2014 --format csv"})
final class CountCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private FactsOption facts = new FactsOption();

    @Override
    public Integer call() throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Opened open = archive.openToRead()) {
            Query query = new Query(open.archive());
            for (Target target : Target.values()) {
                if (target.takes(filter.filter())) {
                    Filter chosen = facts.of(filter.filter(), target);
                    rows.add(List.of(target.name().toLowerCase(Locale.ROOT), query.count(target, chosen)));
                }
            }
        }
        format.write(new Result(List.of("records", "count"), rows, false));
        return 0;
    }
}
