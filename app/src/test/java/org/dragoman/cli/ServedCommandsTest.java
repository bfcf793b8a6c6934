package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.archive.Archive;
import org.dragoman.archive.Samples;
import org.dragoman.output.Style;
import org.dragoman.server.Errand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on an archive that a server has open do and say what they do and say without it. */
class ServedCommandsTest {
    private static final Style PLAIN = new Style(80, false);

    @TempDir
    private Path folder;

    private Path archive = Path.of("");

    @BeforeEach
    void fill() {
        archive = folder.resolve("archive");
        try (Archive open = Archive.open(archive)) {
            open.add(Samples.pages());
        }
    }

    /** What a command did. */
    private record Outcome(int code, String out, String err, List<byte[]> files) {}

    private Outcome run(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err, true))
                .execute(arguments);
        List<byte[]> files = new ArrayList<>();
        for (String name : List.of("made", "made.columns.md", "made.svg")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                files.add(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return new Outcome(code, out.toString(), err.toString(), files);
    }

    private List<Outcome> questions() throws IOException {
        String at = archive.toString();
        String made = folder.resolve("made").toString();
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(run("events", "-a", at, "country:SYR"));
        outcomes.add(run("events", "-a", at, "--format", "json", "--all"));
        outcomes.add(run("search", "-a", at, "\"barrel bombs\""));
        outcomes.add(run("count", "-a", at));
        outcomes.add(run("series", "-a", at, "--by", "type", "--per", "year"));
        outcomes.add(run("top", "-a", at, "speakers"));
        outcomes.add(run("sql", "-a", at, "SELECT type, count(*) FROM events GROUP BY ALL ORDER BY ALL"));
        outcomes.add(run("statements", "-a", at, "--by", "hammond", "-f", "digest"));
        outcomes.add(run("sample", "-a", at, "--n", "5"));
        outcomes.add(run("export", "parquet", made, "-a", at));
        outcomes.add(run("export", "polecat", made, "-a", at, "date:2014"));
        outcomes.add(run("plot", made + ".svg", "-a", at));
        outcomes.add(run("sql", "-a", at, "SELECT nothing FROM nowhere"));
        outcomes.add(run("events", "-a", at, "colour:red"));
        outcomes.add(run("forget", "-a", at, "nothing"));
        return outcomes;
    }

    @Test
    void whatAServerHasOpenIsAskedThroughIt() throws IOException, InterruptedException {
        List<Outcome> without = questions();
        assertThat(without.get(9).files()).hasSize(2);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--archive",
                        archive.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).contains("Dragoman shows");
            List<Outcome> through = questions();
            for (int i = 0; i < without.size(); i++) {
                assertThat(through.get(i)).usingRecursiveComparison().isEqualTo(without.get(i));
            }
            String url = Path.of("..", "samples", "uk-barrel-bombs.txt").toString();
            assertThat(run("forget", "-a", archive.toString(), url).err()).contains("1 article taken out");
            assertThat(run("read", url, "-a", archive.toString()).err())
                    .contains("in use by process " + server.pid() + ": wait until it ends or stop it");
            try (var left = Files.list(archive.resolve("outbox"))) {
                assertThat(left).isEmpty();
            }
            server.toHandle().destroyForcibly();
            server.waitFor();
        }
        assertThat(archive.resolve("server")).exists();
        assertThat(run("sql", "-a", archive.toString(), "SELECT count(*) AS n FROM articles")
                        .out())
                .isEqualTo("n\n12\n");
    }

    @Test
    void noPathLeadsOutOfTheFolderOfACommand() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Path secret = Files.writeString(folder.resolve("secret"), "a secret");
        try (Archive open = Archive.open(archive)) {
            assertThat(done(
                            open,
                            files,
                            "export",
                            "csv",
                            folder.resolve("x/../out.csv").toString()))
                    .endsWith("rows written to out.csv\n");
            assertThat(files.resolve("out.csv")).exists();
            for (List<String> errand : List.of(
                    List.of("export", "csv", ".."),
                    List.of("statements", secret.toString()),
                    List.of("statements", "-a", "x", secret.toString()),
                    List.of("sample", "--answers", secret.toString()),
                    List.of("events", "@" + secret),
                    List.of("read", secret.toString()),
                    List.of("serve"))) {
                assertThat(done(open, files, errand.toArray(String[]::new)))
                        .as(errand.toString())
                        .isNotEmpty()
                        .doesNotContain("a secret");
            }
        }
        try (var made = Files.list(folder)) {
            assertThat(made.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("archive", "files", "secret");
        }
    }

    /** What a command in a server says. */
    private static String done(Archive open, Path files, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter both = new PrintWriter(said);
        new ServedCommands(open).run(new Errand(List.of(arguments), PLAIN), files, both, both);
        return said.toString();
    }
}
