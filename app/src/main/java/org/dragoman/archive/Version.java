package org.dragoman.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.dragoman.event.Event;

/**
 * What makes rows: they are compared by it, to find what an older program read otherwise.
 *
 * @param coder version of the program
 * @param model language and version of the trained model
 * @param ontology fingerprint of the tables of event types and codes
 * @param tables fingerprint of all shipped tables
 */
public record Version(String coder, String model, String ontology, String tables) {
    /** The program's, the same as in the build. */
    public static final String PROGRAM = "0.1.0";

    private static final int FINGERPRINT_DIGITS = 12;

    /**
     * Of the running program.
     *
     * @throws IllegalStateException if model or tables can't be read
     */
    public static Version current() {
        return Current.VERSION;
    }

    /** Read once: the tables are several megabytes. */
    private static final class Current {
        static final Version VERSION = read();

        private static Version read() {
            try {
                URL types = resource("/org/dragoman/event/types.tsv");
                return new Version(
                        PROGRAM,
                        model(),
                        fingerprint(List.of(types, resource("/org/dragoman/event/cameo.tsv"))),
                        fingerprint(tables(types)));
            } catch (IOException | URISyntaxException unreadable) {
                throw new IllegalStateException("can't read the shipped tables", unreadable);
            }
        }

        private static String model() throws IOException {
            Properties properties = new Properties();
            try (InputStream in = resource("/dragoman/en/model.properties").openStream()) {
                properties.load(in);
            }
            return properties.getProperty("language") + "-" + properties.getProperty("version") + "-"
                    + properties.getProperty("sha256", "").substring(0, FINGERPRINT_DIGITS);
        }

        private static URL resource(String path) {
            URL url = Event.class.getResource(path);
            if (url == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return url;
        }

        /** Every table of the library, found beside one of them: in its jar or its folder. */
        private static List<URL> tables(URL one) throws IOException, URISyntaxException {
            if (!one.getProtocol().equals("jar")) {
                return tables(Path.of(one.toURI()).resolve("../..").normalize());
            }
            String jar = one.getPath().substring(0, one.getPath().indexOf('!'));
            try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
                return tables(files.getPath("/org/dragoman"));
            }
        }

        private static List<URL> tables(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> found = files.filter(Current::isTable).sorted().toList();
                List<URL> urls = new ArrayList<>();
                for (Path path : found) {
                    urls.add(path.toUri().toURL());
                }
                return urls;
            }
        }

        private static boolean isTable(Path file) {
            String name = file.getFileName() == null ? "" : file.getFileName().toString();
            return name.endsWith(".tsv") || name.endsWith(".bin");
        }

        private static String fingerprint(List<URL> files) throws IOException {
            MessageDigest digest = Ids.sha256();
            for (URL file : files) {
                try (InputStream in = file.openStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_DIGITS);
        }
    }
}
