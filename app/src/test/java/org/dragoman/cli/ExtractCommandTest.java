package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    private static final String SAMPLES = Path.of("..", "samples").toString();

    @TempDir
    private Path folder;

    @Test
    void writesAFileAnArticle() throws IOException {
        assertThat(extract(SAMPLES, "--out", folder.toString(), "--format", "markdown"))
                .isEmpty();
        List<Path> files = files();
        assertThat(files).hasSize(13);
        assertThat(files.toString()).contains("foreign-secretary-welcomes-baghdad-erbil-agreement-");
        assertThat(files).allSatisfy(file -> assertThat(Files.readString(file)).startsWith("# "));
        extract(SAMPLES, "--out", folder.toString(), "--format", "markdown");
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void writesJsonLines() {
        List<String> lines = extract(SAMPLES, "--format", "json").lines().toList();
        assertThat(lines).hasSize(13).allSatisfy(line -> {
            JsonNode article = new ObjectMapper().readTree(line);
            assertThat(article.get("body").asText()).isNotBlank();
            assertThat(article.get("language").asText()).isEqualTo("en");
        });
    }

    @Test
    void escapesWhatMarkdownWouldRead() throws IOException {
        Path page = folder.resolve("page.txt");
        Files.writeString(page, """
                Ministers agree on *it*

                1. The ministers of both countries agreed on Tuesday to reopen the harbour [in May] for good.
                """);
        assertThat(extract(page.toString(), "--format", "markdown"))
                .startsWith("# Ministers agree on \\*it\\*\n\n")
                .contains("\n\n1\\. The ministers")
                .contains("\\[in May\\]");
        assertThat(extract(page.toString()))
                .startsWith("Ministers agree on *it*\n\n")
                .contains("\n\n1. The ministers");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String extract(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = Stream.concat(Stream.of("extract"), Stream.of(arguments)).toArray(String[]::new);
        assertThat(Main.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter(), true))
                        .execute(all))
                .isZero();
        return out.toString();
    }
}
