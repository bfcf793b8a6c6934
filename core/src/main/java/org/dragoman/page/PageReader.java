package org.dragoman.page;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Reads pages from files, folders and standard input, gzipped or not: HTML, plain text, WARC and WET, JSON lines and JSON,
 * RSS and Atom, and what a news sitemap says of pages read after it. Memory holds one page at a time, however large the file. Immutable, safe to share between threads.
 *
 * <p>A folder is read whole: subfolders too, names in order, without hidden files, without what a page brings along
 * (style sheets, scripts, pictures) and without what describes the pages (.md, .tsv). Such a file is tried when it is named
 * itself. What a file is, is told by its content, not by its name.
 */
public final class PageReader {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final Set<String> NO_PAGES_IN_FOLDERS = Set.of(
            "css", "js", "mjs", "map", "md", "tsv", "csv", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "avif",
            "woff", "woff2", "ttf", "eot", "mp3", "mp4", "webm");

    private final Limits limits;
    private final FieldNames fields;

    /** A reader with the {@linkplain Limits#DEFAULT usual limits}. */
    public PageReader() {
        this(Limits.DEFAULT);
    }

    public PageReader(Limits limits) {
        this(limits, FieldNames.USUAL);
    }

    private PageReader(Limits limits, FieldNames fields) {
        this.limits = limits;
        this.fields = fields;
    }

    /** The same for JSON records whose fields have other names. */
    public PageReader withFields(FieldNames names) {
        return new PageReader(limits, names);
    }

    /**
     * Reads every page at {@code path}, in a fixed order, one at a time.
     *
     * @param path a file or folder, or {@code -} for standard input
     * @param pages gets each page as it is read
     * @param failures gets what can't be read; the rest is read all the same
     */
    public void read(Path path, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        Receiver receiver = new Receiver(pages, failures);
        if (path.equals(STANDARD_INPUT)) {
            read(System.in, "standard input", pages, failures);
        } else if (Files.isDirectory(path)) {
            readFolder(path, receiver);
        } else {
            readFile(path, receiver);
            listsOnly(path.toString(), receiver);
        }
    }

    /**
     * Reads the pages of a stream, which stays open.
     *
     * @param name what to call a page that has no address
     */
    public void read(
            InputStream stream, String name, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        Receiver receiver = new Receiver(pages, failures);
        try {
            readStream(stream, name, 0, receiver);
        } catch (IOException problem) {
            receiver.failure(name, reason(problem));
        }
        listsOnly(name, receiver);
    }

    private static void listsOnly(String name, Receiver receiver) {
        if (!receiver.hasTold()) {
            receiver.failure(name, "is a sitemap: it names pages and holds none");
        }
    }

    private void readFolder(Path folder, Receiver receiver) {
        // The next thing to read is on top. A stack of our own: folders may be nested deeper than calls may.
        Deque<Path> waiting = new ArrayDeque<>();
        waiting.push(folder);
        boolean empty = true;
        while (!waiting.isEmpty()) {
            Path next = waiting.pop();
            if (!Files.isDirectory(next)) {
                empty = false;
                readFile(next, receiver);
                continue;
            }
            try {
                List<Path> entries = entries(next);
                for (int i = entries.size() - 1; i >= 0; i--) {
                    waiting.push(entries.get(i));
                }
            } catch (IOException problem) {
                empty = false;
                receiver.failure(next.toString(), reason(problem));
            }
        }
        if (empty) {
            receiver.failure(folder.toString(), "holds no pages");
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> listing = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) listing.sorted()::iterator) {
                String name = String.valueOf(entry.getFileName());
                // A link to a folder could lead round in circles.
                boolean wanted = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        ? !name.startsWith(".")
                        : Files.isRegularFile(entry) && takesFromFolder(name);
                if (wanted) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /** Whether a file of this name is read when its folder is: not if it is hidden or what a page brings along. */
    public static boolean takesFromFolder(String name) {
        return !name.startsWith(".") && !NO_PAGES_IN_FOLDERS.contains(extension(name));
    }

    private static String extension(String name) {
        String stem = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return stem.substring(stem.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void readFile(Path file, Receiver receiver) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isReadable(file)) {
                receiver.failure(file.toString(), "can't be read");
                return;
            }
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            try (InputStream stream = Files.newInputStream(file)) {
                readStream(stream, file.toString(), size, receiver);
            }
        } catch (IOException problem) {
            receiver.failure(file.toString(), reason(problem));
        }
    }

    /**
     * Reads what a stream holds, whatever its form.
     *
     * @param size of the file behind it in bytes, so that one that is too large is refused unread; 0 if unknown
     */
    private void readStream(InputStream raw, String name, long size, Receiver receiver) throws IOException {
        // Not closed: it would close the stream, which is the caller's.
        BufferedInputStream stream = Gzip.unpacked(raw);
        switch (Form.of(stream)) {
            case WARC -> WarcPages.read(stream, name, limits, fields, receiver);
            case JSON -> JsonPages.read(stream, name, limits, fields, receiver);
            case FEED ->
                whole(stream, name, size, receiver).ifPresent(content -> FeedPages.read(content, name, receiver));
            case SITEMAP -> Sitemap.read(stream, name, receiver);
            case PAGE ->
                whole(stream, name, size, receiver).ifPresent(content -> receiver.page(Page.of(name, content)));
        }
    }

    private Optional<byte[]> whole(InputStream stream, String name, long size, Receiver receiver) throws IOException {
        if (size > limits.pageBytes()) {
            receiver.failure(name, limits.tooLarge(size));
            return Optional.empty();
        }
        byte[] content = stream.readNBytes((int) limits.pageBytes() + 1);
        if (content.length > limits.pageBytes()) {
            receiver.failure(name, limits.tooLarge(content.length));
            return Optional.empty();
        }
        if (content.length == 0) {
            receiver.failure(name, "is empty");
            return Optional.empty();
        }
        return Optional.of(content);
    }

    private static String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (problem instanceof AccessDeniedException) {
            return "can't be read: permission denied";
        }
        if (problem instanceof ZipException || problem instanceof EOFException) {
            return "is a damaged gzip file";
        }
        return "can't be read: " + problem.getMessage();
    }
}
