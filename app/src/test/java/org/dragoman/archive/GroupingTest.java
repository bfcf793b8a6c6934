package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.junit.jupiter.api.Test;

/** What belongs together: copies, stories, and reports of one real event. */
class GroupingTest extends ReadTexts {
    /** One meeting as five outlets report it, each in its own words. */
    private static final List<String> MEETING = List.of("""
            Kerry meets Lavrov in Geneva over Syria truce
            GENEVA - U.S. Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in Geneva on Friday. \
            The two diplomats spent hours on a plan for a truce in Syria. Aid groups say Aleppo is running out of food.
            """, """
            Russia, US hold Syria talks
            Russia's foreign minister, Sergei Lavrov, met with U.S. Secretary of State John Kerry in Geneva on Friday. \
            Neither side announced an agreement on Syria after the session.
            """, """
            Lavrov and Kerry seek Syria deal in Geneva
            John Kerry met with Sergei Lavrov in Geneva on Friday, the State Department said. "We are not there yet," a U.S. \
            official told reporters about the Syria truce.
            """, """
            Truce in Syria: Kerry and Lavrov at the table again
            In Geneva, Secretary of State John Kerry met Russia's Foreign Minister Sergei Lavrov on Friday. Syria was the only \
            item of the day. Fighting went on around Aleppo.
            """, """
            Syria: top US and Russian diplomats meet
            U.S. Secretary of State John Kerry met Foreign Minister Sergei Lavrov of Russia in Geneva on Friday as the Syria \
            truce hung in the balance.
            """);

    private static final String WIRE = """
            The ministry said on Tuesday that the convoy had crossed the border shortly after dawn with forty trucks of flour. \
            Drivers described long waits at two checkpoints where guards searched every vehicle and copied the papers by hand. \
            A spokesman for the relief agency said the deliveries would reach nine villages that had been cut off since spring. \
            Residents of the first village gathered along the road and helped to carry the sacks into the school. The agency \
            expects to send a second convoy within ten days if the bridge can be repaired and the guards keep the road open. \
            Officials in the capital declined to say whether the agreement covers medicine, which was refused twice last month.
            """;

    private static List<ReadPage> meeting() {
        List<ReadPage> pages = new ArrayList<>();
        for (int i = 0; i < MEETING.size(); i++) {
            String[] parts = MEETING.get(i).split("\n", 2);
            pages.add(page(
                    "https://news" + i + ".example/story",
                    "Outlet " + i,
                    LocalDate.of(2016, 9, 9).plusDays(i % 2),
                    parts[0],
                    parts[1]));
        }
        return pages;
    }

    @Test
    void aMeetingThatFiveOutletsReportIsOneEvent() {
        try (Archive archive = Archive.open(folder)) {
            archive.add(meeting());
            Result events = new Query(archive).sql("""
                    SELECT reports, articles, len(sources), first_report::VARCHAR, last_report::VARCHAR, place FROM events
                    WHERE type = 'CONSULT' AND [actor_country, recipient_country] = ['USA', 'RUS']
                       OR type = 'CONSULT' AND [actor_country, recipient_country] = ['RUS', 'USA']
                    ORDER BY articles DESC""", 10);
            assertThat(events.rows().get(0).get(1)).isEqualTo(5L);
            assertThat(events.rows().get(0).get(2)).isEqualTo(5L);
            assertThat(events.rows().get(0).subList(3, 5)).isEqualTo(List.of("2016-09-09", "2016-09-10"));
        }
    }

    @Test
    void anotherMeetingAWeekLaterIsAnotherEvent() {
        try (Archive archive = Archive.open(folder)) {
            archive.add(meeting());
            long before = count(archive);
            archive.add(
                    List.of(
                            page(
                                    "https://later.example/story",
                                    "Outlet 1",
                                    LocalDate.of(2016, 9, 17),
                                    "Kerry meets Lavrov again",
                                    "U.S. Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in New York on Friday.")));
            assertThat(count(archive)).isGreaterThan(before);
        }
    }

    @Test
    void whatOneArticleTellsTwiceIsOneEventOnlyIfItIsTheTitle() {
        try (Archive archive = Archive.open(folder)) {
            archive.add(List.of(
                    page(
                            "https://a.example/1",
                            "A",
                            LocalDate.of(2016, 5, 3),
                            "Iran accuses Turkey of smuggling",
                            "Iran accused Turkey of smuggling oil on Tuesday. Turkey denied it. In the evening, Iran accused Turkey of"
                                    + " shelling a village near the border."),
                    page(
                            "https://b.example/1",
                            "B",
                            LocalDate.of(2016, 5, 20),
                            "A year of quarrels",
                            "Iran accused Turkey of smuggling oil. Then Iran accused Turkey of shelling a village.")));
            Result events = new Query(archive)
                    .sql("SELECT reports FROM events WHERE type = 'ACCUSE' ORDER BY first_report, reports DESC", 10);
            assertThat(events.rows()).containsExactly(List.of(2L), List.of(1L), List.of(1L), List.of(1L));
        }
    }

    @Test
    void copiesAreFoundWhateverTheLead() {
        LocalDate day = LocalDate.of(2016, 5, 3);
        try (Archive archive = Archive.open(folder)) {
            archive.add(
                    List.of(
                            page("https://a.example/1", "A", day, "Convoy crosses border", WIRE),
                            page(
                                    "https://b.example/1",
                                    "B",
                                    day.plusDays(1),
                                    "Flour at last",
                                    "After weeks of talks, help is on its way. " + WIRE),
                            page("https://c.example/1", "C", day, "Aid reaches villages", WIRE.substring(0, 500)),
                            page(
                                    "https://d.example/1",
                                    "D",
                                    day,
                                    "Convoy crosses border",
                                    "The senate voted on Tuesday to cut the budget of the film board by a third, after a debate of nine"
                                            + " hours in which directors read letters aloud. The board said it would close two studios.")));
            Result copies = new Query(archive).sql("SELECT count(DISTINCT copies) FROM articles", 1);
            assertThat(copies.rows().get(0).get(0)).isEqualTo(2L);
            Result counted =
                    new Query(archive).sql("SELECT max(articles), min(copies) FROM events WHERE articles > 1", 1);
            assertThat(counted.rows().get(0).get(1)).isIn(1L, null);
        }
    }

    @Test
    void orderOfBatchesMakesNoDifference() {
        List<List<Object>> together;
        try (Archive archive = Archive.open(folder.resolve("together"))) {
            archive.add(meeting());
            together = groups(archive);
        }
        try (Archive archive = Archive.open(folder.resolve("apart"))) {
            meeting().forEach(page -> archive.add(List.of(page)));
            assertThat(groups(archive)).isEqualTo(together);
        }
    }

    private static List<List<Object>> groups(Archive archive) {
        return List.copyOf(new Query(archive)
                .sql(
                        "SELECT r.id, r.event, a.copies, a.story FROM reports r JOIN articles a ON a.id = r.article ORDER BY r.id",
                        1_000)
                .rows());
    }

    private static long count(Archive archive) {
        return (Long) new Query(archive)
                .sql("SELECT count(*) FROM events WHERE type = 'CONSULT'", 1)
                .rows()
                .get(0)
                .get(0);
    }
}
