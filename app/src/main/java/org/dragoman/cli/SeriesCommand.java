package org.dragoman.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.dragoman.cli.Surroundings.Opened;
import org.dragoman.query.Counts;
import org.dragoman.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = {
            "Counts an archive's events over time, group by group: events, reports of them, sum and mean of their Goldstein"
                    + " scores, and events for each article published in that time. A time without events has no row."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dragoman series 'dyad:RUS>UKR' --per week",
            "  dragoman series country:SYR --by type --format csv > syria.csv"
        })
final class SeriesCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private SeriesOption series = new SeriesOption();

    @Mixin
    private FactsOption facts = new FactsOption();

    @Override
    public Integer call() throws IOException {
        try (Opened open = archive.openToRead()) {
            format.write(series.of(new Counts(new Query(open.archive())), facts.of(filter.filter())));
        }
        return 0;
    }
}
