package org.dragoman.output;

import java.util.Arrays;

/**
 * Converts offsets between Java's UTF-16 code units and the Unicode code points that evaluation files and JSON output
 * count. Immutable.
 */
public final class CodePoints {
    private static final int[] NONE = {};

    /** UTF-16 offsets of the second halves of surrogate pairs, ascending: text beyond them has shifted by one each. */
    private final int[] lowSurrogates;

    /** @param text what the offsets refer to */
    public CodePoints(String text) {
        int[] found = NONE;
        int count = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(8, 2 * count));
                }
                found[count++] = i;
            }
        }
        lowSurrogates = Arrays.copyOf(found, count);
    }

    /** The number of code points before UTF-16 offset {@code utf16}. */
    public int toCodePoint(int utf16) {
        int position = Arrays.binarySearch(lowSurrogates, utf16);
        return utf16 - (position >= 0 ? position : -position - 1);
    }

    /** The UTF-16 offset of the code point numbered {@code codePoint}. */
    public int toUtf16(int codePoint) {
        int low = 0;
        int high = lowSurrogates.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lowSurrogates[middle] - middle <= codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return codePoint + low;
    }
}
