package org.dragoman.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @ParameterizedTest
    @CsvSource({
        "Iraq, 99237, IQ, PCLI",
        "Türkiye, 298795, TR, PCLI",
        "Baghdad, 98182, IQ, PPLC",
        "Anbar, 99592, IQ, ADM1",
        "N.C., 4482348, US, ADM1",
        "Bombay, 1275339, IN, PPLA",
        "Middle East, 6269133, '', RGN",
    })
    void knows(String name, int id, String country, String feature) {
        assertThat(places(name)).anySatisfy(place -> {
            assertThat(place.geonamesId()).isEqualTo(id);
            assertThat(place.country()).isEqualTo(country);
            assertThat(place.feature()).isEqualTo(feature);
        });
    }

    @Test
    void countiesCarryTheirState() {
        assertThat(places("Avoyelles Parish")).singleElement().satisfies(place -> assertThat(place.admin())
                .isEqualTo("Louisiana"));
    }

    @Test
    void nationalityWordsAreGroups() {
        assertThat(Arrays.stream(GAZETTEER.senses("iraqi")).mapToObj(Gazetteer.Sense::unpack))
                .allSatisfy(sense -> assertThat(sense.kind()).isEqualTo(Gazetteer.Kind.GROUP));
    }

    @Test
    void unknownNamesHaveNoSense() {
        assertThat(GAZETTEER.senses("")).isEmpty();
        assertThat(GAZETTEER.senses("zzzz")).isEmpty();
        assertThat(GAZETTEER.senses("\uFFFF")).isEmpty();
    }

    @Test
    void everyPlaceIsOnTheMap() {
        for (int place = 0; place < GAZETTEER.size(); place++) {
            assertThat(GAZETTEER.latitude(place)).isBetween(-90.0, 90.0);
            assertThat(GAZETTEER.longitude(place)).isBetween(-180.0, 180.0);
        }
    }

    @Test
    void aDamagedFileIsRefused() {
        assertThatThrownBy(() -> Gazetteer.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"countries.tsv, 4", "regions.tsv, 5"})
    void holdsEveryRowOfTheTables(String table, int nameColumn) throws IOException {
        try (InputStream in = GazetteerTest.class.getResourceAsStream(table)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                double latitude = Double.parseDouble(cells[nameColumn - 2]);
                assertThat(places(cells[nameColumn]))
                        .as("run BuildGazetteer: %s", line)
                        .anySatisfy(place -> assertThat(place.latitude()).isEqualTo(latitude));
            });
        }
    }

    private static List<Place> places(String name) {
        return Arrays.stream(GAZETTEER.senses(NameKey.of(name)))
                .mapToObj(
                        packed -> GAZETTEER.place(Gazetteer.Sense.unpack(packed).place()))
                .toList();
    }
}
