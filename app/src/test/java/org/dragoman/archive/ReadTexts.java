package org.dragoman.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dragoman.Dragoman;
import org.dragoman.article.Article;
import org.dragoman.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Texts of a test's own that are read as articles, with one model for all tests of a class. */
abstract class ReadTexts {
    static Dragoman dragoman;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        dragoman = Dragoman.open();
    }

    @AfterAll
    static void close() {
        dragoman.close();
    }

    static ReadPage page(String url, String source, LocalDate day, String title, String body) {
        Article article =
                new Article(url, title, List.of(), Optional.of(day), Optional.of(source), "en", body, List.of());
        return new ReadPage(
                Page.of(url, (title + body).getBytes(StandardCharsets.UTF_8)), List.of(dragoman.read(article)));
    }
}
