package org.dragoman.nlp;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.text.Dependency;
import org.dragoman.text.Span;

/**
 * Reads grammar out of the encoder's scores for one segment: parts of speech, a tree, triggers. Immutable.
 */
final class BlockReader {
    /** More than any difference of arc scores, less than the mask between sentences. */
    private static final double PUNCTUATION_HEAD = 500;

    /** Of a relation that runs one way only: enough for any other head to be preferred. */
    private static final double WRONG_WAY = 100;

    /** By the guidelines of Universal Dependencies these hang on a word before them. */
    private static final Set<String> FORWARD = Set.of("appos", "conj", "flat", "fixed", "goeswith");

    /** A title hangs on the name that follows it. */
    private static final Set<String> BACKWARD = Set.of("nmod:desc");

    /** Words less likely than this to report an event aren't worth naming. */
    private static final double LEAST_TRIGGER = 0.02;

    /** A word beside a participant's likeliest one belongs to its phrase if it is at least as likely as this. */
    private static final double OF_PHRASE = 0.01;

    private final List<String> upos;
    private final List<String> xpos;
    private final List<String> relations;
    private final List<String> events;
    /** By relation: whether it hangs a word on one before it, or on one after it. */
    private final boolean[] forward;

    private final boolean[] backward;

    BlockReader(EncoderModel model) {
        upos = model.labels("upos");
        xpos = model.labels("xpos");
        relations = model.labels("deprel");
        events = model.labels("event");
        forward = marked(relations, FORWARD);
        backward = marked(relations, BACKWARD);
    }

    private static boolean[] marked(List<String> relations, Set<String> which) {
        boolean[] marked = new boolean[relations.size()];
        for (int id = 0; id < marked.length; id++) {
            marked[id] = which.contains(relations.get(id));
        }
        return marked;
    }

    /** Grammar of one word; the head counts from the sentence's first word and lies in the same segment. */
    record Grammar(String upos, String xpos, Dependency dependency) {}

    /**
     * Reads the grammar of one segment's words.
     *
     * @param from index of the segment's first word in the block
     * @param blockWords number of words of the whole block
     */
    List<Grammar> parse(EncoderModel.Scores scores, Segment segment, int from, int blockWords) {
        int words = segment.words();
        String[] upos = new String[words];
        String[] xpos = new String[words];
        double[][] arcs = new double[words][words + 1];
        for (int word = 0; word < words; word++) {
            upos[word] = best(scores.upos(), from + word, this.upos);
            xpos[word] = best(scores.xpos(), from + word, this.xpos);
            if (isVerb(xpos[word], upos[word])) {
                upos[word] = "VERB";
            }
        }
        for (int word = 0; word < words; word++) {
            int row = (from + word) * (blockWords + 1);
            arcs[word][0] = scores.arcs().get(row) - (upos[word].equals("PUNCT") ? PUNCTUATION_HEAD : 0);
            for (int head = 0; head < words; head++) {
                // Punctuation governs nothing, as long as there is a word to do it.
                double penalty = upos[head].equals("PUNCT") ? PUNCTUATION_HEAD : 0;
                int at = row + 1 + from + head;
                if (wrongWay(scores.relations().get(at), word, head)) {
                    penalty += WRONG_WAY;
                }
                arcs[word][head + 1] = scores.arcs().get(at) - penalty;
            }
        }
        int[] heads = SpanningTree.decode(arcs);
        List<Grammar> grammar = new ArrayList<>(words);
        for (int word = 0; word < words; word++) {
            boolean root = heads[word] == Dependency.ROOT;
            int at = (from + word) * (blockWords + 1) + (root ? 0 : from + heads[word] + 1);
            String relation = root ? "root" : relation(scores.relations().get(at), upos[word]);
            grammar.add(new Grammar(
                    upos[word],
                    xpos[word],
                    new Dependency(root ? Dependency.ROOT : segment.from() + heads[word], relation)));
        }
        return grammar;
    }

    /**
     * The words that may report an event, each with its likeliest type and the probability that it reports one of any type.
     *
     * @param words where the block's words stand
     */
    List<Trigger> triggers(EncoderModel.Scores scores, List<Span> words) {
        List<Trigger> triggers = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            trigger(scores, word, words).ifPresent(triggers::add);
        }
        return triggers;
    }

    private Optional<Trigger> trigger(EncoderModel.Scores scores, int word, List<Span> words) {
        int row = word * events.size();
        double none = scores.event().get(row);
        int best = 1;
        double rest = 0;
        for (int label = 1; label < events.size(); label++) {
            double score = scores.event().get(row + label);
            rest += Math.exp(score - none);
            best = score > scores.event().get(row + best) ? label : best;
        }
        double probability = rest / (1 + rest);
        if (probability < LEAST_TRIGGER) {
            return Optional.empty();
        }
        Trigger.Role actor = role(scores, word, words);
        Trigger.Role recipient = role(scores, words.size() + word, words);
        return Optional.of(new Trigger(words.get(word), events.get(best), probability, actor, recipient));
    }

    /** The likeliest phrase of a row of role scores; words of other sentences are out of reach by their scores. */
    private static Trigger.Role role(EncoderModel.Scores scores, int row, List<Span> words) {
        double[] likely = softmax(scores.roles(), row * (words.size() + 1), words.size() + 1);
        int best = 0;
        for (int column = 1; column < likely.length; column++) {
            best = likely[column] > likely[best] ? column : best;
        }
        if (best == 0) {
            return new Trigger.Role(Optional.empty(), likely[0]);
        }
        // The model spreads its belief over the words of a phrase.
        double phrase = likely[best];
        for (int left = best - 1; left > 0 && likely[left] > OF_PHRASE; left--) {
            phrase += likely[left];
        }
        for (int right = best + 1; right < likely.length && likely[right] > OF_PHRASE; right++) {
            phrase += likely[right];
        }
        return new Trigger.Role(Optional.of(words.get(best - 1)), phrase);
    }

    private static double[] softmax(FloatBuffer scores, int from, int size) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, scores.get(from + i));
        }
        double[] shares = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            shares[i] = Math.exp(scores.get(from + i) - most);
            sum += shares[i];
        }
        for (int i = 0; i < size; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private boolean wrongWay(int relation, int word, int head) {
        return head > word ? forward[relation] : backward[relation];
    }

    /** Whether the Penn tag says that a word is a verb where the universal one doesn't: its inflection decides. */
    private static boolean isVerb(String xpos, String upos) {
        return switch (xpos) {
            case "VBD", "VBZ", "VBP" -> !upos.equals("VERB") && !upos.equals("AUX");
            case "VB", "VBN", "VBG" -> upos.equals("X");
            default -> false;
        };
    }

    /** The label, but never that of a root. */
    private String relation(int id, String upos) {
        String relation = relations.get(id);
        if (relation.equals("root")) {
            return upos.equals("PUNCT") ? "punct" : "parataxis";
        }
        return relation;
    }

    private static String best(FloatBuffer scores, int word, List<String> labels) {
        int best = 0;
        int row = word * labels.size();
        for (int label = 1; label < labels.size(); label++) {
            best = scores.get(row + label) > scores.get(row + best) ? label : best;
        }
        return labels.get(best);
    }
}
