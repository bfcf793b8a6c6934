package org.dragoman.place;

import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/**
 * Place names reduced to what they are looked up by: lower case, without diacritics, dots, apostrophes and a leading
 * "the", hyphens as spaces, "St.", "Mt." and "Ft." written out.
 *
 * <pre>{@code
 * NameKey.of("St. Étienne-du-Bois")   // "saint etienne du bois"
 * NameKey.of("The Hague")             // "hague"
 * }</pre>
 */
final class NameKey {
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final Map<String, String> WRITTEN_OUT = Map.of("st", "saint", "mt", "mount", "ft", "fort");

    private NameKey() {}

    /** The key of {@code name}; empty if it has no letter or digit. */
    static String of(CharSequence name) {
        String decomposed = DECOMPOSED.normalize(name);
        StringBuilder key = new StringBuilder(decomposed.length());
        int wordStart = 0;
        for (int i = 0; i <= decomposed.length(); i++) {
            char c = i < decomposed.length() ? decomposed.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                append(Character.toLowerCase(c), key);
            } else if (c == '-' || c == '/' || c == ',' || Character.isWhitespace(c)) {
                wordStart = endWord(key, wordStart);
            }
        }
        int end = key.length();
        while (end > 0 && key.charAt(end - 1) == ' ') {
            end--;
        }
        return key.substring(0, end);
    }

    private static void append(char c, StringBuilder key) {
        switch (c) {
            case 'ł' -> key.append('l');
            case 'ø' -> key.append('o');
            case 'đ', 'ð' -> key.append('d');
            case 'ı' -> key.append('i');
            case 'ß' -> key.append("ss");
            case 'æ' -> key.append("ae");
            case 'œ' -> key.append("oe");
            case 'þ' -> key.append("th");
            case 'ə' -> key.append('a');
            // letters that stand for an apostrophe in romanised Arabic, Hebrew and Hawaiian
            case 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ʹ', 'ʺ' -> {}
            default -> key.append(c);
        }
    }

    /** Closes the word begun at {@code wordStart}; gives where the next one begins. */
    private static int endWord(StringBuilder key, int wordStart) {
        if (key.length() == wordStart) {
            return wordStart;
        }
        String word = key.substring(wordStart);
        if (wordStart == 0 && word.equals("the")) {
            key.setLength(0);
            return 0;
        }
        String full = WRITTEN_OUT.get(word);
        if (full != null) {
            key.setLength(wordStart);
            key.append(full);
        }
        key.append(' ');
        return key.length();
    }
}
