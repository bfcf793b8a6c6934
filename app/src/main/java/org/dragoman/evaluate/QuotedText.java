package org.dragoman.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dragoman.evaluate.Attribution.Kind;
import org.dragoman.evaluate.Attribution.Piece;

/**
 * A text as attributions are compared in it: tokens are words, with the apostrophes and hyphens inside them, so that blanks
 * and punctuation at a span's edge don't matter. Offsets count code points.
 */
final class QuotedText {
    private static final String EDGES = " \t\r\n\"“”'‘’`,.";

    /** Forms of verbs of saying, and what else announces speech. */
    private static final Set<String> SAYING = Set.of("""
            say says said saying tell tells told telling add adds added adding write writes wrote
            written writing announce announces announced announcing note notes noted noting argue
            argues argued arguing claim claims claimed claiming state states stated stating insist
            insists insisted insisting explain explains explained explaining declare declares
            declared declaring ask asks asked asking deny denies denied denying reply replies
            replied replying respond responds responded responding report reports reported reporting
            tweet tweets tweeted tweeting warn warns warned warning promise promises promised
            promising vow vows vowed vowing pledge pledges pledged acknowledge acknowledges
            acknowledged admit admits admitted admitting confirm confirms confirmed concede concedes
            conceded contend contends contended assert asserts asserted suggest suggests suggested
            suggesting predict predicts predicted complain complains complained conclude concludes
            concluded continue continued urge urges urged urging stress stresses stressed emphasize
            emphasized recall recalls recalled remark remarks remarked observe observed comment
            comments commented call calls called calling accuse accuses accused accusing describe
            describes described according statement reveal reveals revealed mention mentioned demand
            demands demanded allege alleges alleged testify testified quip quipped joke joked boast
            boasted reiterate reiterated repeat repeated maintain maintains maintained cite cites
            cited citing
            """.split("\\s+"));

    private final int[] text;
    private final List<Piece> tokens;
    private final BitSet quoted = new BitSet();

    QuotedText(String text) {
        this.text = text.codePoints().toArray();
        this.tokens = scan(0, this.text.length);
        boolean inside = false;
        for (int i = 0; i < this.text.length; i++) {
            switch (this.text[i]) {
                case '\n', '”' -> inside = false;
                case '“' -> inside = true;
                case '"' -> inside = !inside;
                default -> quoted.set(i, inside);
            }
        }
    }

    int length() {
        return text.length;
    }

    /** The numbers of the tokens that the pieces touch. */
    BitSet tokens(List<Piece> pieces) {
        BitSet touched = new BitSet();
        for (Piece piece : pieces) {
            int at = Collections.binarySearch(tokens, piece);
            int i = Math.max(0, (at >= 0 ? at : -at - 1) - 1);
            for (; i < tokens.size() && tokens.get(i).start() < piece.end(); i++) {
                if (tokens.get(i).end() > piece.start()) {
                    touched.set(i);
                }
            }
        }
        return touched;
    }

    /** The pieces in text order without blanks, quotation marks, commas and stops at their edges; none that are empty. */
    List<Piece> trim(List<Piece> pieces) {
        List<Piece> trimmed = new ArrayList<>();
        for (Piece piece : pieces.stream().sorted().toList()) {
            int start = piece.start();
            int end = piece.end();
            while (start < end && EDGES.indexOf(text[start]) >= 0) {
                start++;
            }
            while (end > start && EDGES.indexOf(text[end - 1]) >= 0) {
                end--;
            }
            if (start < end) {
                trimmed.add(new Piece(start, end));
            }
        }
        return trimmed;
    }

    boolean hasVerbOfSaying(List<Piece> cue) {
        for (Piece piece : cue) {
            String words = new String(text, piece.start(), piece.end() - piece.start()).toLowerCase(Locale.ROOT);
            if (Arrays.stream(words.split("[^a-z]+")).anyMatch(SAYING::contains)) {
                return true;
            }
        }
        return false;
    }

    boolean isMostlyQuoted(List<Piece> content) {
        int all = 0;
        int inside = 0;
        for (Piece piece : content) {
            for (Piece token : scan(piece.start(), piece.end())) {
                all++;
                inside += quoted.get(token.start()) ? 1 : 0;
            }
        }
        return all > 0 && 2 * inside >= all;
    }

    Kind kind(BitSet content) {
        int inside = (int)
                content.stream().filter(i -> quoted.get(tokens.get(i).start())).count();
        if (inside == 0) {
            return Kind.INDIRECT;
        }
        return inside == content.cardinality() ? Kind.DIRECT : Kind.MIXED;
    }

    private List<Piece> scan(int from, int to) {
        List<Piece> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (Words.isWord(text[i])) {
                int start = i;
                while (i < to && (Words.isWord(text[i]) || joins(i, to))) {
                    i++;
                }
                found.add(new Piece(start, i));
            }
        }
        return found;
    }

    /** Whether an apostrophe or hyphen stands between two letters or digits; the one before is known to be there. */
    private boolean joins(int at, int to) {
        return (text[at] == '\'' || text[at] == '’' || text[at] == '-')
                && Words.isWord(text[at - 1])
                && at + 1 < to
                && Words.isWord(text[at + 1]);
    }
}
