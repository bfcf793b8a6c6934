package org.dragoman.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What surrounds news on a page, told by the words pages use for it: tables {@code furniture-*.tsv}. */
final class Furniture {
    /** What an element is for, as its class names say. */
    enum Role {
        FURNITURE,
        COMMENTS,
        CAPTION,
        BODY
    }

    private static final Set<String> LINES = new HashSet<>();
    private static final Set<String> LEADS = new HashSet<>();
    private static final List<String> STARTS = new ArrayList<>();
    private static final Map<String, Role> ROLES = new HashMap<>();
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_CALL = 160;
    private static final int LONGEST_MARK = 8;

    static {
        load("furniture-phrases.tsv", (phrase, how) -> {
            switch (how) {
                case "line" -> LINES.add(phrase);
                case "start" -> STARTS.add(phrase);
                case "lead" -> {
                    LINES.add(phrase);
                    LEADS.add(phrase);
                }
                default -> throw new IllegalArgumentException(how);
            }
        });
        load("furniture-names.tsv", (words, role) -> ROLES.put(words, Role.valueOf(role.toUpperCase(Locale.ROOT))));
    }

    private Furniture() {}

    /** The role of an element's name word, or of two words in a row joined by a blank; null if it has none. */
    static @org.jspecify.annotations.Nullable Role role(String words) {
        return ROLES.get(words);
    }

    /** Is the line a button, a label or a call that stands on pages beside the news? */
    static boolean isLine(String line) {
        if (line.length() <= LONGEST_MARK && isMark(line)) {
            return true;
        }
        int colon = line.indexOf(':');
        if (colon > 0 && colon < LONGEST_LINE && LEADS.contains(fold(line.substring(0, colon)))) {
            return true;
        }
        if (line.length() <= LONGEST_CALL && isCall(line)) {
            return true;
        }
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        String folded = fold(line);
        return folded.isEmpty() || LINES.contains(folded) || isCount(folded);
    }

    private static boolean isCall(String line) {
        for (String start : STARTS) {
            if (line.regionMatches(true, 0, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }

    /** Text-size buttons and agency marks: a few capitals, such as "TT" or "A A+". */
    private static boolean isMark(String line) {
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            boolean capital = character >= 'A' && character <= 'Z';
            boolean startsThird = capital
                    && i >= 2
                    && Character.isUpperCase(line.charAt(i - 1))
                    && Character.isUpperCase(line.charAt(i - 2));
            if (startsThird || (!capital && " +-–/|".indexOf(character) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** "0 comments", "12 shares". */
    private static boolean isCount(String folded) {
        int blank = folded.indexOf(' ');
        return blank > 0
                && Character.isDigit(folded.charAt(0))
                && folded.indexOf(' ', blank + 1) < 0
                && (folded.endsWith(" comments")
                        || folded.endsWith(" comment")
                        || folded.endsWith(" shares")
                        || folded.endsWith(" views")
                        || folded.endsWith(" likes")
                        || folded.endsWith(" replies"));
    }

    /** Lower case, without signs at either end. */
    private static String fold(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && !Character.isLetterOrDigit(line.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private interface Row {
        void accept(String first, String second);
    }

    private static void load(String table, Row row) {
        try (InputStream stream = Furniture.class.getResourceAsStream(table)) {
            if (stream == null) {
                throw new IllegalStateException(table + " is missing from the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                try {
                    row.accept(cells[0], cells[1]);
                } catch (RuntimeException problem) {
                    throw new IllegalStateException(table + ":" + number + ": can't be read: " + line, problem);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
