package org.dragoman.server;

import java.nio.file.Path;
import org.dragoman.archive.Archive;
import org.dragoman.archive.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server over an archive of the samples, one for all tests of a class: they only ask. */
abstract class ServedSamples {
    static final String TOKEN = "a-token-for-the-tests";

    @TempDir
    private static Path folder;

    static Archive archive;
    static Server server;
    static Client client;

    @BeforeAll
    static void start() {
        archive = Archive.open(folder);
        archive.add(Samples.pages());
        server = Server.start(archive, Settings.of("127.0.0.1", 0, TOKEN), (errand, files, out, err) -> {
            out.println(errand.arguments());
            return 0;
        });
        client = new Client(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        archive.close();
    }
}
