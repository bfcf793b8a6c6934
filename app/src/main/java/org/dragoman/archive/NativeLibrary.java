package org.dragoman.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Keeps in one place what libraries unpack, and clears away what killed processes leave behind: DuckDB's driver unpacks its
 * native library, 72 MB, and ONNX Runtime another 20, into the folder for temporary files at each start, and only a process that ends
 * by itself deletes them.
 *
 * <p>The program has a folder a process, {@code CACHE/dragoman/native/PID}, and deletes at its start those of processes that
 * are no more. Where the library is used in another program, {@link #sweep()} looks after DuckDB's files alone.
 */
public final class NativeLibrary {
    /** Between unpacking and loading lie less than two seconds; a library that is loaded can be deleted or can't be. */
    private static final Duration YOUNGEST = Duration.ofMinutes(2);

    private static final String TEMPORARY = "java.io.tmpdir";

    private NativeLibrary() {}

    /**
     * Makes this process unpack native libraries, and put whatever else is temporary, into its own folder in the user's cache, and
     * deletes the folders of processes that are no more. To be called once, before anything is unpacked; where the cache
     * can't be written, all stays as it was.
     */
    public static void settle() {
        Path cache = cache().resolve("native");
        Path own = cache.resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            clear(cache, Instant.now().minus(YOUNGEST));
            Files.createDirectories(own);
            System.setProperty(TEMPORARY, own.toAbsolutePath().toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(own)));
        } catch (IOException notWritable) {
            // Then the system's folder for temporary files serves.
        }
    }

    /** Where the operating system has programs keep what they can make again. */
    private static Path cache() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String home = System.getProperty("user.home", ".");
        String named = System.getenv(system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        Path base = named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(home, system.startsWith("mac") ? "Library/Caches" : ".cache");
        return base.resolve("dragoman");
    }

    /** Deletes the folders of processes that are no more; a young one may be of a process that this one can't see. */
    static void clear(Path cache, Instant before) throws IOException {
        if (!Files.isDirectory(cache)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache, "[0-9]*")) {
            for (Path folder : folders) {
                boolean ended = ProcessHandle.of(
                                Long.parseLong(folder.getFileName().toString()))
                        .isEmpty();
                if (ended && Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    delete(folder);
                }
            }
        } catch (NumberFormatException notOurs) {
            // Somebody else's folder stays.
        }
    }

    /** Deletes a folder with all that is in it, as far as it can be. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException gone) {
            // Another process may be clearing, too.
        }
    }

    /** Deletes what other processes left in the folder for temporary files. */
    static void sweep() {
        sweep(Path.of(System.getProperty(TEMPORARY)), Instant.now().minus(YOUNGEST));
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
