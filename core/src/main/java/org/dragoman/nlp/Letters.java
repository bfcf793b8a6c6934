package org.dragoman.nlp;

/** Classes of characters that splitter and tokenizer agree on. */
final class Letters {
    private Letters() {}

    /**
     * Whether the character separates words and belongs to none: white space, controls, zero-width spaces, marks of
     * writing direction.
     */
    static boolean isBlank(char c) {
        if (c < 0x80) {
            return c <= ' ' || c == 0x7F;
        }
        return c <= 0x9F
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || c == '\u200B'
                || (c >= '\u200E' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F')
                || c == '\uFEFF';
    }

    static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    /** Quotation marks and brackets that may follow the full stop of the sentence they close. */
    static boolean isCloser(char c) {
        return "\"'\u201D\u2019)]}\u00BB".indexOf(c) >= 0;
    }

    /** Quotation marks and brackets that may precede the first word of the sentence they open. */
    static boolean isOpener(char c) {
        return "\"'\u201C\u2018([{\u00AB\u201E".indexOf(c) >= 0;
    }

    /** Letters, digits, and what combines with them: what words are made of. */
    static boolean isWordPart(int point) {
        if (point < 0x80) {
            return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
        }
        return Character.isLetterOrDigit(point)
                || isAttached(point)
                || Character.getType(point) == Character.LETTER_NUMBER;
    }

    /** What belongs to the character before it: accents, joiners, variation selectors, skin tones. */
    static boolean isAttached(int point) {
        if (point < 0x80) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> true;
            default -> point >= 0x1F3FB && point <= 0x1F3FF;
        };
    }
}
