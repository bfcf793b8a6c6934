package org.dragoman.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.actor.Cast;
import org.dragoman.nlp.Analysis;
import org.dragoman.place.Toponym;
import org.dragoman.quote.Statement.Directness;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.time.TimeExpression;

/**
 * Finds who said what. The model's attribution tags, linked, are confirmed and added to by cue words and grammar;
 * quotations then complete what was found, and carry a speech on. Immutable, safe to share between threads.
 */
public final class StatementFinder {
    /** What grammar must reach where the tags have nothing but a statement around or inside. */
    private static final double SURE = 0.6;

    /** A content so much of which stands in quotation marks is direct: "that" may stand before it. */
    private static final double MOSTLY = 0.9;

    /** A shorter sentence may come back by chance: "He agreed." */
    private static final int FEWEST_WORDS = 5;

    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "it", "my", "our");

    private final CueTable cues = CueTable.load();
    private final Media media = Media.load();

    private StatementFinder() {}

    /**
     * Loads the shipped tables.
     *
     * @throws IllegalStateException if one is damaged
     */
    public static StatementFinder open() {
        return new StatementFinder();
    }

    /**
     * The statements of one article, in text order.
     *
     * @param toponyms the article's places
     * @param times the article's days
     */
    public List<Statement> find(Analysis analysis, Cast cast, List<Toponym> toponyms, List<TimeExpression> times) {
        OccasionFinder occasions = new OccasionFinder(cues, media, analysis, cast, toponyms, times);
        Quotations quotations = Quotations.of(analysis.text());
        List<Attribution> parsed = ClauseStatements.find(cues, analysis, quotations);
        Certainty certainty = new Certainty(cues, analysis, quotations);
        List<Attribution> tagged = unlessRelayed(TaggedStatements.find(cues, analysis, quotations), parsed).stream()
                .filter(certainty::suffices)
                .toList();
        List<Attribution> linked = merge(tagged, parsed);
        BitSet repeated = repeated(analysis);
        linked.removeIf(attribution -> touches(repeated, attribution.content()));
        List<Paragraph> paragraphs = Paragraph.of(analysis);
        addHeadlines(new HeadlineSpeech(cast, media, quotations).find(paragraphs), repeated, linked);
        List<Attribution> turns = Transcript.find(analysis, paragraphs);
        if (turns.isEmpty()) {
            announce(AnnouncedSpeech.find(cues, analysis, paragraphs), linked);
        } else {
            // a label's colon may be tagged as a cue; what speakers report in their turns is worth knowing, as it is in
            // an article
            BitSet labels = new BitSet();
            turns.forEach(turn -> turn.source().forEach(label -> labels.set(label.start(), label.end())));
            linked.removeIf(attribution -> touches(labels, attribution.source()));
            linked.addAll(turns);
        }
        linked.sort(Comparator.comparingInt(Attribution::start));
        List<Attribution> complete = QuotedSpeech.complete(cues, analysis, quotations, linked);
        Speakers speakers = new Speakers(analysis, cast, media, complete);
        return complete.stream()
                .map(attribution -> statement(attribution, analysis, quotations, speakers, occasions))
                .toList();
    }

    /** The tagged ones whose cue is not one of those that grammar reads better. */
    private static List<Attribution> unlessRelayed(List<Attribution> tagged, List<Attribution> parsed) {
        BitSet relayed = new BitSet();
        parsed.stream()
                .filter(attribution -> attribution.rule().equals(ClauseStatements.RELAYED))
                .forEach(attribution -> attribution.cue().forEach(span -> relayed.set(span.start(), span.end())));
        return tagged.stream()
                .filter(attribution -> !touches(relayed, attribution.cue()))
                .toList();
    }

    /** What the tags give, with the sources that only grammar knows, and what only grammar finds. */
    private static List<Attribution> merge(List<Attribution> tagged, List<Attribution> parsed) {
        List<Attribution> merged = new ArrayList<>(tagged);
        BitSet known = new BitSet();
        BitSet cues = new BitSet();
        Map<Integer, Integer> byCueWord = new HashMap<>();
        for (int i = 0; i < tagged.size(); i++) {
            Attribution attribution = tagged.get(i);
            attribution.cue().forEach(span -> cues.set(span.start(), span.end()));
            attribution.content().forEach(span -> known.set(span.start(), span.end()));
            int index = i;
            attribution.cueHead().ifPresent(head -> byCueWord.put(head.span().start(), index));
        }
        known.or(cues);
        for (Attribution attribution : parsed) {
            Integer same = attribution
                    .cueHead()
                    .map(head -> byCueWord.get(head.span().start()))
                    .orElse(null);
            if (same != null) {
                Attribution tags = merged.get(same);
                if (tags.sourceHead().isEmpty() && !attribution.source().isEmpty()) {
                    merged.set(same, tags.withSource(attribution.sourceHead(), attribution.source()));
                }
            } else if (isNews(attribution, known, cues, tagged)) {
                merged.add(attribution);
            }
        }
        return merged;
    }

    /** Whether what grammar finds is surely something where the tags have nothing, or have what stands around or inside it. */
    private static boolean isNews(Attribution parsed, BitSet known, BitSet cues, List<Attribution> tagged) {
        boolean free = !touches(known, parsed.cue()) && !touches(known, parsed.content());
        return parsed.confidence() >= SURE
                && !touches(cues, parsed.cue())
                && (free || isNested(parsed, tagged) || isAround(parsed, tagged));
    }

    /** Whether all of another is in its reported words: "according to A, B said that ...". */
    private static boolean isAround(Attribution attribution, List<Attribution> tagged) {
        return tagged.stream().anyMatch(inner -> isNested(inner, List.of(attribution)));
    }

    /** Whether all of it stands in another's reported words: "A said that B denied that ...". */
    private static boolean isNested(Attribution attribution, List<Attribution> outers) {
        return !attribution.source().isEmpty()
                && outers.stream()
                        .anyMatch(outer -> Stream.of(attribution.source(), attribution.cue(), attribution.content())
                                .flatMap(List::stream)
                                .allMatch(span -> outer.content().stream().anyMatch(piece -> piece.covers(span))));
    }

    /** Adds headlines of which nothing is known yet. */
    private static void addHeadlines(List<Attribution> headlines, BitSet repeated, List<Attribution> linked) {
        BitSet known = new BitSet();
        linked.forEach(attribution -> attribution.content().forEach(piece -> known.set(piece.start(), piece.end())));
        for (Attribution headline : headlines) {
            if (!touches(repeated, headline.content()) && !touches(known, headline.content())) {
                linked.add(headline);
            }
        }
    }

    /** Puts speeches set off by layout in place of what the speaker says inside of them; what others are said to say stays. */
    private static void announce(List<Attribution> speeches, List<Attribution> linked) {
        BitSet spoken = new BitSet();
        for (Attribution speech : speeches) {
            speech.cue().forEach(span -> spoken.set(span.start(), span.end()));
            speech.content().forEach(span -> spoken.set(span.start(), span.end()));
        }
        linked.removeIf(attribution -> touches(spoken, attribution.cue())
                && attribution
                        .sourceHead()
                        .filter(source -> !FIRST_PERSON.contains(source.form().toLowerCase(Locale.ROOT)))
                        .isEmpty());
        linked.addAll(speeches);
    }

    /** Sentences that stand in the text before, word for word: headlines and captions printed twice. */
    private static BitSet repeated(Analysis analysis) {
        BitSet repeated = new BitSet();
        Set<String> seen = new HashSet<>();
        for (Sentence sentence : analysis.sentences()) {
            if (sentence.size() >= FEWEST_WORDS && !seen.add(sentence.span().in(analysis.text()))) {
                repeated.set(sentence.span().start(), sentence.span().end());
            }
        }
        return repeated;
    }

    static boolean touches(BitSet known, List<Span> spans) {
        for (Span span : spans) {
            int next = known.nextSetBit(span.start());
            if (next >= 0 && next < span.end()) {
                return true;
            }
        }
        return false;
    }

    private Statement statement(
            Attribution attribution,
            Analysis analysis,
            Quotations quotations,
            Speakers speakers,
            OccasionFinder occasions) {
        Optional<Sentence> sentence = attribution
                .cueHead()
                .flatMap(head -> analysis.sentenceAt(head.span().start()));
        Directness directness = directness(attribution, quotations);
        CueReading reading = new CueReading(cues, attribution, sentence);
        Kind kind = reading.kind(directness, speakers.isThing(attribution));
        return new Statement(
                attribution.source(),
                attribution.cue(),
                attribution.content(),
                speakers.of(attribution),
                kind,
                directness,
                reading.polarity(kind),
                reading.modality(),
                occasions.find(attribution, sentence),
                attribution.confidence(),
                attribution.rule());
    }

    private static Directness directness(Attribution attribution, Quotations quotations) {
        if (attribution.rule().equals(AnnouncedSpeech.RULE)
                || attribution.rule().equals(Transcript.RULE)) {
            return Directness.DIRECT;
        }
        int all = 0;
        int quoted = 0;
        for (Span piece : attribution.content()) {
            all += piece.length();
            for (Quotation quotation : quotations.in(piece)) {
                quoted += Math.min(piece.end(), quotation.span().end())
                        - Math.max(piece.start(), quotation.span().start());
            }
        }
        if (quoted == 0) {
            return Directness.INDIRECT;
        }
        return quoted >= MOSTLY * all ? Directness.DIRECT : Directness.MIXED;
    }
}
