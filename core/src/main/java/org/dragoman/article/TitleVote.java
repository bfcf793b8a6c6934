package org.dragoman.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * An article's headline: the heading that readers see, if the page's head agrees, else what the head says, without the
 * site's name.
 */
final class TitleVote {
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|\\-–—:·•»«/]{1,2}\\s+|\\s*\\|\\s*");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String MAY_END_TITLE = "?!.\"'”’)»…%“]";
    private static final double AGREEMENT = 0.5;
    private static final double CLOSE_AGREEMENT = 0.9;
    private static final int MOST_HEADINGS = 12;

    /** What each witness counts; readers see the heading, but two others together outvote it. */
    private static final double HEADING_VOTE = 1.5;

    private static final double HEADLINE_VOTE = 1;
    private static final double SHARED_VOTE = 0.8;
    private static final double TITLE_VOTE = 0.6;

    private static final double OWN_HEADING_VOTE = 1.7;
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_HEADING = 200;

    /** A kicker may stand before the headline, but takes no more of the heading than this. */
    private static final double KICKER = 0.5;

    private TitleVote() {}

    /** The headline; empty if the page has none. */
    static String title(Metadata head) {
        Map<String, Double> votes = new LinkedHashMap<>();
        Set<Set<String>> headings = headings(head);
        vote(votes, cut(head.data().headline(), head, headings), HEADLINE_VOTE);
        vote(votes, cut(head.meta("og:title"), head, headings), SHARED_VOTE);
        vote(votes, cut(head.page().title(), head, headings), TITLE_VOTE);
        List<String> witnesses = List.copyOf(votes.keySet());
        String heading = heading(head, "h1", witnesses, AGREEMENT);
        if (heading.isEmpty()) {
            heading = heading(head, "h2", witnesses, CLOSE_AGREEMENT);
        }
        if (heading.isEmpty()) {
            vote(votes, ownHeading(head), OWN_HEADING_VOTE);
        }
        if (!heading.isEmpty()) {
            heading = withoutKicker(heading, witnesses);
            vote(votes, heading, HEADING_VOTE);
        }
        String best = "";
        for (Map.Entry<String, Double> candidate : votes.entrySet()) {
            if (best.isEmpty() || candidate.getValue() > votes.getOrDefault(best, 0.0)) {
                best = candidate.getKey();
            }
        }
        // Of spellings that differ in signs alone, the one that readers see.
        return words(best).equals(words(heading)) && !heading.isEmpty() ? heading : best;
    }

    /** A heading that agrees with no other witness, if it is the first, says something and leads nowhere. */
    private static String ownHeading(Metadata head) {
        for (Element heading : head.tagged("h1")) {
            String text = Metadata.fold(heading.text());
            if (!text.isEmpty()) {
                boolean links = heading.selectFirst("a") != null
                        || (heading.parent() != null
                                && heading.parent().normalName().equals("a"));
                boolean said = words(text).size() >= FEWEST_WORDS && text.length() <= LONGEST_HEADING;
                return links || !said || text.equalsIgnoreCase(head.siteName()) ? "" : text;
            }
        }
        return "";
    }

    /** What the page's headings of first rank say, as words: in none of these is a site's name to be cut. */
    private static Set<Set<String>> headings(Metadata head) {
        Set<Set<String>> headings = new HashSet<>();
        int seen = 0;
        for (Element heading : head.tagged("h1")) {
            if (++seen > MOST_HEADINGS) {
                break;
            }
            headings.add(words(Metadata.fold(heading.text())));
        }
        return headings;
    }

    private static String cut(String told, Metadata head, Set<Set<String>> headings) {
        String title = Metadata.fold(told);
        return headings.contains(words(title)) ? title : cut(title, head.siteName());
    }

    private static void vote(Map<String, Double> votes, String title, double weight) {
        if (title.isEmpty()) {
            return;
        }
        for (String other : List.copyOf(votes.keySet())) {
            if (words(other).equals(words(title))) {
                votes.merge(other, weight, Double::sum);
                return;
            }
        }
        votes.put(title, weight);
    }

    /** The heading of this rank that agrees best with the head; empty if none does well enough. */
    private static String heading(Metadata head, String tag, List<String> witnesses, double enough) {
        String best = "";
        double most = witnesses.isEmpty() && tag.equals("h1") ? -1 : enough;
        int seen = 0;
        for (Element heading : head.tagged(tag)) {
            String text = Metadata.fold(heading.text());
            if (text.isEmpty() || text.equalsIgnoreCase(head.siteName()) || ++seen > MOST_HEADINGS) {
                continue;
            }
            double agreement = 0;
            for (String witness : witnesses) {
                agreement = Math.max(agreement, agreement(text, witness));
            }
            if (agreement > most || (best.isEmpty() && agreement == most)) {
                best = text;
                most = agreement;
            }
        }
        return best;
    }

    /** A heading may hold the kicker too: "Climate The sea is rising". Where the head knows the rest, that is the headline. */
    private static String withoutKicker(String heading, List<String> witnesses) {
        for (String witness : witnesses) {
            int kicker = heading.length() - witness.length();
            if (kicker > 0
                    && kicker <= KICKER * heading.length()
                    && heading.endsWith(witness)
                    && heading.charAt(kicker - 1) == ' ') {
                return witness;
            }
        }
        return heading;
    }

    /** A page's title without the site's name, which comes last, rarely first. */
    private static String cut(String title, String siteName) {
        String[] parts = SEPARATOR.split(title, -1);
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1].strip();
        String first = parts[0].strip();
        if (first.equalsIgnoreCase(siteName)) {
            return trim(title.substring(title.indexOf(first) + first.length()));
        }
        String left = trimEnd(title.substring(0, title.lastIndexOf(last)));
        boolean site =
                last.equalsIgnoreCase(siteName) || last.length() < left.length() / 2 || title.endsWith("| " + last);
        return site && !left.isEmpty() ? left : title;
    }

    private static String trim(String text) {
        int start = 0;
        while (start < text.length()
                && !Character.isLetterOrDigit(text.charAt(start))
                && "\"“„«'".indexOf(text.charAt(start)) < 0) {
            start++;
        }
        return text.substring(start).strip();
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0
                && !Character.isLetterOrDigit(text.charAt(end - 1))
                && MAY_END_TITLE.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Words in common as a share of all words of the shorter, if that isn't much shorter. */
    private static double agreement(String first, String second) {
        Set<String> left = words(first);
        Set<String> right = words(second);
        Set<String> common = new HashSet<>(left);
        common.retainAll(right);
        double shorter = Math.min(left.size(), right.size());
        double longer = Math.max(left.size(), right.size());
        return shorter == 0 ? 0 : common.size() / shorter * (shorter >= longer / 3 ? 1 : 0.5);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)));
        words.remove("");
        return words;
    }
}
