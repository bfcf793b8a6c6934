package org.dragoman.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.dragoman.archive.Archive;
import org.dragoman.archive.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplingTest {
    @Test
    void drawsEquallyFromEachGroupAndTheSameEachTime(@TempDir Path folder) throws IOException {
        try (Archive archive = Archive.open(folder)) {
            archive.add(Samples.pages());
            Query query = new Query(archive);
            Result sample = Sampling.draw(query, Filter.everything(), Counts.By.TYPE, 12, 1);
            assertThat(sample.rows()).hasSize(12);
            long types =
                    query.sql("SELECT DISTINCT type FROM events", 100).rows().size();
            assertThat(sample.rows().stream()
                            .map(row -> sample.cell(row, "stratum"))
                            .distinct())
                    .hasSize((int) Math.min(12, types));
            assertThat(Sampling.draw(query, Filter.everything(), Counts.By.TYPE, 12, 1))
                    .isEqualTo(sample);
            assertThat(Sampling.draw(query, Filter.everything(), Counts.By.TYPE, 12, 2))
                    .isNotEqualTo(sample);
            StringBuilder csv = new StringBuilder();
            ResultWriter.CSV.write(sample, csv);
            String answered = csv.toString().replace("\r\n\"\",", "\r\nyes,");
            Result precision = Sampling.precision(new StringReader(answered));
            assertThat(precision.cell(precision.rows().get(precision.rows().size() - 1), "precision"))
                    .isEqualTo(1.0);
        }
    }

    @Test
    void weighsGroupsByTheirSizes() throws IOException {
        Result result = Sampling.precision(new StringReader("""
                right,stratum,stratum_size
                yes,A,900
                no,A,900
                y,B,100
                1,B,100
                ,B,100
                """));
        assertThat(result.rows().get(2).subList(0, 5)).isEqualTo(List.of("all", 1000L, 4L, 3L, 0.55));
        // Wilson's interval for 1 of 2, as his formula gives it.
        assertThat(result.rows().get(0).subList(4, 7)).isEqualTo(List.of(0.5, 0.095, 0.905));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> Sampling.precision(new StringReader("right,stratum,stratum_size\nmaybe,A,1\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Sampling.precision(new StringReader("right,stratum,stratum_size\n,A,1\n")))
                .hasMessageContaining("no answers");
    }
}
