package org.dragoman.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest extends ServedSamples {
    private static final String PAGE = "<html><head><title>Oil talks</title></head><body><p>%s</p></body></html>"
            .formatted("Iraqi Prime Minister Haider al-Abadi met Turkish officials in Baghdad on Monday. ".repeat(6));

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void pagesMeetAndDoNotOverlap() {
        String path = "/api/events?all=true&limit=40&filter=" + encoded("confidence:0..1");
        int seen = 0;
        java.util.Set<String> ids = new java.util.HashSet<>();
        while (true) {
            HttpResponse<String> response = client.get(path);
            for (var item : Client.parsed(response.body()).get("items")) {
                ids.add(item.get("id").textValue());
                seen++;
            }
            String link = response.headers().firstValue("Link").orElse("");
            if (link.isEmpty()) {
                break;
            }
            path = link.substring(1, link.indexOf('>'));
        }
        assertThat(ids)
                .hasSize(seen)
                .hasSize(
                        client.json("/api/events?all=true&limit=0").get("total").intValue());
    }

    @Test
    void leavesOutWhatIsNoFactUnlessAsked() {
        int facts = client.json("/api/events?limit=0").get("total").intValue();
        assertThat(client.json("/api/events?limit=0&all=true").get("total").intValue())
                .isGreaterThan(facts);
        assertThat(client.json("/api/events?limit=0&filter=modality:any")
                        .get("total")
                        .intValue())
                .isGreaterThan(facts);
    }

    @Test
    void countsAgreeWithLists() {
        String filter = encoded("quad:3..4");
        int total =
                client.json("/api/events?limit=0&filter=" + filter).get("total").intValue();
        int counted = 0;
        for (var facet : client.json("/api/facets?limit=100&filter=" + filter).get("items")) {
            counted += facet.get("field").asText().equals("quad")
                    ? facet.get("records").intValue()
                    : 0;
        }
        assertThat(counted).isEqualTo(total).isPositive();
    }

    @Test
    void findsArticlesByTheirWords() {
        var hits = client.json("/api/search?filter=" + encoded("\"barrel bomb\""));
        assertThat(hits.get("total").intValue()).isPositive();
        var passage = hits.at("/items/0/passages/0");
        int[] text = passage.get("text").asText().codePoints().toArray();
        int start = passage.at("/marks/0/start").intValue();
        assertThat(new String(text, start, passage.at("/marks/0/end").intValue() - start))
                .startsWithIgnoringCase("barrel");
    }

    @Test
    void answersUnchangedUntilTheArchiveChanges() {
        String path = "/api/events?limit=3";
        String tag = client.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(client.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.post(
                                "/api/pages?url=" + encoded("https://example.org/1"),
                                PAGE,
                                "Authorization",
                                "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> changed = client.get(path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
        assertThat(client.json("/api/articles?filter=" + encoded("url:\"example.org/1\""))
                        .get("total")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void compressesAndWritesCsv() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/events?format=csv&limit=20000"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Answer.CSV_TYPE);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("id,date,type,mode,");
            assertThat(csv.lines().count())
                    .isGreaterThan(
                            client.json("/api/events?limit=0").get("total").intValue());
        }
    }

    @Test
    void countsRequests() {
        client.get("/api/none");
        assertThat(client.get("/metrics").body())
                .contains("dragoman_requests_total{method=\"GET\",status=\"404\"}")
                .contains("dragoman_archive_records{kind=\"events\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events?filter=type:ASSAULT",
                "/articles/1",
                "/articles?filter=oil",
                "/statements",
                "/actors",
                "/read",
                "/dyads/USA/IRQ",
                "/page.js",
                "/page.css",
                "/world.json"
            })
    void servesThePage(String path) {
        HttpResponse<String> response = client.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self';")
                        .doesNotContain("unsafe"));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../pom.xml",
                "/..%2f..%2fpom.xml",
                "/%2e%2e/pom.xml",
                "/page.js/../../openapi.yaml",
                "/page/../index.html",
                "/archive.duckdb",
                "//etc/passwd",
                "/index.html%00.js",
                "/api/articles/..%5c..%5cpom.xml",
                "/api/events/1%3B%20DROP%20TABLE%20events"
            })
    void noPathLeavesItsFolder(String path) throws IOException {
        String answer = client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("<project", "root:", "Exception", "openapi: 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE events; --",
                "type:ASSAULT') OR 1=1 --",
                "source:\"x' UNION SELECT * FROM read_text('/etc/passwd') --\"",
                "actor:\"<script>alert(1)</script>\"",
                "actor:\"(((((((((((((((((((((((((a+)+)+)+)+$\"",
                "title:\"\\u0000\r\nSet-Cookie: a=b\"",
                "near:NaN/NaN/1e308"
            })
    void hostileFiltersAreHarmless(String filter) {
        for (String path : List.of("/api/events", "/api/statements", "/api/articles", "/api/facets", "/api/series")) {
            HttpResponse<String> response = client.get(path + "?limit=1&filter=" + encoded(filter));
            assertThat(response.statusCode()).as(response.body()).isIn(200, 400);
            assertThat(response.body()).doesNotContain("Exception", "SELECT", "org.dragoman");
            assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
        }
        assertThat(client.json("/api/events?limit=0").get("total").intValue()).isPositive();
    }

    @Test
    void deepFiltersAreRefusedOrAnswered() {
        for (String filter : List.of(
                "(".repeat(3_900),
                "-".repeat(3_900) + "type:X",
                "(".repeat(1_900) + "a" + ")".repeat(1_900),
                "x".repeat(5_000))) {
            assertThat(client.get("/api/events?limit=1&filter=" + encoded(filter))
                            .statusCode())
                    .isIn(200, 400, 431, 503);
        }
        assertThat(client.get("/api/health").statusCode()).isEqualTo(200);
    }

    @Test
    void writesNeedTheToken() {
        String path = "/api/pages?url=" + encoded("https://example.org/2");
        assertThat(client.post(path, PAGE).statusCode()).isEqualTo(401);
        assertThat(client.post(path, PAGE, "Authorization", "Bearer wrong-wrong-wrong-wrong")
                        .statusCode())
                .isEqualTo(401);
        String cookie = Guard.COOKIE + "=" + TOKEN;
        assertThat(client.post(path, PAGE, "Cookie", cookie, "Content-Type", "text/plain")
                        .statusCode())
                .as("a form of another page could send that")
                .isEqualTo(403);
        assertThat(client.post(
                                path,
                                PAGE,
                                "Cookie",
                                cookie,
                                "Content-Type",
                                "text/html",
                                "Origin",
                                "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post(
                                path,
                                PAGE,
                                "Cookie",
                                cookie,
                                "Content-Type",
                                "text/html",
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post(path, PAGE, "Cookie", cookie, "Content-Type", "text/html")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesPagesThatAreNone() {
        String[] bearer = {"Authorization", "Bearer " + TOKEN};
        String good = "/api/pages?url=" + encoded("https://example.org/3");
        assertThat(client.post("/api/pages?url=" + encoded("file:///etc/passwd"), PAGE, bearer)
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post("/api/pages?url=" + encoded("https://x/\r\nA: b"), PAGE, bearer)
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(good, "", bearer).statusCode()).isEqualTo(400);
        assertThat(client.post(good, "%PDF-1.7", bearer).statusCode()).isEqualTo(422);
        assertThat(client.post(good, "a".repeat(5_000_001), bearer).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aNameThatOnlyResolvesHereIsNotAnswered() throws IOException {
        assertThat(client.raw("GET /api/events HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(client.raw("GET /api/events?limit=1 HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void brokenRequestsGetAProblemAndNothingElse() throws IOException {
        for (String request : List.of(
                "GET / HTTP/9.9\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET /api/events HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(client.raw(request))
                    .containsPattern("^HTTP/1.1 [45]\\d\\d")
                    .doesNotContain("Jetty", "Exception", "\tat ");
        }
    }

    @Test
    void openToOthersOnlyWithTheToken() {
        Settings settings = new Settings("127.0.0.1", 0, TOKEN, false);
        try (Server open = Server.start(archive, settings)) {
            Client other = new Client(open.address());
            assertThat(other.get("/api/health").statusCode()).isEqualTo(200);
            assertThat(other.get("/api/events").statusCode()).isEqualTo(401);
            assertThat(other.get("/api/events", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(other.get("/?token=wrong").statusCode()).isEqualTo(401);
            HttpResponse<String> signedIn = other.get("/?token=" + TOKEN);
            assertThat(signedIn.statusCode()).isEqualTo(303);
            assertThat(signedIn.headers().firstValue("Location"))
                    .hasValueSatisfying(
                            to -> assertThat(URI.create(to).getQuery()).isNull());
            assertThat(signedIn.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
            assertThat(other.get("/api/events", "Cookie", Guard.COOKIE + "=" + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aShortTokenIsNone() {
        assertThatThrownBy(() -> Settings.of("127.0.0.1", 0, "short")).hasMessageContaining("at least 16");
    }

    @Test
    void clientsThatAskTooOftenWait() {
        long[] now = {0};
        RateLimit limit = new RateLimit(3, 1, () -> now[0]);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.allows("a")).isTrue();
        }
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();
        now[0] += 1_000_000_000;
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
    }
}
