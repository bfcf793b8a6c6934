package org.dragoman.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.archive.Archive;
import org.dragoman.archive.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFeedTest {
    private static final Settings SETTINGS = Settings.of("127.0.0.1", 0, "a-token-for-the-tests");

    @TempDir
    private Path folder;

    /** The lines up to one that starts with {@code last}. */
    private static List<String> linesTo(BufferedReader in, String last) throws Exception {
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null) {
            lines.add(line);
            if (line.startsWith(last)) {
                return lines;
            }
            line = in.readLine();
        }
        throw new AssertionError("the stream ended after " + lines);
    }

    private static BufferedReader listen(Socket socket, String header) throws Exception {
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET /api/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + header
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void tellsOfWhatComesInAndOfWhatWasMissed() throws Exception {
        try (Archive archive = Archive.open(folder);
                Server server = Server.start(archive, SETTINGS)) {
            archive.add(Samples.pages().subList(0, 1));
            int port = server.address().getPort();
            String id;
            try (Socket socket = new Socket("127.0.0.1", port)) {
                BufferedReader in = listen(socket, "");
                linesTo(in, ": listening");
                archive.add(Samples.pages().subList(1, 2));
                List<String> lines = linesTo(in, "data:");
                assertThat(lines).contains("event: articles");
                assertThat(lines.get(lines.size() - 1)).contains("\"title\":");
                id = lines.stream()
                        .filter(line -> line.startsWith("id: "))
                        .findFirst()
                        .orElseThrow()
                        .substring(4);
            }
            archive.add(Samples.pages().subList(2, 3));
            try (Socket socket = new Socket("127.0.0.1", port)) {
                List<String> lines = linesTo(listen(socket, "Last-Event-ID: " + id + "\r\n"), "data:");
                assertThat(lines.get(lines.size() - 1))
                        .contains(Samples.pages()
                                .get(2)
                                .readings()
                                .get(0)
                                .article()
                                .url());
            }
        }
    }

    @Test
    void answersThoughThousandsHoldConnectionsOrSendSlowly() throws Exception {
        try (Archive archive = Archive.open(folder);
                Server server = Server.start(archive, SETTINGS)) {
            int port = server.address().getPort();
            List<Socket> open = new ArrayList<>();
            try {
                for (int i = 0; i < 1_500; i++) {
                    Socket socket = new Socket("127.0.0.1", port);
                    open.add(socket);
                    // Some say nothing, some stop within the head, some within a body.
                    String begun = i % 3 == 0
                            ? ""
                            : i % 3 == 1
                                    ? "GET /api/events HTTP/1.1\r\nHost: loc"
                                    : "POST /api/pages?url=https://x.example/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nab";
                    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                }
                Client client = new Client(server.address());
                assertThat(client.get("/api/health").statusCode()).isEqualTo(200);
                assertThat(client.get("/api/events").statusCode()).isEqualTo(200);
            } finally {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        }
    }
}
