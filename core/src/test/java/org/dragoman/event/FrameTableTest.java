package org.dragoman.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameTableTest {
    private final Ontology ontology = Ontology.open();
    private final FrameTable table = FrameTable.open(ontology);

    @Test
    void everyTypeHasFrames() {
        assertThat(ontology.types()).hasSize(16);
        assertThat(table.frames("condemn"))
                .extracting(frame -> frame.type().name(), Frame::cameo)
                .contains(org.assertj.core.groups.Tuple.tuple("ACCUSE", "111"));
    }

    @Test
    void triesTheMostSpecificLineFirst() {
        assertThat(table.frames("kill").get(0).flags()).contains(Frame.Flag.DROP);
    }

    @Test
    void knowsScores() {
        assertThat(ontology.goldstein("190")).isEqualTo(-10.0);
        assertThat(ontology.goldstein("036")).isEqualTo(4.0);
        assertThat(ontology.announced(ontology.type("ASSAULT").orElseThrow())
                        .type()
                        .name())
                .isEqualTo("THREATEN");
    }

    @Test
    void readsConditions() {
        Map<String, Set<String>> lists = Map.of("aid", Set.of("food", "money"));

        assertThat(Condition.AnyOf.parse("obj:party|obj=@aid|help|with", lists).alternatives())
                .containsExactly(
                        new Condition("obj", Set.of(), "party", false),
                        new Condition("obj", Set.of("food", "money", "help", "with"), "", false));
        assertThat(Condition.AnyOf.parse("!with|against", lists).alternatives())
                .containsExactly(
                        new Condition("with", Set.of(), "", true), new Condition("against", Set.of(), "", true));
        assertThatThrownBy(() -> Condition.AnyOf.parse("obj=@nothing", lists))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@nothing");
    }
}
