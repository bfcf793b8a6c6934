package org.dragoman.nlp;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts words into the pieces the encoder knows: BERT's uncased basic tokenisation and greedy longest match. Immutable.
 *
 * @see <a href="https://github.com/google-research/bert#tokenization">BERT's tokenisation</a>
 */
final class WordPieces {
    /** Id of the piece for what the vocabulary can't spell. */
    static final int UNKNOWN = 100;
    /** Id of the piece that opens a block and stands for the root. */
    static final int START = 101;
    /** Id of the piece that closes a block. */
    static final int END = 102;
    /** A word longer than this many pieces is cut off: its beginning says enough. */
    static final int MOST = 20;

    /** No piece of the vocabulary is longer; bounds the work on a monstrous word. */
    private static final int LONGEST_PIECE = 32;

    private static final int LONGEST_WORD = 200;

    private final Map<String, Integer> beginnings;
    private final Map<String, Integer> continuations;

    /** @param vocabulary pieces in id order; those that go on inside a word begin with {@code ##} */
    WordPieces(List<String> vocabulary) {
        beginnings = new HashMap<>(vocabulary.size() * 2);
        continuations = new HashMap<>(vocabulary.size());
        for (int id = 0; id < vocabulary.size(); id++) {
            String piece = vocabulary.get(id);
            if (piece.startsWith("##") && piece.length() > 2) {
                continuations.put(piece.substring(2), id);
            } else {
                beginnings.put(piece, id);
            }
        }
    }

    /** Ids of a word's pieces: at least one, at most {@link #MOST}. */
    int[] of(String word) {
        String plain = normalize(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
        Integer whole = beginnings.get(plain);
        if (whole != null) {
            return new int[] {whole};
        }
        int[] ids = new int[MOST];
        int count = 0;
        int at = 0;
        while (at < plain.length() && count < MOST) {
            int end = runEnd(plain, at);
            if (end > at) {
                count = match(plain, at, end, ids, count);
            }
            at = Math.max(end, at + 1);
        }
        if (count == 0) {
            ids[count++] = UNKNOWN;
        }
        return Arrays.copyOf(ids, count);
    }

    /** End of the run of letters at {@code at}, of the one punctuation mark there, or {@code at} before a blank. */
    private static int runEnd(String plain, int at) {
        int end = at;
        while (end < plain.length()) {
            int point = plain.codePointAt(end);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                return end;
            }
            if (standsAlone(point)) {
                return end == at ? end + Character.charCount(point) : end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private int match(String plain, int from, int to, int[] ids, int count) {
        int first = count;
        int at = from;
        while (at < to && count < ids.length) {
            Map<String, Integer> pieces = at == from ? beginnings : continuations;
            int end = Math.min(to, at + LONGEST_PIECE);
            Integer id = pieces.get(plain.substring(at, end));
            while (id == null && end > at + 1) {
                end--;
                id = pieces.get(plain.substring(at, end));
            }
            if (id == null) {
                ids[first] = UNKNOWN;
                return first + 1;
            }
            ids[count++] = id;
            at = end;
        }
        return count;
    }

    private static String normalize(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean ascii = true;
        for (int i = 0; i < lower.length() && ascii; i++) {
            ascii = lower.charAt(i) < 128 && lower.charAt(i) >= ' ';
        }
        if (ascii) {
            return lower;
        }
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(WordPieces::counts).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Whether BERT sees the character at all: accents, controls, invisible marks and lone surrogates are dropped. */
    private static boolean counts(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean standsAlone(int point) {
        if (point < 128) {
            return point > ' ' && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> isIdeograph(point);
        };
    }

    /** BERT's own set of Chinese characters, each a word of its own. */
    private static boolean isIdeograph(int point) {
        return (point >= 0x4E00 && point <= 0x9FFF)
                || (point >= 0x3400 && point <= 0x4DBF)
                || (point >= 0x20000 && point <= 0x2CEAF)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0x2F800 && point <= 0x2FA1F);
    }
}
