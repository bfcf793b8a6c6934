package org.dragoman.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** openapi.yaml is true: every path in it answers as it says, and there is no other. */
class DescriptionTest extends ServedSamples {
    private static final JsonNode DESCRIPTION = description();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static JsonNode description() {
        try (InputStream in = Server.class.getResourceAsStream("openapi.yaml")) {
            return new ObjectMapper().valueToTree(new Yaml().<Object>load(Objects.requireNonNull(in)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<String> operations() {
        List<String> operations = new ArrayList<>();
        DESCRIPTION.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    @Test
    void describesEveryAddressButThePage() {
        assertThat(server.routes())
                .filteredOn(route -> route.contains("/api/") || route.endsWith("/metrics"))
                .containsExactlyInAnyOrderElementsOf(operations());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersAsDescribed(String operation) {
        String method = operation.split(" ")[0].toLowerCase(Locale.ROOT);
        String path = operation.split(" ")[1];
        JsonNode described = DESCRIPTION.at("/paths").get(path).get(method);
        if (described.at("/responses/200/content").has("text/event-stream")) {
            return; // LiveFeedTest listens.
        }
        String question = withId(path) + parameters(described);
        HttpResponse<String> response = method.equals("post")
                ? client.post(
                        question,
                        withRecord(described
                                .at("/requestBody/content")
                                .elements()
                                .next()
                                .get("example")
                                .asText()),
                        "Authorization",
                        "Bearer " + TOKEN,
                        "Content-Type",
                        described.at("/requestBody/content").fieldNames().next())
                : client.get(question);
        JsonNode answer = described.at("/responses").get(Integer.toString(response.statusCode()));
        assertThat(answer)
                .as("%s: %s %s", question, response.statusCode(), response.body())
                .isNotNull();
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode schema = answer.at("/content").get(type);
        assertThat(schema).as("%s is described as %s", type, answer).isNotNull();
        assertThat(response.statusCode()).isLessThan(300);
        if (type.equals("application/json")) {
            assertThat(schema(schema.get("schema")).validate(Client.parsed(response.body())))
                    .isEmpty();
        }
    }

    @Test
    void refusesAsDescribed() {
        for (String path : List.of(
                "/api/events?limit=-1", "/api/series?by=hour", "/api/events/1", "/api/none", "/api/events?filter=(")) {
            HttpResponse<String> response = client.get(path);
            assertThat(response.statusCode()).isBetween(400, 499);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith(Problem.MEDIA_TYPE));
            JsonNode problem = Client.parsed(response.body());
            assertThat(schema(DESCRIPTION.at("/components/schemas/Problem")).validate(problem))
                    .isEmpty();
            assertThat(problem.get("status").intValue()).isEqualTo(response.statusCode());
        }
    }

    private static JsonSchema schema(JsonNode schema) {
        var whole = new ObjectMapper().createObjectNode();
        whole.setAll((com.fasterxml.jackson.databind.node.ObjectNode) schema);
        whole.set("components", DESCRIPTION.get("components"));
        return SCHEMAS.getSchema(whole);
    }

    private static String withId(String path) {
        if (!path.contains("{id}")) {
            return path;
        }
        String id =
                client.json(path.replace("/{id}", "?limit=1")).at("/items/0/id").asText();
        return path.replace("{id}", id);
    }

    private static String withRecord(String body) {
        JsonNode report = client.json("/api/reports?limit=1").at("/items/0");
        return body.replace("{article}", report.get("article").asText())
                .replace("{report}", report.get("id").asText());
    }

    private static String parameters(JsonNode described) {
        List<JsonNode> parameters = new ArrayList<>();
        described
                .path("parameters")
                .forEach(parameter -> parameters.add(
                        parameter.has("$ref")
                                ? DESCRIPTION.at(parameter.get("$ref").asText().substring(1))
                                : parameter));
        return parameters.stream()
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .map(parameter -> parameter.get("name").asText() + "="
                        + URLEncoder.encode(parameter.get("example").asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
