package org.dragoman.time;

import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** One sentence's words as the time grammar looks at them. Any index may be asked for, also outside the sentence. */
final class TimeText {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2100;
    private static final int CLIMB = 12;

    private final Sentence sentence;
    private final TimeWords words;

    TimeText(Sentence sentence, TimeWords words) {
        this.sentence = sentence;
        this.words = words;
    }

    /** The word at {@code index} in lower case; empty outside the sentence. */
    String word(int index, int offset) {
        int at = index + offset;
        return at < 0 || at >= sentence.size() ? "" : sentence.token(at).form().toLowerCase(Locale.ROOT);
    }

    Optional<Month> monthAt(int at) {
        return isCapitalised(at) ? words.month(word(at, 0)) : Optional.empty();
    }

    boolean isCapitalised(int at) {
        return at >= 0
                && at < sentence.size()
                && !sentence.token(at).form().isEmpty()
                && Character.isUpperCase(sentence.token(at).form().charAt(0));
    }

    /** Whether the verb over the token is in the future: "will meet on Friday", "is to meet". */
    boolean isFuture(int at) {
        Token token = sentence.token(at);
        for (int step = 0; step < CLIMB; step++) {
            boolean shall = sentence.children(token, "aux")
                    .anyMatch(aux -> aux.lemma().equals("will") || aux.lemma().equals("shall"));
            if (shall) {
                return true;
            }
            if (token.upos().equals("VERB") && !token.xpos().equals("VB")) {
                return false;
            }
            Optional<Token> head = sentence.head(token);
            if (head.isEmpty()) {
                return false;
            }
            token = head.get();
        }
        return false;
    }

    /** Whether the number at {@code at} counts what follows it: "2000 villages". */
    boolean isCount(int at) {
        return at + 1 < sentence.size()
                && sentence.token(at).is("nummod")
                && sentence.token(at).head() > at;
    }

    static boolean isTimePreposition(String word) {
        return switch (word) {
            case "in",
                    "since",
                    "during",
                    "until",
                    "till",
                    "by",
                    "from",
                    "between",
                    "before",
                    "after",
                    "of",
                    "for",
                    "to",
                    "through" -> true;
            default -> false;
        };
    }

    static boolean isPartOfPeriod(String word) {
        return switch (word) {
            case "early", "late", "mid", "mid-" -> true;
            default -> false;
        };
    }

    static boolean isRange(String word) {
        return isDash(word) || word.equals("to");
    }

    static boolean isDash(String word) {
        return word.equals("-") || word.equals("–") || word.equals("—");
    }

    /** A day of a month, "19" or "19th"; -1 if it is none. */
    static int dayNumber(String word) {
        String digits = word;
        if (word.length() > 2
                && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"))) {
            digits = word.substring(0, word.length() - 2);
        }
        int day = digits.length() <= 2 ? number(digits) : -1;
        return day >= 1 && day <= 31 ? day : -1;
    }

    /** A year of four digits; -1 if it is none. */
    static int yearNumber(String word) {
        int year = word.length() == 4 ? number(word) : -1;
        return isYear(year) ? year : -1;
    }

    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Up to nine digits as a number; -1 if it isn't one. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(digits);
    }
}
