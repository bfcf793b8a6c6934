package org.dragoman.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dragoman.output.Style;

/**
 * A command line that one process has another do, because that has the archive open: sent to {@value #PATH}, answered with a ZIP of what
 * the command has written: the entry {@value #OUT} is for standard output, {@value #ERR} for standard error, and below {@value #FILES}
 * stand the files it made. The header {@value #CODE} has its exit code.
 *
 * @param arguments as after the program's name
 * @param style of the terminal that it is shown on
 */
public record Errand(List<String> arguments, Style style) {
    static final String PATH = "/api/command";
    static final String CODE = "Dragoman-Exit-Code";
    static final String OUT = "out";
    static final String ERR = "err";
    static final String FILES = "files/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    public Errand {
        arguments = List.copyOf(arguments);
    }

    /** Does errands, several at a time. */
    @FunctionalInterface
    public interface Runner {
        /**
         * Does one.
         *
         * @param files an empty folder for the files that the command makes, whatever folder its arguments name; it may touch no other
         * @return its exit code
         */
        int run(Errand errand, Path files, PrintWriter out, PrintWriter err);
    }

    /**
     * Has a server do it and hands on what comes of it.
     *
     * @param directory where the files belong that the command makes
     * @return the command's exit code
     * @throws ConnectException if no server answers there
     * @throws IOException if it refuses, or the answer breaks off
     */
    public int send(Signpost signpost, Path directory, PrintWriter out, PrintWriter err) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(signpost.address().resolve(PATH))
                .header("Authorization", "Bearer " + signpost.token())
                .header("Content-Type", Answer.JSON_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(json()))
                .build();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server at " + signpost.address() + " refuses: "
                            + JSON.readTree(body).path("detail").asText());
                }
                take(body, directory, out, err);
                return response.headers()
                        .firstValue(CODE)
                        .map(Integer::parseInt)
                        .orElse(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the server was asked", stopped);
        }
    }

    private static void take(InputStream body, Path directory, PrintWriter out, PrintWriter err) throws IOException {
        ZipInputStream parts = new ZipInputStream(body, StandardCharsets.UTF_8);
        for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
            String name = part.getName();
            if (name.equals(OUT) || name.equals(ERR)) {
                Reader text = new InputStreamReader(parts, StandardCharsets.UTF_8);
                text.transferTo(name.equals(OUT) ? out : err);
            } else {
                Path file = directory.resolve(name.substring(FILES.length()));
                if (!name.startsWith(FILES) || !directory.equals(file.getParent())) {
                    throw new IOException("the server sent a file that has no place: " + name);
                }
                Files.copy(parts, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out.flush();
        err.flush();
    }

    private String json() {
        ObjectNode errand = JSON.createObjectNode();
        ArrayNode words = errand.putArray("arguments");
        arguments.forEach(words::add);
        errand.put("columns", style.width());
        errand.put("colour", style.colour());
        return errand.toString();
    }

    /** @throws IllegalArgumentException if it isn't one */
    static Errand parse(byte[] json) {
        try {
            JsonNode errand = JSON.readTree(json);
            List<String> arguments = new ArrayList<>();
            for (JsonNode word : errand.path("arguments")) {
                if (!word.isTextual()) {
                    throw new IllegalArgumentException("arguments are texts");
                }
                arguments.add(word.textValue());
            }
            if (arguments.isEmpty()) {
                throw new IllegalArgumentException("arguments: wants a command and what follows it");
            }
            return new Errand(
                    arguments,
                    new Style(
                            errand.path("columns").asInt(),
                            errand.path("colour").asBoolean()));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("the body is not JSON", noJson);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
