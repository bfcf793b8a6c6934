package org.dragoman.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dragoman.archive.Archive;
import org.dragoman.archive.Samples;
import org.dragoman.query.Counts;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each export as its readers open it. */
class ExportTest {
    @TempDir
    private static Path folder;

    private static Archive archive;
    private static long events;
    private static long reports;

    @BeforeAll
    static void open() {
        archive = Archive.open(folder.resolve("archive"));
        archive.add(Samples.pages());
        events = new Query(archive).count(Target.EVENTS, Filter.everything());
        reports = new Query(archive).count(Target.REPORTS, Filter.everything());
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static Path write(ExportFormat format, Target target) throws IOException {
        Path file = folder.resolve(format.text() + "-" + target);
        long rows = new Export(archive).write(format, target, Filter.everything(), file);
        assertThat(rows)
                .isEqualTo(
                        format == ExportFormat.GDELT_MENTIONS
                                ? reports
                                : new Query(archive).count(target, Filter.everything()));
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "POLECAT, 40, true",
        "GDELT, 61, false",
        "GDELT_MENTIONS, 16, false",
        "ICEWS, 20, true",
        "PHOENIX, 26, false"
    })
    void layoutsHaveTheirColumnsInEveryRow(ExportFormat format, int columns, boolean header) throws IOException {
        List<String> lines = Files.readAllLines(write(format, Target.EVENTS));
        assertThat(lines).hasSize((int) (format == ExportFormat.GDELT_MENTIONS ? reports : events) + (header ? 1 : 0));
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(columns));
        assertThat(lines).noneMatch(line -> line.contains("\""));
        assertThat(format.columns()).hasSize(columns);
        if (header) {
            assertThat(List.of(lines.get(0).split("\t", -1)))
                    .isEqualTo(format.columns().stream()
                            .map(ExportFormat.Column::name)
                            .toList());
        }
        int cameo = format.columns().stream()
                .map(ExportFormat.Column::name)
                .toList()
                .indexOf(format == ExportFormat.ICEWS ? "CAMEO Code" : "EventCode");
        if (cameo >= 0) {
            assertThat(lines.subList(header ? 1 : 0, lines.size()))
                    .allSatisfy(line -> assertThat(line.split("\t", -1)[cameo]).matches("[012]\\d{1,3}"))
                    .anySatisfy(line -> assertThat(line.split("\t", -1)[cameo]).startsWith("0"));
        }
    }

    /** DuckDB's reader refuses a row with another number of columns, or a cell of another type. */
    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"POLECAT", "GDELT", "GDELT_MENTIONS", "ICEWS", "PHOENIX"})
    void layoutsOpenInAnotherReaderWithTheirDocumentedTypes(ExportFormat format) throws IOException, SQLException {
        Path file = write(format, Target.EVENTS);
        List<String[]> documented =
                Files.readAllLines(Path.of("src/test/resources/org/dragoman/export/layouts.tsv")).stream()
                        .map(line -> line.split("\t", -1))
                        .filter(cells -> cells[0].equals(format.text()))
                        .toList();
        String columns = documented.stream()
                .map(cells -> "'" + cells[1] + "': '" + cells[2] + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        long expected = format == ExportFormat.GDELT_MENTIONS ? reports : events;
        try (Connection other = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT \"" + documented.get(0)[1] + "\") FROM read_csv('"
                                + file + "', delim = '\t', quote = '', escape = '', header = " + format.hasHeader()
                                + ", auto_detect = false, null_padding = false, columns = " + columns + ")")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(expected);
            assertThat(rows.getLong(2)).isEqualTo(events);
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aDictionaryStandsBesideEachExport(ExportFormat format) throws IOException {
        Path file = write(format, Target.EVENTS);
        String dictionary = Files.readString(file.resolveSibling(file.getFileName() + ".columns.md"));
        assertThat(dictionary.lines().skip(4))
                .isNotEmpty()
                .allMatch(line -> line.matches("\\| \\d+ \\| [^|]+ \\|.*[^| ].*\\|"));
        assertThat(dictionary).doesNotContain("| null |");
    }

    /** The rows of an export that has all columns, as the archive has them. */
    private static Result kept(Target target) {
        String table = target.name().toLowerCase(Locale.ROOT);
        return new Query(archive).sql("SELECT * FROM " + table + " ORDER BY id", 1_000_000);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void parquetReadsBackAsItWas(Target target) throws IOException {
        try (var left = Files.list(archive.outbox())) {
            assertThat(left).isEmpty();
        }
        Result kept = kept(target);
        Path readable = archive.outbox().resolve("export.parquet");
        Files.copy(write(ExportFormat.PARQUET, target), readable);
        try {
            Result back = new Query(archive)
                    .sql(
                            "SELECT \"" + String.join("\", \"", kept.columns()) + "\" FROM read_parquet('" + readable
                                    + "') ORDER BY id",
                            1_000_000);
            assertThat(back).isEqualTo(kept);
        } finally {
            Files.delete(readable);
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void csvReadsBackWithAnotherReader(Target target) throws IOException {
        Result kept = kept(target);
        try (var reader = Files.newBufferedReader(write(ExportFormat.CSV, target))) {
            List<CSVRecord> back =
                    CSVFormat.RFC4180.builder().setHeader().get().parse(reader).getRecords();
            assertThat(back).hasSameSizeAs(kept.rows()).allMatch(CSVRecord::isConsistent);
            for (int i = 0; i < back.size(); i++) {
                for (String column : kept.columns()) {
                    assertThat(back.get(i).get(column))
                            .as(column)
                            .isEqualTo(text(kept.cell(kept.rows().get(i), column)));
                }
            }
        }
    }

    private static String text(@Nullable Object cell) {
        return cell instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : Objects.toString(cell, "");
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void jsonReadsBackWithAnotherReader(Target target) throws IOException {
        Result kept = kept(target);
        List<String> lines = Files.readAllLines(write(ExportFormat.JSON, target));
        assertThat(lines).hasSameSizeAs(kept.rows());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode back = new ObjectMapper().readTree(lines.get(i));
            for (String column : kept.columns()) {
                Object cell = kept.cell(kept.rows().get(i), column);
                assertThat(text(back.get(column))).as(column).isEqualTo(text(cell));
                assertThat(back.get(column).isNull()).as(column).isEqualTo(cell == null);
            }
        }
    }

    private static String text(JsonNode cell) {
        if (cell.isArray()) {
            List<String> items = new ArrayList<>();
            cell.forEach(item -> items.add(item.asText()));
            return String.join(";", items);
        }
        return cell.isNull() ? "" : cell.asText();
    }

    /** Names with tabs, line breaks and quotation marks leave each row its columns. */
    @Test
    void textsCannotBreakALayout() throws IOException {
        try (Archive odd = Archive.open(folder.resolve("odd"))) {
            odd.add(Samples.pages());
            try (Connection tables = odd.connect();
                    Statement statement = tables.createStatement()) {
                statement.execute("UPDATE events SET actor = 'The \"Free\tArmy\"' || chr(10) || 'of \\N'");
                statement.execute("UPDATE events SET place = actor");
            } catch (SQLException refused) {
                throw new AssertionError(refused);
            }
            Path file = folder.resolve("odd.tsv");
            for (ExportFormat format :
                    List.of(ExportFormat.POLECAT, ExportFormat.GDELT, ExportFormat.ICEWS, ExportFormat.PHOENIX)) {
                long rows = new Export(odd).write(format, Target.EVENTS, Filter.everything(), file);
                assertThat(Files.readAllLines(file))
                        .hasSize((int) rows + (format.hasHeader() ? 1 : 0))
                        .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSameSizeAs(format.columns()))
                        .noneMatch(line -> line.contains("\""))
                        .anyMatch(line -> line.toUpperCase(Locale.ROOT).contains("THE 'FREE ARMY' OF \\N"));
            }
        }
    }

    @Test
    void ploverRecordsAreWhatTheManualSays() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(write(ExportFormat.PLOVER, Target.EVENTS))) {
            JsonNode record = mapper.readTree(line);
            assertThat(record.fieldNames())
                    .toIterable()
                    .contains(
                            "id",
                            "date",
                            "actor",
                            "recipient",
                            "event",
                            "mode",
                            "context",
                            "event_loc",
                            "event_text",
                            "quad_code",
                            "event_scale",
                            "text",
                            "text_info",
                            "cite_info",
                            "coder",
                            "coded_date");
            assertThat(record.get("actor").isArray()).isTrue();
            int start = record.at("/text_info/trigger_start").intValue();
            assertThat(record.get("text").asText().substring(start))
                    .startsWith(record.get("event_text").asText());
        }
    }

    @Test
    void layoutsOfEventsTakeNoOtherRecords() {
        assertThatThrownBy(() -> write(ExportFormat.ICEWS, Target.STATEMENTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void paintsASeries() throws IOException {
        byte[] picture = Plot.png(
                new Counts(new Query(archive)).series(Filter.everything(), Counts.Step.YEAR, Counts.By.TYPE),
                "events",
                "all events");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getRGB(5, 5)).isEqualTo(Color.WHITE.getRGB());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(Arrays.stream(pixels).distinct().toArray())
                .contains(
                        Color.decode("#0072b2").getRGB(),
                        Color.decode("#d55e00").getRGB());
    }

    @Test
    void drawsASeries() {
        Counts query = new Counts(new Query(archive));
        String svg = Plot.svg(
                query.series(Filter.everything(), Counts.Step.MONTH, Counts.By.TYPE), "events", "<all> & everything");
        assertThat(svg).contains("<polyline", "&lt;all&gt; &amp; everything").endsWith("</svg>\n");
        assertThat(Plot.svg(query.series(Filter.parse("date:1900"), Counts.Step.DAY, Counts.By.DYAD), "events", ""))
                .contains("no events with a date");
    }
}
