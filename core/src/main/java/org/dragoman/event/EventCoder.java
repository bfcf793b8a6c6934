package org.dragoman.event;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.entity.Entity;
import org.dragoman.event.Frame.Flag;
import org.dragoman.event.FrameMatcher.Match;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Trigger;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Statement;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/**
 * Codes events from frames over the dependency graph. Immutable, safe to share between threads.
 *
 * <p>For each word that a frame knows: the frame's conditions are checked in the graph, its slots give actor and
 * recipient, the words around give the modality, and {@link ReportFilter} keeps silent what is not political.
 */
public final class EventCoder {
    /** Words in a sentence, beyond which it is a list or broken text that says nothing reliable. */
    private static final int LONGEST_SENTENCE = 400;

    /** Lists of what is struck or seized but nobody; whatever else is killed, hurt or arrested is somebody. */
    private static final List<String> NO_PERSONS = List.of("place", "vehicle", "property", "attack", "weapon");

    private final Ontology ontology;
    private final FrameTable frames;
    private final ModalityReader modality;
    private final ReportFilter filter;
    private final SizeWords sizeWords = SizeWords.open();
    private final Preset preset;

    private EventCoder(Ontology ontology, FrameTable frames, Preset preset) {
        this.ontology = ontology;
        this.frames = frames;
        this.preset = preset;
        modality = ModalityReader.open();
        filter = ReportFilter.open();
    }

    /**
     * Loads the shipped ontology and frames.
     *
     * @throws IllegalStateException if a shipped table is damaged: file and line named
     */
    public static EventCoder open() {
        return open(Preset.BALANCED);
    }

    /**
     * Loads the shipped ontology and frames.
     *
     * @param preset how sure events must be
     * @throws IllegalStateException if a shipped table is damaged: file and line named
     */
    public static EventCoder open(Preset preset) {
        Ontology ontology = Ontology.open();
        return new EventCoder(ontology, FrameTable.open(ontology), preset);
    }

    /**
     * Loads the shipped ontology and frames, and before them a user's own: a folder with any of {@code types.tsv}, {@code
     * cameo.tsv}, {@code lists.tsv} and {@code frames.tsv}, as docs/ontology.md describes.
     *
     * @param preset how sure events must be
     * @throws IOException if a file can't be read or isn't UTF-8
     * @throws IllegalStateException if a line is wrong: file and line named
     */
    public static EventCoder open(Preset preset, Path folder) throws IOException {
        Ontology ontology = Ontology.open(folder);
        return new EventCoder(ontology, FrameTable.open(ontology, folder), preset);
    }

    /**
     * The events of one article as sure as the preset asks, in text order, whatever their modality. No two of one sentence
     * have the same type, actor and recipient.
     *
     * @param published the day the story came out, if known: what lies years before it is history
     * @param title where the headline stands in the text; an empty span if there is none
     */
    public List<Event> code(
            Analysis analysis,
            Cast cast,
            List<Statement> statements,
            List<Toponym> toponyms,
            List<TimeExpression> times,
            Optional<LocalDate> published,
            Span title) {
        List<Event> events = new ArrayList<>();
        Optional<Actor> voice = Parties.voice(analysis, cast, statements);
        Scene scene = new Scene(analysis, cast, toponyms);
        Conventions conventions = new Conventions(frames, new HomeCountry(analysis, cast, scene), scene);
        NavigableMap<Integer, Trigger> seen = new TreeMap<>();
        analysis.triggers().forEach(trigger -> seen.put(trigger.span().start(), trigger));
        for (Sentence sentence : analysis.sentences()) {
            if (sentence.size() > LONGEST_SENTENCE) {
                continue;
            }
            SentenceEvents found = new SentenceEvents();
            SentenceGraph graph = new SentenceGraph(sentence);
            Parties parties = new Parties(graph, cast, within(statements, sentence), frames::act, voice);
            Triggers triggers = Triggers.in(sentence, seen);
            FrameMatcher matcher = new FrameMatcher(frames, ontology, graph, parties, triggers);
            RoleFinder roles = new RoleFinder(matcher, graph, parties, triggers);
            Circumstances circumstances = new Circumstances(graph, toponyms, times, published);
            boolean headline = title.length() > 0 && title.covers(sentence.span());
            Confidence confidence = new Confidence(triggers);
            List<Match> matches = new ArrayList<>(matcher.all());
            matches.addAll(matcher.learned(List.copyOf(matches)));
            for (Match match : matches) {
                code(match, roles, graph, circumstances, conventions, confidence, headline, found);
            }
            found.measure(sizes(graph, cast, found.matches())::of);
            events.addAll(found.distinct());
        }
        return events;
    }

