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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads pages from files, folders and standard input, gzipped or not. Memory holds one page at a time. Immutable, safe to
 * share between threads.
 *
 * <p>A folder is read whole: subfolders too, names in order, without hidden files, without what a page brings along
 * (style sheets, scripts, pictures) and without what describes the pages (.md, .json, .tsv). Such a file is tried when it
 * is named itself. What a file is, is told by its content, not by its name.
 */
public final class PageReader {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final Set<String> NO_PAGES_IN_FOLDERS = Set.of(
            "css", "js", "mjs", "map", "json", "jsonl", "xml", "md", "tsv", "csv", "png", "jpg", "jpeg", "gif", "svg",
            "ico", "webp", "avif", "woff", "woff2", "ttf", "eot", "mp3", "mp4", "webm");
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MEGABYTE = 1_000_000;

    private final Limits limits;

    /** A reader with the {@linkplain Limits#DEFAULT usual limits}. */
    public PageReader() {
        this(Limits.DEFAULT);
    }

    public PageReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads every page at {@code path}, in a fixed order, one at a time.
     *
     * @param path a file or folder, or {@code -} for standard input
     * @param pages gets each page as it is read
     * @param failures gets what can't be read; the rest is read all the same
     */
    public void read(Path path, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        if (path.equals(STANDARD_INPUT)) {
            read(System.in, "standard input", pages, failures);
        } else if (Files.isDirectory(path)) {
            readFolder(path, pages, failures);
        } else {
            readFile(path, pages, failures);
        }
    }

    /**
     * Reads one page from a stream, which stays open.
     *
     * @param url what to call the page
     */
    public void read(InputStream stream, String url, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        Page page;
        try {
            page = page(stream, url);
        } catch (UnreadablePageException failure) {
            failures.accept(failure);
            return;
        }
        pages.accept(page);
    }

    private void readFolder(Path folder, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        // The next thing to read is on top. A stack of our own: folders may be nested deeper than calls may.
        Deque<Path> waiting = new ArrayDeque<>();
        waiting.push(folder);
        boolean empty = true;
        while (!waiting.isEmpty()) {
            Path next = waiting.pop();
            if (!Files.isDirectory(next)) {
                empty = false;
                readFile(next, pages, failures);
                continue;
            }
            try {
                List<Path> entries = entries(next);
                for (int i = entries.size() - 1; i >= 0; i--) {
                    waiting.push(entries.get(i));
                }
            } catch (IOException problem) {
                empty = false;
                failures.accept(new UnreadablePageException(next.toString(), reason(problem)));
            }
        }
        if (empty) {
            failures.accept(new UnreadablePageException(folder.toString(), "holds no pages"));
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> listing = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) listing.sorted()::iterator) {
                String name = String.valueOf(entry.getFileName());
                // A link to a folder could lead round in circles.
                boolean wanted = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        || (Files.isRegularFile(entry) && !NO_PAGES_IN_FOLDERS.contains(extension(name)));
                if (wanted && !name.startsWith(".")) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static String extension(String name) {
        String stem = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return stem.substring(stem.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void readFile(Path file, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        Page page;
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isReadable(file)) {
                throw new UnreadablePageException(file.toString(), "can't be read");
            }
            if (Files.isRegularFile(file) && Files.size(file) > limits.pageBytes()) {
                throw tooLarge(file.toString(), Files.size(file));
            }
            try (InputStream stream = Files.newInputStream(file)) {
                page = page(stream, file.toString());
            }
        } catch (UnreadablePageException failure) {
            failures.accept(failure);
            return;
        } catch (IOException problem) {
            failures.accept(new UnreadablePageException(file.toString(), reason(problem)));
            return;
        }
        pages.accept(page);
    }

    private Page page(InputStream stream, String url) throws UnreadablePageException {
        try {
            // Not closed: it would close the stream, which is the caller's.
            BufferedInputStream buffered = new BufferedInputStream(stream);
            buffered.mark(2);
            boolean gzipped = (buffered.read() << 8 | buffered.read()) == GZIP_MAGIC;
            buffered.reset();
            byte[] content =
                    (gzipped ? new GZIPInputStream(buffered) : buffered).readNBytes((int) limits.pageBytes() + 1);
            if (content.length > limits.pageBytes()) {
                throw tooLarge(url, content.length);
            }
            if (content.length == 0) {
                throw new UnreadablePageException(url, "is empty");
            }
            return Page.of(url, content);
        } catch (IOException problem) {
            throw new UnreadablePageException(url, reason(problem));
        }
    }

    private UnreadablePageException tooLarge(String url, long bytes) {
        String size = bytes < 2 * limits.pageBytes()
                ? "is larger than " + megabytes(limits.pageBytes())
                : "has " + megabytes(bytes) + ", more than the " + megabytes(limits.pageBytes());
        return new UnreadablePageException(url, size + " a page may have");
    }

    private static String megabytes(long bytes) {
        return bytes >= MEGABYTE ? bytes / MEGABYTE + " MB" : bytes + " bytes";
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
