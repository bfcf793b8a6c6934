package org.dragoman.place;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "St. Étienne-du-Bois, saint etienne du bois",
        "The Hague, hague",
        "Ft. Worth, fort worth",
        "Sana'a, sanaa",
        "Tromsø, tromso",
        "W.Va., wva",
        "'Washington, D.C.', washington dc",
        "Theale, theale",
    })
    void spellingsOfOneNameMeet(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }

    @Property(seed = "20261124")
    void aKeyIsItsOwnKeyUnlessWordsAreWrittenOut(@ForAll String name) {
        String key = NameKey.of(name);
        assertThat(key).isEqualTo(key.strip());
        assertThat(key).doesNotContain("  ");
    }
}
