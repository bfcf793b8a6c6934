package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReaderTest {
    @TempDir
    private Path folder;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void readsAFolderInOrderWithoutHiddenFilesAndAttachments() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        for (String name : List.of("z.txt", "a.html", "b/c/d.txt", ".hidden.txt", "style.css", "README.md")) {
            Files.writeString(folder.resolve(name), name);
        }
        read(new PageReader(), folder);
        assertThat(pages).extracting(PageReaderTest::text).containsExactly("a.html", "b/c/d.txt", "z.txt");
        assertThat(failures).isEmpty();
    }

    @Test
    void unpacksByContentNotByName() throws IOException {
        Files.write(folder.resolve("page.html"), gzip("packed".getBytes(UTF_8)));
        read(new PageReader(), folder.resolve("page.html"));
        assertThat(pages).extracting(PageReaderTest::text).containsExactly("packed");
    }

    @Test
    void oneBadPageDoesNotStopTheRest() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[0]);
        Files.write(folder.resolve("b.txt.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
        Files.writeString(folder.resolve("c.txt"), "good");
        read(new PageReader(), folder);
        read(new PageReader(), folder.resolve("none.txt"));
        assertThat(pages).hasSize(1);
        assertThat(failures)
                .containsExactly("a.txt: is empty", "b.txt.gz: is a damaged gzip file", "none.txt: does not exist");
    }

    @Test
    void saysThatAFolderHoldsNoPages() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        read(new PageReader(), folder.resolve("empty"));
        assertThat(failures).containsExactly("empty: holds no pages");
    }

    @Test
    void refusesALargeFileWithoutLoadingIt() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.txt").toFile(), "rw")) {
            large.setLength(200_000_000);
        }
        read(new PageReader(), folder.resolve("large.txt"));
        assertThat(failures).containsExactly("large.txt: has 200 MB, more than the 20 MB a page may have");
    }

    @Test
    void refusesAGzipBombAtTheLimit() throws IOException {
        Files.write(folder.resolve("bomb.gz"), gzip(new byte[3_000_000]));
        read(new PageReader(Limits.DEFAULT.withPageBytes(1_000_000)), folder.resolve("bomb.gz"));
        assertThat(failures).containsExactly("bomb.gz: is larger than 1 MB a page may have");
    }

    /** A line of a hundred megabytes, or one that never ends. */
    @Test
    void refusesAnEndlessStreamAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        new PageReader().read(endless, "it", pages::add, failure -> failures.add(failure.getMessage()));
        assertThat(failures).containsExactly("it: is larger than 20 MB a page may have");
    }

    @Test
    void readsAStream() {
        new PageReader()
                .read(
                        new ByteArrayInputStream("from a pipe".getBytes(UTF_8)),
                        "standard input",
                        pages::add,
                        failure -> failures.add(failure.getMessage()));
        assertThat(pages).extracting(PageReaderTest::text).containsExactly("from a pipe");
    }

    private void read(PageReader reader, Path path) {
        reader.read(
                path,
                pages::add,
                failure -> failures.add(failure.getMessage()
                        .replace(folder + path.getFileSystem().getSeparator(), "")));
    }

    private static String text(Page page) {
        return new String(page.content(), UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
