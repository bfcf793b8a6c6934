package org.dragoman.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {
    private static final ActorResolver ACTORS = ActorResolver.open();

    @ParameterizedTest
    @CsvSource({
        "a Turkish official, TUR, GOV",
        "a deputy in the Iraqi parliament, IRQ, LEG",
        "the commander of the NATO mission in Iraq, IGO, MIL",
        "Iraq's National Security Adviser, IRQ, GOV",
        "the United States National Security Council, USA, GOV",
        "ISIL forces, '', REB",
        "Taliban fighters, AFG, REB",
        "Iraqi forces, IRQ, MIL",
        "two million Syrians, SYR, CVL",
        "hundreds of thousands of Syrians, SYR, CVL",
        "the Syrians, SYR, ''",
        "an ISIL gang leader in Raqqah, '', REB",
        "government officials, '', GOV",
        "a UN envoy for Syria, UNO, GOV",
        "world leaders in London, '', ''",
        "Minister for the Middle East Tobias Ellwood, GBR, GOV",
        "the Emirates, ARE, GOV",
        "HMAS Anzac, AUS, MIL",
        "the special envoy for Syria, '', GOV",
        "HMS Ocean, GBR, MIL",
        "Da’esh, '', REB",
        "Deputy Secretary of State Antony Blinken, USA, GOV",
        "the Indian foreign secretary, IND, GOV",
        "the Royal Air Force, GBR, MIL",
        "Ankara, TUR, GOV",
        "the situation in Iraq, '', ''",
        "the police chief of Basra, IRQ, COP",
        "Kano State government, NGA, GOV",
        "the fighting in Basra, '', ''",
        "the president of the European Parliament, EUR, LEG",
        "the 45th president of the United States, USA, GOV",
        "South Ossetia, GEO, PRE",
        "coalition airstrikes, IGO, MIL",
        "the Islamic State of Iraq and the Levant, '', REB",
    })
    void codes(String phrase, String country, String sector) {
        Actor actor = ACTORS.code(phrase, Optional.empty());

        assertThat(actor.country()).isEqualTo(country);
        assertThat(actor.sector()).isEqualTo(sector);
    }

    @ParameterizedTest
    @CsvSource({
        "Trump, USA, 2019-04-01",
        "Xi, CHN, 2019-04-01",
        "Assad, SYR, 2016-04-01",
        "Biden, USA, 2022-04-01",
        "Smith, '', 2022-04-01"
    })
    void leadersAreKnownBySurname(String surname, String country, LocalDate day) {
        assertThat(ACTORS.code(surname, Optional.of(day)).country()).isEqualTo(country);
    }

    @Test
    void noLeaderOutsideTheTerm() {
        assertThat(ACTORS.code("Biden", Optional.of(LocalDate.of(1990, 1, 1)))).isEqualTo(Actor.unknown("Biden"));
    }

    @Test
    void aPersonsNameNamesNoPlace() {
        PhraseReader reader = new PhraseReader(Countries.open(), Directory.open(), Roles.open());

        assertThat(reader.read("Paris", support -> true, "Valeska Paris").head().items())
                .isEmpty();
        assertThat(reader.read("Texas governor Austin Paris", support -> true, "Austin Paris")
                        .head()
                        .country())
                .isEqualTo("USA");
    }
}
