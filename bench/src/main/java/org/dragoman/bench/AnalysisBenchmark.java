package org.dragoman.bench;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.dragoman.nlp.EncoderAnalyzer;
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

/** Text to sentences, trees, names and tags; beside CoreNLP's fastest parser and its names. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class AnalysisBenchmark {
    /** Ours, loaded once. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls load first
    public static class Ours {
        EncoderAnalyzer analyzer;

        /** Loads the model. */
        @Setup
        public void load() {
            analyzer = EncoderAnalyzer.open("en");
        }
    }

    /** CoreNLP up to its neural dependency parser. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls load first
    public static class CoreNlpParser {
        StanfordCoreNLP pipeline;

        /** Loads the models. */
        @Setup
        public void load() {
            pipeline = coreNlp("tokenize,ssplit,pos,depparse");
        }
    }

    /** CoreNLP up to its names. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls load first
    public static class CoreNlpNames {
        StanfordCoreNLP pipeline;

        /** Loads the models. */
        @Setup
        public void load() {
            pipeline = coreNlp("tokenize,ssplit,pos,lemma,ner");
        }
    }

    /** Everything that one pass of the encoder gives. */
    @Benchmark
    public void analysis(Work work, Ours ours, Work.Done done, Blackhole hole) {
        for (String text : work.texts) {
            var analysis = ours.analyzer.analyze(text);
            hole.consume(analysis);
            done.sentences += analysis.sentences().size();
        }
    }

    /** Words, parts of speech and trees by CoreNLP's nndep. */
    @Benchmark
    public void coreNlpTrees(Work work, CoreNlpParser peer, Work.Done done, Blackhole hole) {
        annotate(work, peer.pipeline, done, hole);
    }

    /** Words, parts of speech, lemmas and names by CoreNLP's CRFs. */
    @Benchmark
    public void coreNlpNames(Work work, CoreNlpNames peer, Work.Done done, Blackhole hole) {
        annotate(work, peer.pipeline, done, hole);
    }

    private static void annotate(Work work, StanfordCoreNLP pipeline, Work.Done done, Blackhole hole) {
        for (String text : work.texts) {
            CoreDocument document = new CoreDocument(text);
            pipeline.annotate(document);
            hole.consume(document);
            done.sentences += document.sentences().size();
        }
    }

    private static StanfordCoreNLP coreNlp(String annotators) {
        Properties properties = new Properties();
        properties.setProperty("annotators", annotators);
        properties.setProperty("threads", "1");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.useSUTime", "false");
        properties.setProperty("ner.buildEntityMentions", "false");
        return new StanfordCoreNLP(properties);
    }
}
