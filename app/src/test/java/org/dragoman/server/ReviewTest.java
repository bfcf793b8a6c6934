package org.dragoman.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.dragoman.archive.Archive;
import org.dragoman.archive.ArchiveException;
import org.dragoman.archive.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
    private static final String TOKEN = "a-token-for-the-tests";

    @TempDir
    private Path folder;

    private Archive archive;
    private Server server;
    private Client client;

    @BeforeEach
    void start() {
        archive = Archive.open(folder);
        archive.add(Samples.pages().subList(0, 4));
        server = Server.start(archive, Settings.of("127.0.0.1", 0, TOKEN));
        client = new Client(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
        archive.close();
    }

    private HttpResponse<String> say(JsonNode report, String verdict, Map<String, String> fields) throws IOException {
        String body = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "kind",
                        "report",
                        "article",
                        report.path("article").asText(),
                        "record",
                        report.path("id").asText(),
                        "verdict",
                        verdict,
                        "fields",
                        fields,
                        "by",
                        "<b>Ann</b>"));
        return client.post(
                "/api/corrections", body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
    }

    private JsonNode reports() {
        return client.json("/api/reports?limit=1000&filter=modality:fact").get("items");
    }

    @Test
    void whatIsSaidStandsUntilSomethingElseIs() throws IOException {
        JsonNode report = reports().get(0);
        assertThat(say(report, "accept", Map.of()).statusCode()).isEqualTo(201);
        String tag = client.get("/api/corrections").headers().firstValue("ETag").orElseThrow();
        assertThat(say(report, "correct", Map.of("type", "AID", "recipient_country", ""))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> after = client.get("/api/corrections", "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        JsonNode items = Client.parsed(after.body()).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/verdict").asText()).isEqualTo("correct");
        assertThat(items.at("/0/fields/type").asText()).isEqualTo("AID");
        assertThat(items.at("/0/coded/type").asText())
                .isEqualTo(report.get("type").asText());
        server.close();
        server = Server.start(archive, Settings.of("127.0.0.1", 0, TOKEN));
        client = new Client(server.address());
        assertThat(client.json("/api/corrections?article="
                                + report.get("article").asText())
                        .get("items"))
                .isEqualTo(items);
    }

    @Test
    void goldHasSentencesOfWhichAllIsJudged() throws IOException {
        JsonNode first = reports().get(0);
        for (JsonNode report : reports()) {
            if (report.get("sentence").equals(first.get("sentence"))) {
                assertThat(client.get("/api/corrections/gold").body()).isEmpty();
                say(
                        report,
                        report.equals(first) ? "correct" : "reject",
                        report.equals(first) ? Map.of("actor_country", "XYZ") : Map.of());
            }
        }
        List<String> lines = client.get("/api/corrections/gold").body().lines().toList();
        assertThat(lines).hasSize(1);
        JsonNode gold = Client.parsed(lines.get(0));
        assertThat(gold.get("text")).isEqualTo(first.get("sentence"));
        assertThat(first.get("published").asText("undated"))
                .startsWith(gold.get("period").asText());
        assertThat(gold.get("events")).hasSize(1);
        assertThat(gold.at("/events/0/plover")).isEqualTo(first.get("type"));
        assertThat(gold.at("/events/0/sourceCountry").asText()).isEqualTo("XYZ");
    }

    @Test
    void refusesWhatIsNoCorrection() throws IOException {
        JsonNode report = reports().get(0);
        assertThat(say(report, "perhaps", Map.of()).statusCode()).isEqualTo(400);
        assertThat(say(report, "correct", Map.of()).statusCode()).isEqualTo(400);
        assertThat(say(report, "correct", Map.of("rule", "x")).statusCode()).isEqualTo(400);
        assertThat(say(report, "accept", Map.of("type", "AID")).statusCode()).isEqualTo(400);
        assertThat(say(report, "correct", Map.of("type", "x".repeat(501))).statusCode())
                .isEqualTo(400);
        assertThat(say(Client.parsed("{\"article\":\"1\",\"id\":\"1\"}"), "accept", Map.of())
                        .statusCode())
                .isEqualTo(404);
        for (String body : List.of("", "[]", "{", "{\"kind\":".repeat(5_000), "null")) {
            assertThat(client.post("/api/corrections", body, "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(client.json("/api/corrections").get("items")).isEmpty();
    }

    @Test
    void aCutOffLineIsDroppedAndABrokenOneIsNamed() throws IOException {
        say(reports().get(0), "accept", Map.of());
        Path file = folder.resolve("corrections.jsonl");
        Files.writeString(file, "{\"made\":\"20", StandardOpenOption.APPEND);
        Corrections corrections = new Corrections(folder);
        assertThat(corrections.count()).isEqualTo(1);
        corrections.add(corrections.all().get(0));
        assertThat(new Corrections(folder).count()).isEqualTo(2);
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> new Corrections(folder))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("corrections.jsonl:3");
    }
}
