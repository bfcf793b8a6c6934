package org.dragoman.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that only cost: others are answered all the same. */
class CrowdTest extends ServedSamples {
    private static final int CROWD = 10_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void tenThousandOpenConnectionsKeepNobodyWaiting() throws IOException {
        boolean enough = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() > CROWD + 1_000;
        assumeTrue(enough, "this system lets a process open too few files");
        Process crowd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crowd.class.getName(),
                        Integer.toString(server.address().getPort()),
                        Integer.toString(CROWD))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = crowd.inputReader()) {
            assertThat(told.readLine()).isEqualTo("there");
            for (int i = 0; i < 20; i++) {
                answersSoon("/api/health");
                answersSoon("/api/events?limit=" + (i + 1));
            }
        } finally {
            crowd.destroyForcibly();
        }
    }

    @Test
    void bodiesThatComeByteByByteAreNotWaitedFor() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket("127.0.0.1", server.address().getPort());
                write(
                        socket,
                        "POST /api/pages?url=https://example.org/" + i + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer " + TOKEN
                                + "\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<p>");
                slow.add(socket);
            }
            for (int i = 0; i < 10; i++) {
                for (Socket socket : slow) {
                    write(socket, "a");
                }
                Thread.sleep(300);
            }
            answersSoon("/api/health");
            answersSoon("/api/events?limit=7");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void write(Socket socket, String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException closed) {
            // The server has enough of it: that is what is wanted.
        }
    }

    private static void answersSoon(String path) {
        long start = System.nanoTime();
        HttpResponse<String> response = client.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(SOON);
    }
}
