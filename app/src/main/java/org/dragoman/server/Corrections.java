package org.dragoman.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.archive.ArchiveException;

/**
 * The corrections that people have made to an archive, in the file {@code corrections.jsonl} beside its database: apart from the
 * records, so that reading pages again leaves them. The file only grows, a line at a time, and each line is on the disk before
 * its maker is told so. Thread-safe; one process at a time may add.
 */
final class Corrections {
    private static final String FILE = "corrections.jsonl";
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final List<Correction> all = new ArrayList<>();

    /** @throws ArchiveException if the file is damaged; the message names the line */
    Corrections(Path folder) {
        file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                // A last line without its end was being written when the process was killed: nobody was told it is
                // kept.
                String text = Files.readString(file);
                List<String> lines =
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    all.add(parsed(lines.get(i), i + 1));
                }
            }
        } catch (IOException unreadable) {
            throw new ArchiveException("can't read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private Correction parsed(String line, int number) {
        try {
            return Correction.parse(line);
        } catch (IllegalArgumentException broken) {
            throw new ArchiveException(file + ":" + number + ": " + broken.getMessage(), broken);
        }
    }

    /** How many there are. */
    synchronized long count() {
        return all.size();
    }

    /** All, in the order in which they were made. */
    synchronized List<Correction> all() {
        return List.copyOf(all);
    }

    /** Those that count, by the id of their record, in the order of the records' first. */
    synchronized Map<String, Correction> standing() {
        Map<String, Correction> standing = new LinkedHashMap<>();
        all.forEach(correction -> standing.put(correction.record(), correction));
        return standing;
    }

    /** @throws ArchiveException if it can't be kept */
    synchronized void add(Correction correction) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(endOfLastLine(channel));
            channel.truncate(channel.position());
            ByteBuffer line = ByteBuffer.wrap((line(correction) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
            all.add(correction);
        } catch (IOException refused) {
            throw new ArchiveException("can't write " + file + ": " + refused.getMessage(), refused);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static String line(Correction correction) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            correction.write(json);
        }
        return text.toString();
    }
}
