package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;
import org.dragoman.evaluate.Attribution.Kind;
import org.dragoman.evaluate.Attribution.Role;

/**
 * Attributions: gold {@code {id, text, attributions: [{source, cue, content}]}}, each a list of {@code [start, end]}; predictions
 * without text. Measures for each role, where a unit is all of a role in one attribution:
 *
 * <ul>
 *   <li>exact: the same tokens; half: token F1 of at least 0.5; chars: the same characters, trimmed; each one to one;
 *   <li>any: shares a token with some unit; token: tokens of all units.
 * </ul>
 *
 * and for attributions with content (triples): lenient: content half right, and sources share a token or are both missing;
 * strict: all three roles exact; speech: lenient, over reported speech only; and lenient by how the content is given.
 */
final class QuotesEvaluator implements Evaluator {
    private static final double HALF = 0.5;
    /** Of two partners with the same content, the one with the better source. */
    private static final double TIE = .001;

    private record Pair(double score, int gold, int found) {}

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Entry> answers = Entry.lines(predictions);
        Map<Role, RoleTable> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            roles.put(role, new RoleTable(role));
        }
        TripleTable triples = new TripleTable();
        for (Map.Entry<String, Entry> line : Entry.lines(gold).entrySet()) {
            QuotedText text = new QuotedText(line.getValue().text("text"));
            Entry answer = answers.get(line.getKey());
            List<Attribution> wanted = attributions(line.getValue().list("attributions"), text);
            List<Attribution> found =
                    attributions(answer == null ? List.of() : answer.listOrEmpty("attributions"), text);
            roles.forEach((role, table) -> table.add(with(role, wanted), with(role, found)));
            triples.add(with(Role.CONTENT, wanted), with(Role.CONTENT, found));
        }
        List<Score> scores = new ArrayList<>();
        roles.values().forEach(table -> table.addScores(scores));
        triples.addScores(scores);
        return scores;
    }

    private static List<Attribution> attributions(List<Entry> entries, QuotedText text) throws IOException {
        List<Attribution> attributions = new ArrayList<>();
        for (Entry entry : entries) {
            attributions.add(Attribution.of(entry, text));
        }
        return attributions;
    }

    private static List<Attribution> with(Role role, List<Attribution> attributions) {
        return attributions.stream()
                .filter(attribution -> !attribution.tokens(role).isEmpty())
                .toList();
    }

    /** Pairs one to one that may be paired, best score first, then in text order. */
    private static List<Pair> match(
            List<Attribution> gold,
            List<Attribution> found,
            BiPredicate<Attribution, Attribution> condition,
            ToDoubleBiFunction<Attribution, Attribution> score) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                if (condition.test(gold.get(i), found.get(j))) {
                    pairs.add(new Pair(score.applyAsDouble(gold.get(i), found.get(j)), i, j));
                }
            }
        }
        // Candidates are made in text order, which a stable sort keeps among equals.
        pairs.sort(Comparator.comparingDouble(pair -> -pair.score()));
        BitSet usedGold = new BitSet();
        BitSet usedFound = new BitSet();
        pairs.removeIf(pair -> {
            boolean free = !usedGold.get(pair.gold()) && !usedFound.get(pair.found());
            if (free) {
                usedGold.set(pair.gold());
                usedFound.set(pair.found());
            }
            return !free;
        });
        return pairs;
    }

    private static BiPredicate<Attribution, Attribution> sameTokens(Role role) {
        return (left, right) -> left.tokens(role).equals(right.tokens(role));
    }

    private static final class RoleTable {
        private final Role role;
        private final Tally exact = new Tally();
        private final Tally half = new Tally();
        private final Tally any = new Tally();
        private final Tally token = new Tally();
        private final Tally chars = new Tally();

        RoleTable(Role role) {
            this.role = role;
        }

        void add(List<Attribution> gold, List<Attribution> found) {
            addMatch(gold, found, sameTokens(role), exact);
            addMatch(gold, found, (left, right) -> left.overlap(right, role) >= HALF, half);
            addMatch(
                    gold,
                    found,
                    (left, right) -> left.tokens(role).intersects(right.tokens(role))
                            && left.pieces(role).equals(right.pieces(role)),
                    chars);
            BitSet goldTokens = union(gold);
            BitSet foundTokens = union(found);
            any.add(touching(found, goldTokens), touching(gold, foundTokens), found.size(), gold.size());
            BitSet common = (BitSet) goldTokens.clone();
            common.and(foundTokens);
            token.add(common.cardinality(), foundTokens.cardinality(), goldTokens.cardinality());
        }

        private void addMatch(
                List<Attribution> gold,
                List<Attribution> found,
                BiPredicate<Attribution, Attribution> condition,
                Tally tally) {
            int right = match(gold, found, condition, (left, other) -> left.overlap(other, role))
                    .size();
            tally.add(right, found.size(), gold.size());
        }

        private BitSet union(List<Attribution> attributions) {
            BitSet tokens = new BitSet();
            attributions.forEach(attribution -> tokens.or(attribution.tokens(role)));
            return tokens;
        }

        private int touching(List<Attribution> attributions, BitSet tokens) {
            return (int) attributions.stream()
                    .filter(attribution -> attribution.tokens(role).intersects(tokens))
                    .count();
        }

        void addScores(List<Score> scores) {
            scores.add(exact.score(role.label() + " exact"));
            scores.add(half.score(role.label() + " half"));
            scores.add(any.score(role.label() + " any"));
            scores.add(token.score(role.label() + " token"));
            scores.add(chars.score(role.label() + " chars"));
        }
    }

    private static final class TripleTable {
        private final Tally lenient = new Tally();
        private final Tally strict = new Tally();
        private final Tally speech = new Tally();
        private final Map<Kind, Tally> byKind = new EnumMap<>(Kind.class);

        void add(List<Attribution> gold, List<Attribution> found) {
            List<Pair> pairs = match(
                    gold,
                    found,
                    TripleTable::agree,
                    (left, right) -> left.overlap(right, Role.CONTENT) + TIE * left.overlap(right, Role.SOURCE));
            lenient.add(pairs.size(), found.size(), gold.size());
            BiPredicate<Attribution, Attribution> same =
                    sameTokens(Role.SOURCE).and(sameTokens(Role.CUE)).and(sameTokens(Role.CONTENT));
            strict.add(match(gold, found, same, (left, right) -> 1).size(), found.size(), gold.size());
            gold.forEach(attribution -> addOne(attribution, 0, 0, 0, 1));
            found.forEach(attribution -> addOne(attribution, 0, 0, 1, 0));
            for (Pair pair : pairs) {
                addOne(gold.get(pair.gold()), 0, 1, 0, 0);
                addOne(found.get(pair.found()), 1, 0, 0, 0);
            }
        }

        private static boolean agree(Attribution left, Attribution right) {
            BitSet source = left.tokens(Role.SOURCE);
            BitSet other = right.tokens(Role.SOURCE);
            return left.overlap(right, Role.CONTENT) >= HALF
                    && (source.intersects(other) || (source.isEmpty() && other.isEmpty()));
        }

        private void addOne(Attribution attribution, int right, int hit, int found, int gold) {
            byKind.computeIfAbsent(attribution.kind(), kind -> new Tally()).add(right, hit, found, gold);
            if (attribution.isSpeech()) {
                speech.add(right, hit, found, gold);
            }
        }

        void addScores(List<Score> scores) {
            scores.add(lenient.score("triple lenient"));
            scores.add(strict.score("triple strict"));
            scores.add(speech.score("triple speech"));
            byKind.forEach((kind, tally) -> scores.add(tally.score("triple " + kind.label())));
        }
    }
}
