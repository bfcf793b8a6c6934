package org.dragoman.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.archive.ArchiveException;
import org.dragoman.archive.Ids;
import org.dragoman.page.Listing;

/**
 * What a watch has seen, in the file {@code watch.jsonl} beside an archive's database: for each feed when to ask it again and with which
 * validators, the pages that wait, and those that are done. A line is added with each change and is with the operating system before the
 * watch goes on, so a killed process loses none; the last line may be cut. Opening writes the file anew without what was overtaken.
 * Thread-safe.
 */
final class Journal implements AutoCloseable {
    private static final String FILE = "watch.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is known of a feed or sitemap.
     *
     * @param next when to ask it again
     * @param failures how often in a row it could not be had
     */
    record Feed(Validators validators, Instant next, int failures) {
        static final Feed NEW = new Feed(Validators.NONE, Instant.EPOCH, 0);
    }

    /**
     * A page to be fetched.
     *
     * @param due not before this
     * @param tries how often it could not be had
     */
    record Waiting(Lead lead, Instant due, int tries) {}

    private final Path file;
    private final Map<URI, Feed> feeds = new LinkedHashMap<>();
    /** By the id of the address. */
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    /** Ids of the addresses: after some years these are many. */
    private final Set<Long> done = new HashSet<>();

    private final Writer out;

    /**
     * Opens an archive's journal, which is empty if there is none.
     *
     * @throws ArchiveException if it is damaged or can't be written
     */
    Journal(Path folder) {
        file = folder.resolve(FILE);
        Path fresh = folder.resolve(FILE + ".new");
        try {
            if (Files.exists(file)) {
                load();
            }
            try (Writer compact = Files.newBufferedWriter(fresh)) {
                for (Map.Entry<URI, Feed> feed : feeds.entrySet()) {
                    compact.write(line(feed.getKey(), feed.getValue()));
                }
                for (Waiting page : waiting.values()) {
                    compact.write(line(page));
                }
                for (long page : done) {
                    compact.write(doneLine(page));
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new ArchiveException("can't keep " + file + ": " + refused.getMessage(), refused);
        }
    }

    synchronized Feed feed(URI address) {
        return feeds.getOrDefault(address, Feed.NEW);
    }

    synchronized void put(URI address, Feed feed) {
        feeds.put(address, feed);
        write(line(address, feed));
    }

    /** Whether a page waits or is done. */
    synchronized boolean knows(URI page) {
        long id = Ids.of(page);
        return waiting.containsKey(id) || done.contains(id);
    }

    synchronized void put(Waiting page) {
        waiting.put(Ids.of(page.lead().address()), page);
        write(line(page));
    }

    synchronized void done(URI page) {
        long id = Ids.of(page);
        waiting.remove(id);
        if (done.add(id)) {
            write(doneLine(id));
        }
    }

    /** The pages that wait, those first that were found first. */
    synchronized List<Waiting> waiting() {
        return List.copyOf(waiting.values());
    }

    private void load() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String next = line;
                try {
                    take(JSON.readTree(line));
                } catch (JsonProcessingException | RuntimeException broken) {
                    lines.mark(1);
                    if (lines.read() >= 0) {
                        throw new ArchiveException(
                                file + ":" + number + ": is damaged: mend or delete the line: " + shortened(next),
                                broken);
                    }
                    // The last line was being written when the process was killed.
                }
            }
        }
    }

    private static String shortened(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private void take(JsonNode line) {
        if (line.has("done")) {
            // Earlier versions wrote one bit more.
            long page = Long.parseUnsignedLong(line.get("done").asText(), 16) & Long.MAX_VALUE;
            done.add(page);
            waiting.remove(page);
        } else if (line.has("feed")) {
            feeds.put(
                    URI.create(line.get("feed").asText()),
                    new Feed(
                            new Validators(
                                    line.path("etag").asText(),
                                    line.path("modified").asText()),
                            Instant.parse(line.get("next").asText()),
                            line.get("failures").asInt()));
        } else {
            URI address = URI.create(line.get("page").asText());
            List<String> authors = new ArrayList<>();
            line.path("authors").forEach(author -> authors.add(author.asText()));
            Listing listing = new Listing(
                    line.path("title").asText(),
                    authors,
                    line.path("published").asText(),
                    line.path("source").asText(),
                    line.path("language").asText());
            waiting.put(
                    Ids.of(address),
                    new Waiting(
                            new Lead(address, listing, Optional.empty()),
                            Instant.parse(line.get("due").asText()),
                            line.get("tries").asInt()));
        }
    }

    private static String line(URI address, Feed feed) {
        ObjectNode line = JSON.createObjectNode();
        line.put("feed", address.toString());
        line.put("etag", feed.validators().etag());
        line.put("modified", feed.validators().modified());
        line.put("next", feed.next().toString());
        line.put("failures", feed.failures());
        return line + "\n";
    }

    private static String line(Waiting page) {
        Listing listing = page.lead().listing();
        ObjectNode line = JSON.createObjectNode();
        line.put("page", page.lead().address().toString());
        line.put("title", listing.title());
        ArrayNode authors = line.putArray("authors");
        listing.authors().forEach(authors::add);
        line.put("published", listing.published());
        line.put("source", listing.source());
        line.put("language", listing.language());
        line.put("due", page.due().toString());
        line.put("tries", page.tries());
        return line + "\n";
    }

    private static String doneLine(long page) {
        return "{\"done\":\"" + Long.toHexString(page) + "\"}\n";
    }

    private void write(String line) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException refused) {
            throw new UncheckedIOException("can't write " + file, refused);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException refused) {
            throw new UncheckedIOException("can't write " + file, refused);
        }
    }
}
