package org.dragoman.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What counts as a word, and as the same word, when texts are compared. */
final class Words {
    private Words() {}

    /** Letters, numbers and the underscore; combining marks are not part of words. */
    static boolean isWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> codePoint == '_';
        };
    }

    /** A text's words, case kept. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            boolean inside = isWord(codePoint);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
            i += Character.charCount(codePoint);
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** Without case: lower case, with ß as ss and both small sigmas as one. */
    static String foldCase(String text) {
        return text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ς', 'σ');
    }

    /** Without case, blanks, punctuation and typographic variants. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        foldCase(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .codePoints()
                .filter(codePoint -> codePoint != '_' && isWord(codePoint))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
