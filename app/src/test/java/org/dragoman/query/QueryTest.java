package org.dragoman.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ArchiveException;
import org.dragoman.archive.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions to an archive of the sample pages. */
class QueryTest {
    @TempDir
    private static Path folder;

    private static Archive archive;
    private static Query query;

    @BeforeAll
    static void open() {
        archive = Archive.open(folder);
        archive.add(Samples.pages());
        query = new Query(archive);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static long one(String sql) {
        return (Long) query.sql(sql, 1).rows().get(0).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type:ASSAULT | type = 'ASSAULT'",
                "type:assault,accuse -quad:3 | type = 'ASSAULT'",
                "type:ASSAULT or type:ACCUSE | type IN ('ASSAULT', 'ACCUSE')",
                "country:SYR | actor_country = 'SYR' OR recipient_country = 'SYR'",
                "actor.country:gb recipient.country:irq | actor_country = 'GBR' AND recipient_country = 'IRQ'",
                "dyad:GBR>IRQ | actor_country = 'GBR' AND recipient_country = 'IRQ'",
                "in:IRQ | place_country = 'IQ'",
                "cameo:18 | cameo LIKE '18%'",
                "goldstein:..-5 | goldstein <= -5",
                "date:2016-11 | date >= '2016-11-01' AND date < '2016-12-01'",
                "-date:1900.. | date IS NULL",
                "actor:hammond | lower(actor) LIKE '%hammond%'",
                "actor:ham | false",
                "sector:REB | list_contains(actor_sectors, 'REB') OR list_contains(recipient_sectors, 'REB')",
                "modality:negated,hypothetical | NOT factual",
                "box:29/38/38/49 | latitude BETWEEN 29 AND 38 AND longitude BETWEEN 38 AND 49",
                "near:33.3/44.4/1 | false",
                "near:0/0/20100 | latitude IS NOT NULL",
                "source:gov.uk | list_contains(sources, 'GOV.UK')",
                "url:samples/uk-barrel | best_report IN (SELECT r.id FROM reports r JOIN articles a ON a.id = r.article WHERE a.url LIKE '%uk-barrel%')",
                "'' | true"
            })
    void filtersAsSqlDoes(String filter, String sql) {
        assertThat(query.count(Target.EVENTS, Filter.parse(filter)))
                .isEqualTo(one("SELECT count(*) FROM events WHERE " + sql));
    }

    @Test
    void everyFieldFitsSomeRecordsAndIsRefusedByOthers() {
        for (Field field : Field.values()) {
            String value = Stream.of("2014", "1", "1/2/3", "1/2/3/4", "fact", "USA>IRQ")
                    .filter(candidate -> {
                        try {
                            field.check(candidate);
                            return true;
                        } catch (IllegalArgumentException refused) {
                            return false;
                        }
                    })
                    .findFirst()
                    .orElseThrow();
            Filter filter = Filter.parse(field.text() + ":" + value);
            long fits = Stream.of(Target.values())
                    .filter(target -> {
                        try {
                            query.count(target, filter);
                            return true;
                        } catch (IllegalArgumentException refused) {
                            assertThat(refused).hasMessageContaining("can't be filtered by " + field.text());
                            return false;
                        }
                    })
                    .count();
            assertThat(fits).as(field.text()).isPositive();
        }
    }