    private Sizes sizes(SentenceGraph graph, Cast cast, List<Match> told) {
        Quantities quantities = new Quantities(graph, sizeWords, i -> person(graph, cast, i));
        return new Sizes(graph, sizeWords, frames, modality, quantities, told);
    }

    /** Whether a word names or describes a single person. */
    private boolean person(SentenceGraph graph, Cast cast, int token) {
        return graph.token(token).upos().equals("PROPN")
                ? cast.entities()
                        .at(graph.token(token))
                        .filter(entity -> entity.type() == Entity.Type.PERSON)
                        .isPresent()
                : NO_PERSONS.stream().noneMatch(list -> frames.lists(list, graph.lemma(token)));
    }

    private static List<Statement> within(List<Statement> statements, Sentence sentence) {
        List<Statement> within = new ArrayList<>();
        for (Statement statement : statements) {
            for (Span piece : statement.content()) {
                if (piece.overlaps(sentence.span())) {
                    within.add(statement);
                    break;
                }
            }
        }
        return within;
    }

    private void code(
            Match match,
            RoleFinder roles,
            SentenceGraph graph,
            Circumstances circumstances,
            Conventions conventions,
            Confidence confidence,
            boolean headline,
            SentenceEvents found) {
        Frame frame = match.frame();
        EnumSet<Modality> modes = modality.read(graph, match.anchor(), match.nominal());
        if (confidence.doubts(modes)) {
            return;
        }
        if (circumstances.historical(match)) {
            modes.add(Modality.HISTORICAL);
        }
        if (needs(frame, "neg")) {
            modes.removeAll(EnumSet.of(Modality.NEGATED, Modality.FUTURE, Modality.HYPOTHETICAL));
        }
        if (frame.who().contains("speaker")) {
            modes.remove(Modality.HYPOTHETICAL);
        }
        EventType type = frame.type();
        String cameo = frame.cameo();
        if (modes.contains(Modality.FUTURE)) {
            Ontology.Announced announced = ontology.announced(type);
            type = announced.type();
            cameo = announced.cameo().isEmpty() ? cameo : announced.cameo();
        }
        List<Participant> actors = roles.actors(match);
        List<Participant> recipients = roles.recipients(match, actors);
        boolean mutual = frame.is(Flag.RECIPROCAL)
                && actors.size() > 1
                && (recipients.isEmpty() || !roles.addresses(match, actors));
        for (Dyad named : mutual ? mutual(actors) : List.of(pair(actors, recipients))) {
            if (filter.reports(graph, frame, named, confidence.vouches(match))) {
                Dyad pair = conventions.complete(named, match, graph);
                double sure = confidence.of(match, type, pair.actor(), pair.recipient());
                if (sure < preset.least()) {
                    continue;
                }
                Event event = new Event(
                        type,
                        type.equals(frame.type()) ? frame.mode() : "",
                        ontology.contexts(cameo),
                        cameo,
                        ontology.goldstein(cameo),
                        pair.actor(),
                        pair.recipient(),
                        circumstances.place(match),
                        circumstances.time(match),
                        Size.UNKNOWN,
                        modes,
                        sure,
                        new Event.Evidence(
                                graph.sentence().span(), trigger(graph, match), match.nominal(), headline, frame.id()));
                found.add(match, event);
                conventions.remember(event);
            }
        }
    }

    private static boolean needs(Frame frame, String slot) {
        return frame.needs().stream().anyMatch(need -> need.alternatives().stream()
                .anyMatch(condition -> condition.slot().equals(slot) && !condition.negated()));
    }

    private static List<Dyad> mutual(List<Participant> sides) {
        return List.of(
                new Dyad(Optional.of(sides.get(0)), Optional.of(sides.get(1))),
                new Dyad(Optional.of(sides.get(1)), Optional.of(sides.get(0))));
    }

    /** A compound party is one party, named by its first member: "France and Germany condemned". */
    private static Dyad pair(List<Participant> actors, List<Participant> recipients) {
        return new Dyad(actors.stream().findFirst(), recipients.stream().findFirst());
    }

    private static Span trigger(SentenceGraph graph, Match match) {
        Span span = graph.token(match.trigger()).span();
        return match.trigger() == match.anchor()
                ? span
                : span.union(graph.token(match.anchor()).span());
    }
}
