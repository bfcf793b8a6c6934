package org.dragoman.nlp;

import java.util.concurrent.TimeUnit;
import org.dragoman.bench.Work;
import org.dragoman.text.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Sentences and words alone; in this package because both are its own affair. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class WordsBenchmark {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Tokenizer tokenizer = new Tokenizer();

    /** Text to words. */
    @Benchmark
    public void words(Work work, Work.Done done, Blackhole hole) {
        for (String text : work.texts) {
            for (Span sentence : splitter.split(text)) {
                hole.consume(tokenizer.words(text, sentence));
                done.sentences++;
            }
        }
    }
}