    @Test
    void findsArticlesByInflectedWordsAndMarksThem() {
        Query.Hits hits = query.search(Filter.parse("\"suicide attack\" -\"barrel bomb\""), 0, 10);
        assertThat(hits.total()).isEqualTo(1);
        Hit hit = hits.best().get(0);
        assertThat(hit.url()).endsWith("us-hasaka-attack.html");
        assertThat(hit.passages()).isNotEmpty().allSatisfy(passage -> assertThat(passage.marks())
                .allSatisfy(mark -> assertThat(mark.in(passage.text())).containsIgnoringCase("attack")));
        assertThat(query.search(Filter.parse("attack date:1990"), 0, 10).total())
                .isZero();
        assertThat(query.search(Filter.parse("attack type:ACCUSE"), 0, 10).best())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.passages()).isNotEmpty());
        assertThat(query.search(Filter.everything(), 0, 100).total()).isEqualTo(13);
        assertThat(query.search(Filter.parse("\"!!\""), 0, 10).best()).isEmpty();
    }

    @Test
    void indexFollowsTheTablesWhateverHappenedToIt(@TempDir Path other) throws IOException {
        try (Archive first = Archive.open(other)) {
            first.add(Samples.pages().subList(0, 4));
        }
        try (Archive second = Archive.open(other)) {
            assertThat(found(second)).isEqualTo(ids(second));
            second.add(Samples.pages());
            assertThat(found(second)).isEqualTo(ids(second));
            second.forget(Samples.pages().get(1).page().url());
            assertThat(found(second)).isEqualTo(ids(second)).hasSize(12);
        }
        try (Stream<Path> files = Files.list(other.resolve("index"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".cfs")).toList()) {
                Files.write(file, new byte[100]);
            }
        }
        try (Archive damaged = Archive.openToRead(other)) {
            assertThat(found(damaged)).isEqualTo(ids(damaged));
        }
        try (Stream<Path> files = Files.list(other.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (Archive one = Archive.openToRead(other)) {
            assertThat(found(one)).isEqualTo(ids(one));
        }
    }

    private static List<Long> found(Archive archive) {
        return new Query(archive)
                .search(Filter.everything(), 0, 1_000).best().stream()
                        .map(Hit::article)
                        .sorted()
                        .toList();
    }

    private static List<Object> ids(Archive archive) {
        return new Query(archive)
                .sql("SELECT id FROM articles ORDER BY id", 1_000).rows().stream()
                        .map(row -> row.get(0))
                        .toList();
    }

    @Test
    void answersOnlyQuestions() {
        for (String order : List.of(
                "DROP TABLE events",
                "SELECT 1; DELETE FROM events",
                "SELECT 1; COMMIT; DELETE FROM events",
                "SELECT ';'; COMMIT; DELETE FROM events",
                "SELECT 1 /* ' */; COMMIT; DELETE FROM events -- '",
                "SELECT E'\\\\''; COMMIT; DELETE FROM events; SELECT '",
                "SELECT $$'$$; COMMIT; DELETE FROM events; SELECT $$'$$",
                "SELECT \"'\"; COMMIT; DELETE FROM events; SELECT \"'\"",
                "WITH x AS (SELECT 1) INSERT INTO events SELECT * FROM events",
                "EXPLAIN ANALYZE DELETE FROM events",
                "SET memory_limit = '1MB'",
                "COPY events TO '" + folder.resolve("outbox").resolve("x.csv") + "'",
                "ATTACH ':memory:' AS m",
                "INSTALL httpfs")) {
            assertThatThrownBy(() -> query.sql(order, 10))
                    .as(order)
                    .isInstanceOfAny(IllegalArgumentException.class, ArchiveException.class);
        }
        assertThatThrownBy(() -> query.sql("SELECT * FROM read_text('/etc/hostname')", 10))
                .isInstanceOf(ArchiveException.class);
        assertThat(one("SELECT count(*) FROM events")).isPositive();
        assertThat(query.sql("SELECT ';' AS x;\n", 10).rows()).hasSize(1);
        assertThat(query.sql("DESCRIBE events", 100).rows()).isNotEmpty();
        assertThat(query.sql("FROM events WHERE (type || mode) = 'x'", 100).rows())
                .isEmpty();
    }

    @Test
    void saysWhenThereIsMore() {
        assertThat(query.events(Filter.everything(), 0, 5).more()).isTrue();
        assertThat(query.events(Filter.everything(), 0, 5).rows()).hasSize(5);
        assertThat(query.events(Filter.everything(), 0, 10_000).more()).isFalse();
        assertThat(query.events(Filter.everything(), 5, 5).rows())
                .isEqualTo(query.events(Filter.everything(), 0, 10).rows().subList(5, 10));
    }
}
