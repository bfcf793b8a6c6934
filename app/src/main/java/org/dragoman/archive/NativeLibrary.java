package org.dragoman.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Clears away what killed processes leave behind: DuckDB's driver unpacks its native library, 72 MB, into the folder for
 * temporary files at each start, and only a process that ends by itself deletes it.
 */
final class NativeLibrary {
    /** Between unpacking and loading lie less than two seconds; a library that is loaded can be deleted or can't be. */
    private static final Duration YOUNGEST = Duration.ofMinutes(2);

    private NativeLibrary() {}

    static void sweep() {
        sweep(Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(YOUNGEST));
    }

    static void sweep(Path folder, Instant before) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "libduckdb_java*.so")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException inUseOrNotOurs) {
            // Windows keeps a loaded library, and other users' files stay theirs: the next start tries again.
        }
    }
}
