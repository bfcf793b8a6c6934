package org.dragoman.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.actor.ActorMemory;
import org.dragoman.actor.UserTable;
import org.dragoman.event.EventCoder;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.junit.jupiter.api.Test;

/** What an archive remembers of persons, and reading its texts again with it. */
class MemoryTest extends ReadTexts {
    private static final LocalDate DAY = LocalDate.of(2016, 5, 3);
    private static final String BARE = "Torvald Ekstrand met reporters on Tuesday. Torvald Ekstrand praised the plan.";

    private static ReadPage page(String name, LocalDate day, String body) {
        return page("https://" + name + ".example/", name, day, "", body);
    }

    private static List<ReadPage> introductions() {
        return List.of(
                page("a", DAY, "Swedish Foreign Minister Torvald Ekstrand arrived in Oslo on Monday for talks."),
                page(
                        "b",
                        DAY.plusDays(40),
                        "Officials said that Sweden's foreign minister Torvald Ekstrand criticized the delay of the bridge."),
                page("c", DAY, "Danish Foreign Minister Niels Rasmusgaard arrived in Oslo on Monday for talks."),
                page("d", DAY, "Spanish Defence Minister Juan Alcorta arrived in Madrid on Monday for a parade."),
                page("e", DAY, "Mexican Defence Minister Juan Alcorta spoke about drugs in Oaxaca on Friday."));
    }

    @Test
    void remembersWhomArticlesAgreeOnWhenARunIsComplete() {
        try (Archive archive = Archive.open(folder)) {
            archive.add(introductions());
            Optional<LocalDate> later = Optional.of(DAY.plusDays(60));
            assertThat(archive.memory().recall("Torvald Ekstrand", later)).isEmpty();
            archive.remember();
            ActorMemory memory = archive.memory();
            assertThat(memory.recall("Torvald Ekstrand", later)).hasValueSatisfying(actor -> {
                assertThat(actor.country()).isEqualTo("SWE");
                assertThat(actor.sector()).isEqualTo("GOV");
                assertThat(actor.role()).isEqualToIgnoringCase("foreign minister");
                assertThat(actor.basis()).isEqualTo(Actor.Basis.MEMORY);
            });
            assertThat(memory.recall("Torvald Ekstrand", Optional.of(DAY.minusDays(90))))
                    .as("before any article told")
                    .isEmpty();
            assertThat(memory.recall("Torvald Ekstrand", Optional.of(DAY.plusYears(5))))
                    .as("long after")
                    .isEmpty();
            assertThat(memory.recall("Niels Rasmusgaard", later))
                    .as("one article")
                    .isEmpty();
            assertThat(memory.recall("Juan Alcorta", later)).as("two of a name").isEmpty();
        }
    }

    @Test
    void textsReadAgainSayWhatTheMemoryGave() throws SQLException {
        try (Archive archive = Archive.open(folder)) {
            archive.add(introductions());
            archive.add(List.of(page("bare", DAY.plusDays(60), BARE)));
            archive.remember();
            assertThat(archive.outdated(0, 10)).isEmpty();
            assertThat(bare(archive)).isEqualTo(List.of(List.of("none")));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("archive.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO versions VALUES (99, 'older', '', '', '')");
            statement.execute("UPDATE articles SET version = 99 WHERE source = 'bare'");
        }
        try (Archive archive = Archive.open(folder);
                Dragoman reader = Dragoman.open(UserTable.EMPTY, archive.memory(), EventCoder.open())) {
            List<Object> before = counts(archive);
            List<KeptArticle> outdated = archive.outdated(0, 10);
            assertThat(outdated).extracting(kept -> kept.article().text()).containsExactly(BARE);
            Map<KeptArticle, Reading> again = new LinkedHashMap<>();
            outdated.forEach(kept -> again.put(kept, reader.read(kept.article())));
            archive.replace(again);
            assertThat(archive.outdated(0, 10)).isEmpty();
            assertThat(bare(archive)).isEqualTo(List.of(List.of("memory")));
            assertThat(counts(archive)).isEqualTo(before);
            assertThat(new Query(archive).search(Filter.parse("praised"), 0, 10).best())
                    .hasSize(1);
        }
    }

    private static List<?> bare(Archive archive) {
        return new Query(archive)
                .sql(
                        "SELECT basis FROM entities e JOIN articles a ON a.id = e.article"
                                + " WHERE a.source = 'bare' AND e.name = 'Torvald Ekstrand'",
                        10)
                .rows();
    }

    private static List<Object> counts(Archive archive) {
        return List.copyOf(new Query(archive)
                .sql(
                        "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM entities), (SELECT count(*) FROM bands),"
                                + " (SELECT count(*) FROM signatures), (SELECT count(*) FROM sentences)",
                        1)
                .rows());
    }
}
