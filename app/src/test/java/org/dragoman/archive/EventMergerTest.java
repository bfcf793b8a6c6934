package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventMergerTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 3);

    private static Row report(long id, Map<String, Object> details) {
        List<Object> cells =
                new ArrayList<>(Collections.nCopies(Table.REPORTS.columns().size(), null));
        cells.set(Table.REPORTS.position("id"), id);
        cells.set(Table.REPORTS.position("event"), id);
        details.forEach((column, cell) -> cells.set(Table.REPORTS.position(column), cell));
        return Row.of(Table.REPORTS, cells);
    }

    private static Map<String, Object> shelling(String sentence) {
        return Map.of(
                "type", "ASSAULT",
                "quad", 4,
                "date", DAY,
                "actor", "rebels",
                "actor_country", "SYR",
                "recipient", "army post",
                "recipient_country", "SYR",
                "modality", List.of(),
                "trigger", "shelled",
                "sentence", sentence);
    }

    /** Were each compared with each, these would be 200 million comparisons. */
    @Test
    @Timeout(20)
    void aWireStoryInTwentyThousandPapersIsOneEvent() {
        EventMerger merger = new EventMerger();
        Set<Long> events = new HashSet<>();
        for (int paper = 0; paper < 20_000; paper++) {
            Row row = report(100 + paper, shelling("Rebels shelled an army post."));
            merger.merge(new EventMerger.Teller(7, 7, Optional.of(DAY.plusDays(paper % 2)), Set.of()), List.of(row));
            events.add(row.numberOf("event"));
        }
        assertThat(events).containsExactly(100L);
    }

    @Test
    void twoActsOfOneArticleNeverBecomeOneEventOfAnother() {
        EventMerger merger = new EventMerger();
        List<Set<Long>> told = new ArrayList<>();
        for (int paper = 0; paper < 2; paper++) {
            Row morning = report(10 + paper, shelling("In the morning, rebels shelled an army post near the town."));
            Row night = report(20 + paper, shelling("At night, rebels shelled an army post on the hill, too."));
            night.set("quad", 3); // said rather than done: not taken for the same within an article
            morning.set("quad", 3);
            merger.merge(new EventMerger.Teller(paper, 7, Optional.of(DAY), Set.of()), List.of(morning, night));
            told.add(Set.of(morning.numberOf("event"), night.numberOf("event")));
        }
        assertThat(told.get(0)).hasSize(2).isEqualTo(told.get(1));
    }
}
