package org.dragoman.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.actor.ActorResolver;
import org.dragoman.entity.CoreferenceResolver;
import org.dragoman.event.EventCoder;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.place.PlaceResolver;
import org.dragoman.quote.StatementFinder;
import org.dragoman.time.TimeResolver;
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

/** What comes on top of the model, layer by layer, on analyses made before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class LayersBenchmark {
    private final CoreferenceResolver coreference = new CoreferenceResolver();
    private final ActorResolver actors = ActorResolver.open();
    private final PlaceResolver places = PlaceResolver.open();
    private final TimeResolver times = new TimeResolver();
    private final StatementFinder statements = StatementFinder.open();
    private final EventCoder events = EventCoder.open();
    private final List<Reading> readings = new ArrayList<>();

    /** Analyses the pages. */
    @Setup
    public void read(Work work) throws UnreadablePageException {
        try (Dragoman dragoman = Dragoman.open()) {
            for (Page page : work.pages) {
                readings.addAll(dragoman.readings(page));
            }
        }
    }

    /** Who, where and when. */
    @Benchmark
    public void entities(Work.Done done, Blackhole hole) {
        for (Reading reading : readings) {
            hole.consume(actors.resolve(
                    reading.analysis(),
                    coreference.resolve(reading.analysis()),
                    reading.article().published()));
            hole.consume(places.resolve(reading.analysis()));
            hole.consume(times.resolve(reading.analysis(), reading.article().published()));
            done.sentences += reading.analysis().sentences().size();
        }
    }

    /** Who said what. */
    @Benchmark
    public void statements(Work.Done done, Blackhole hole) {
        for (Reading reading : readings) {
            hole.consume(statements.find(reading.analysis(), reading.cast(), reading.toponyms(), reading.times()));
            done.sentences += reading.analysis().sentences().size();
        }
    }

    /** Who did what to whom. */
    @Benchmark
    public void coding(Work.Done done, Blackhole hole) {
        for (Reading reading : readings) {
            hole.consume(events.code(
                    reading.analysis(),
                    reading.cast(),
                    reading.statements(),
                    reading.toponyms(),
                    reading.times(),
                    reading.article().titleSpan()));
            done.sentences += reading.analysis().sentences().size();
        }
    }
}
