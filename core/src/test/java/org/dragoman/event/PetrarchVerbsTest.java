package org.dragoman.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetrarchVerbsTest {
    @TempDir
    private Path folder;

    @Test
    void turnsVerbsAndPatternsIntoFrames() throws IOException, URISyntaxException {
        List<String> lines =
                PetrarchVerbs.convert(Path.of(Objects.requireNonNull(getClass().getResource("petrarch-verbs.txt"))
                        .toURI()));

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("AID\tgive|donate\tv\tobj=dollar|franc\tsubj"))
                .anySatisfy(line -> assertThat(line).startsWith("AID\tgive|donate\tv\tobj=military obj=aid\t"))
                .anySatisfy(line -> assertThat(line).startsWith("AID\tgive|donate\tv\t-\t"))
                .anySatisfy(line -> assertThat(line).startsWith("COERCE\tslap\tv\tobj=sanction on\t"))
                .anySatisfy(line -> assertThat(line).startsWith("# line 12 left out, words before the verb"))
                .anySatisfy(line -> assertThat(line).startsWith("# say left out, code 010 is no event"));

        Files.write(folder.resolve("frames.tsv"), lines);
        FrameTable table = FrameTable.open(Ontology.open(folder), folder);
        assertThat(table.frames("slap").get(0).id()).startsWith("frames.tsv:");
    }
}
