package org.dragoman.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.article.ArticleExtractor;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Pages to articles, beside jsoup's parse alone and readability4j; and pages to events, the whole way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class ReadingBenchmark {
    private final ArticleExtractor extractor = new ArticleExtractor();
    private final List<Page> html = new ArrayList<>();

    /** The whole reader, loaded once. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls load first
    public static class Reader {
        Dragoman dragoman;

        /** Loads model and tables. */
        @Setup
        public void load() {
            dragoman = Dragoman.open();
        }
    }

    /** Picks the pages that are HTML. */
    @Setup
    public void pick(Work work) {
        work.pages.stream().filter(page -> !page.url().endsWith(".txt")).forEach(html::add);
    }

    /** Articles out of HTML. */
    @Benchmark
    public void articles(Work.Done done, Blackhole hole) throws UnreadablePageException {
        for (Page page : html) {
            hole.consume(extractor.extract(page));
            done.pages++;
        }
    }

    /** The parse that articles begin with. */
    @Benchmark
    public void jsoup(Work.Done done, Blackhole hole) {
        for (Page page : html) {
            hole.consume(Jsoup.parse(new String(page.content(), StandardCharsets.UTF_8)));
            done.pages++;
        }
    }

    /** Articles by readability4j. */
    @Benchmark
    public void readability4j(Work.Done done, Blackhole hole) {
        for (Page page : html) {
            hole.consume(new Readability4J(page.url(), new String(page.content(), StandardCharsets.UTF_8)).parse());
            done.pages++;
        }
    }

    /** From bytes to events and statements. */
    @Benchmark
    public void events(Work work, Reader reader, Work.Done done, Blackhole hole) throws UnreadablePageException {
        for (Page page : work.pages) {
            for (Reading story : reader.dragoman.readings(page)) {
                hole.consume(story);
                done.sentences += story.analysis().sentences().size();
            }
            done.pages++;
        }
    }
}
