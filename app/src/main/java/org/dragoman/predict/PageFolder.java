package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleExtractor;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;

/** Answers a task whose input is a folder of pages and whose output is one object, keyed by the pages' ids. */
final class PageFolder {
    private PageFolder() {}

    /**
     * Extracts every page and writes the answers; a page that can't be read is answered as one without articles.
     *
     * @throws IOException if the folder can't be read or the answers can't be written
     */
    static void predict(
            ArticleExtractor extractor, Path folder, Path output, Function<List<Article>, ObjectNode> answer)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": is no folder of pages");
        }
        ObjectNode answers = JsonLines.object();
        new PageReader()
                .read(
                        folder,
                        page -> {
                            List<Article> articles;
                            try {
                                articles = extractor.extract(page);
                            } catch (UnreadablePageException unreadable) {
                                articles = List.of();
                            }
                            answers.set(id(page.url()), answer.apply(articles));
                        },
                        failure -> answers.set(id(failure.url()), answer.apply(List.of())));
        JsonLines.write(output, List.of(answers));
    }

    /** A file's name without folder and endings. */
    private static String id(String path) {
        String name = String.valueOf(Path.of(path).getFileName());
        return name.replaceFirst("\\.(?:html|htm|txt)(?:\\.gz)?$", "");
    }
}
