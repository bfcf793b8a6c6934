package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.table.Table;
import org.jsoup.nodes.Element;

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
    private static final int DEEPEST = 12;

    static {
        Table.read(Furniture.class, "furniture-phrases.tsv", 2, row -> {
            String phrase = row.cell(0);
            String how = row.cell(1);
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
        Table.read(
                Furniture.class,
                "furniture-names.tsv",
                2,
                row -> ROLES.put(row.cell(0), Role.valueOf(row.cell(1).toUpperCase(Locale.ROOT))));
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

    /** Does the element stand among comments, other articles or the page's own matters? These have authors and days too. */
    static boolean isBeside(Element element) {
        Element parent = element;
        for (int i = 0; parent != null && i < DEEPEST; i++) {
            String tag = parent.normalName();
            String names = (parent.className() + " " + parent.id()).toLowerCase(Locale.ROOT);
            if (tag.equals("aside")
                    || tag.equals("footer")
                    || tag.equals("nav")
                    || names.contains("comment")
                    || names.contains("related")
                    || names.contains("sidebar")
                    || names.contains("kommentar")) {
                // What holds the headline holds the article, whatever it is called.
                return parent.selectFirst("h1") == null
                        && !tag.equals("body")
                        && !tag.equals("html")
                        && !tag.equals("main")
                        && !tag.equals("article");
            }
            parent = parent.parent();
        }
        return false;
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
}
