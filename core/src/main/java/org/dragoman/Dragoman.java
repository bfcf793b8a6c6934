package org.dragoman;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dragoman.actor.ActorMemory;
import org.dragoman.actor.ActorResolver;
import org.dragoman.actor.Cast;
import org.dragoman.actor.UserTable;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleExtractor;
import org.dragoman.entity.CoreferenceResolver;
import org.dragoman.event.EventCoder;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Analyzer;
import org.dragoman.nlp.EncoderAnalyzer;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.place.PlaceResolver;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Statement;
import org.dragoman.quote.StatementFinder;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;
import org.dragoman.time.TimeResolver;

/**
 * Reads news pages: who said or did what to whom, where and when.
 *
 * <pre>{@code
 * try (Dragoman dragoman = Dragoman.open()) {
 *     for (Extraction story : dragoman.read(Page.of("story.html", bytes))) {
 *         story.events().forEach(System.out::println);
 *     }
 * }
 * }</pre>
 *
 * <p>Opening loads model and tables, once; the instance is then immutable and safe to share between threads.
 */
public final class Dragoman implements AutoCloseable {
    /** Ten times the longest article a newspaper prints; a longer text would hold up a run for minutes. */
    private static final int MOST_CHARACTERS = 500_000;

    private final EncoderAnalyzer analyzer = EncoderAnalyzer.open("en");
    private final ArticleExtractor extractor = new ArticleExtractor();
    private final CoreferenceResolver coreference = new CoreferenceResolver();
    private final ActorResolver actors;
    private final PlaceResolver places = PlaceResolver.open();
    private final TimeResolver times = new TimeResolver();
    private final StatementFinder statements = StatementFinder.open();
    private final EventCoder events;

    private Dragoman(UserTable own, ActorMemory memory, EventCoder events) {
        actors = ActorResolver.open().with(own).with(memory);
        this.events = events;
    }

    /**
     * Loads the English model and the shipped tables.
     *
     * @throws IllegalStateException if the model is missing from the class path or damaged
     */
    public static Dragoman open() {
        return open(UserTable.EMPTY);
    }

    /**
     * The same with a user's own parties, which win over text and shipped tables.
     *
     * @throws IllegalStateException as {@link #open()}
     */
    public static Dragoman open(UserTable own) {
        return open(own, EventCoder.open());
    }

    /**
     * The same with events coded as {@code coder} does: surer or fuller ones ({@link org.dragoman.event.Preset}), or by a
     * user's own types and frames.
     *
     * @throws IllegalStateException as {@link #open()}
     */
    public static Dragoman open(UserTable own, EventCoder coder) {
        return open(own, ActorMemory.NONE, coder);
    }

    /**
     * The same, which also asks what earlier articles told of persons that text and tables leave unknown.
     *
     * @throws IllegalStateException as {@link #open()}
     */
    public static Dragoman open(UserTable own, ActorMemory memory, EventCoder coder) {
        return new Dragoman(own, memory, coder);
    }

    /**
     * Reads the stories on a page.
     *
     * @return one extraction for each story, in page order; none if the page holds no article
     * @throws UnreadablePageException if the page can't be read; others can
     */
    public List<Extraction> read(Page page) throws UnreadablePageException {
        return readings(page).stream().map(Reading::extraction).toList();
    }

    /**
     * Reads the stories on a page, keeping every layer.
     *
     * @return one reading for each story, in page order; none if the page holds no article
     * @throws UnreadablePageException if the page can't be read; others can
     */
    public List<Reading> readings(Page page) throws UnreadablePageException {
        List<Reading> stories = new ArrayList<>();
        for (Article article : extractor.extract(page)) {
            if (article.text().length() > MOST_CHARACTERS) {
                throw new UnreadablePageException(
                        page.url(),
                        "holds a text of " + article.text().length() + " characters, more than the " + MOST_CHARACTERS
                                + " an article may have; split it");
            }
            stories.add(read(article));
        }
        return stories;
    }

    /** Reads one article, keeping every layer. */
    public Reading read(Article article) {
        return read(article, analyzer -> analyzer.analyze(article.text()));
    }

    /**
     * Reads one article whose sentences are known.
     *
     * @param sentences spans of {@link Article#text()}, in order, not overlapping
     */
    public Reading read(Article article, List<Span> sentences) {
        return read(article, analyzer -> analyzer.analyze(article.text(), sentences));
    }

    private Reading read(Article article, Function<Analyzer, Analysis> analyse) {
        Analysis analysis = analyse.apply(analyzer);
        Cast cast = actors.resolve(analysis, coreference.resolve(analysis), article.published());
        List<Toponym> toponyms = places.resolve(analysis);
        List<TimeExpression> days = times.resolve(analysis, article.published());
        List<Statement> said = statements.find(analysis, cast, toponyms, days);
        return new Reading(
                article,
                analysis,
                cast,
                toponyms,
                days,
                said,
                events.code(analysis, cast, said, toponyms, days, article.published(), article.titleSpan()));
    }

    /** The analyser, for who needs grammar alone. */
    public Analyzer analyzer() {
        return analyzer;
    }

    /** The extractor, for who needs clean articles alone. */
    public ArticleExtractor extractor() {
        return extractor;
    }

    /** The actor resolver, for who needs to code parties alone. */
    public ActorResolver actors() {
        return actors;
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
