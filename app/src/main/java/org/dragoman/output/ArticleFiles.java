package org.dragoman.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dragoman.article.Article;

/**
 * Where clean articles go: a folder with a file each, one file of JSON lines in a folder, or a stream. A file's name is made
 * of the headline and a number made of address and headline, so that the same article always gets the same name and no two
 * share one. Not thread-safe.
 */
public abstract class ArticleFiles implements AutoCloseable {
    private static final int LONGEST_NAME = 60;

    private ArticleFiles() {}

    /**
     * Files in a folder, which is made if it isn't there. Files of the same name are replaced.
     *
     * @throws IOException if the folder can't be made or written to
     */
    public static ArticleFiles in(Path folder, ArticleFormat format) throws IOException {
        Files.createDirectories(folder);
        if (format == ArticleFormat.JSON) {
            return new Stream(Files.newBufferedWriter(folder.resolve("articles.jsonl")), format, true);
        }
        return new ArticleFiles() {
            @Override
            public void write(Article article) throws IOException {
                Files.writeString(folder.resolve(name(article) + "." + format.ending()), format.write(article), UTF_8);
            }

            @Override
            public void close() {
                // Each file is closed when it is written.
            }
        };
    }

    /** A stream, which stays open; articles as text are parted by a line. */
    public static ArticleFiles to(Writer out, ArticleFormat format) {
        return new Stream(out, format, false);
    }

    /**
     * Writes one article.
     *
     * @throws IOException if the destination takes no more
     */
    public abstract void write(Article article) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static String name(Article article) {
        StringBuilder name = new StringBuilder();
        String title = article.title().toLowerCase(Locale.ROOT);
        for (int i = 0; i < title.length() && name.length() < LONGEST_NAME; i++) {
            char character = title.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                name.append(character);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
            name.append('-');
        }
        long number = 1125899906842597L;
        String key =
                article.url() + '\n' + article.title() + '\n' + article.body().length();
        for (int i = 0; i < key.length(); i++) {
            number = 31 * number + key.charAt(i);
        }
        return name + String.format(Locale.ROOT, "%016x", number);
    }

    private static final class Stream extends ArticleFiles {
        private final Writer out;
        private final ArticleFormat format;
        private final boolean owned;
        private boolean begun;

        Stream(Writer out, ArticleFormat format, boolean owned) {
            this.out = out;
            this.format = format;
            this.owned = owned;
        }

        @Override
        public void write(Article article) throws IOException {
            if (begun && format != ArticleFormat.JSON) {
                out.write("\n---\n\n");
            }
            begun = true;
            out.write(format.write(article));
        }

        @Override
        public void close() throws IOException {
            out.flush();
            if (owned) {
                out.close();
            }
        }
    }
}
