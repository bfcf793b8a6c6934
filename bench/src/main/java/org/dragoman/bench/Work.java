package org.dragoman.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleExtractor;
import org.dragoman.page.Page;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the benchmarks work on. */
@State(Scope.Benchmark)
public class Work {
    /** The pages. */
    public final List<Page> pages = new ArrayList<>();

    /** The articles' texts. */
    public final List<String> texts = new ArrayList<>();

    /** Counts what an operation worked through; JMH prints it a second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {
        /** Sentences read. */
        public long sentences;

        /** Pages read. */
        public long pages;

        /** Each iteration counts anew. */
        @Setup(Level.Iteration)
        public void reset() {
            sentences = 0;
            pages = 0;
        }
    }

    /** Reads the pages and takes the articles out of them. */
    @Setup
    public void load() throws UnreadablePageException {
        Path folder = Path.of(System.getProperty("pages", "samples"));
        new PageReader().read(folder, pages::add, problem -> {});
        if (pages.isEmpty()) {
            throw new IllegalStateException("no pages in " + folder.toAbsolutePath());
        }
        for (Page page : pages) {
            for (Article article : new ArticleExtractor().extract(page)) {
                texts.add(article.text());
            }
        }
    }
}
