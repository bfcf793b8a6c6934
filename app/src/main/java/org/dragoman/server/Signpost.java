package org.dragoman.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * By what other processes of the same user find the server that has an archive open: the file {@code server} in its folder, which only
 * its owner may read, for it holds the token. A killed server leaves it behind; so it counts only while that process has the archive.
 *
 * @param address where the server answers
 * @param token what it wants to be shown
 * @param process its number
 */
public record Signpost(URI address, String token, long process) {
    private static final String FILE = "server";

    /** Puts it up, in place of one that was left behind. */
    void put(Path folder) throws IOException {
        Path fresh = folder.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, forOwner());
        Files.write(fresh, List.of(address.toString(), token, Long.toString(process)));
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes down what stands there, if it can. */
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException kept) {
            // It counts no longer: the process it names is about to end.
        }
    }

    /** The one that stands in an archive's folder; empty if there is none, or it can't be understood. */
    public static Optional<Signpost> find(Path folder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(FILE));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Signpost(URI.create(lines.get(0)), lines.get(1), Long.parseLong(lines.get(2))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] forOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "Signpost[" + address + ", process " + process + "]"; // the token is nobody's to see
    }
}
