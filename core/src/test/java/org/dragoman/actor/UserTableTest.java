package org.dragoman.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dragoman.actor.Actor.Basis;
import org.dragoman.entity.CoreferenceResolver;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.EncoderAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTableTest {
    private static final ActorResolver SHIPPED = ActorResolver.open();

    @TempDir
    private Path folder;

    private UserTable table(String... lines) throws IOException {
        return UserTable.read(Files.write(folder.resolve("parties.tsv"), List.of(lines)));
    }

    @Test
    void winsOverTheShippedTables() throws IOException {
        ActorResolver actors = SHIPPED.with(table("# mine", "NATO|the Alliance\tXXX\tMIL GOV\talliance\t-\t-"));

        assertThat(actors.code("the Alliance", Optional.empty()))
                .isEqualTo(new Actor("NATO", "XXX", List.of("MIL", "GOV"), "alliance", Basis.USER_TABLE));
    }

    @Test
    void holdsForItsDays() throws IOException {
        ActorResolver actors = SHIPPED.with(
                table("Ann Vale\tUSA\tGOV\tsenator\t2010-01-01\t2014-12-31", "Ann Vale\tUSA\tBUS\t-\t2015-01-01\t-"));

        assertThat(actors.code("Ann Vale", Optional.of(LocalDate.of(2012, 5, 1)))
                        .sector())
                .isEqualTo("GOV");
        assertThat(actors.code("Ann Vale", Optional.of(LocalDate.of(2020, 5, 1)))
                        .sector())
                .isEqualTo("BUS");
        assertThat(actors.code("Ann Vale", Optional.of(LocalDate.of(2001, 5, 1)))
                        .basis())
                .isEqualTo(Basis.NONE);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> table("# mine", "Ann Vale\tUSA\tGOV\tsenator\tyesterday\t-"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parties.tsv:2");
        assertThatThrownBy(() -> table("Ann Vale\tUSA")).hasMessageContaining("parties.tsv:1");
    }

    @Test
    void memoryIsAskedLast() {
        ActorResolver actors = SHIPPED.with((ActorMemory) (name, day) -> name.equals("Olaf Stone")
                ? Optional.of(new Actor(name, "NOR", List.of("GOV"), "minister", Basis.TEXT))
                : Optional.empty());
        try (EncoderAnalyzer analyzer = EncoderAnalyzer.open("en")) {
            Analysis analysis = analyzer.analyze("Olaf Stone met President Joe Biden in Oslo.");
            Cast cast = actors.resolve(analysis, new CoreferenceResolver().resolve(analysis), Optional.empty());

            assertThat(cast.actors().values())
                    .extracting(Actor::country, Actor::basis)
                    .contains(tuple("NOR", Basis.MEMORY))
                    .doesNotContain(tuple("USA", Basis.MEMORY));
        }
    }
}
