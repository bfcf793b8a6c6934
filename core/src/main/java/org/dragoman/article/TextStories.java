package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The stories of a plain-text page, told apart by what repeats and what reads like prose: scraped pages say a headline
 * twice, captions twice, and put buttons and agency marks between headline and text. A page without such signs is one
 * story. Headings inside a story never start another on their own.
 */
final class TextStories {
    /** Headline, captions, buttons and the headline again take no more lines than this. */
    private static final int HEADER_LINES = 10;

    private static final int LONGEST_CAPTION = 600;

    /** A line shorter than this share of the longest wasn't broken for want of room. */
    private static final double FULL_LINE = 0.7;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");
    private static final Pattern CREDIT = Pattern.compile(
            "(?i)(?:[(\\[][^()\\[\\]]{0,80}\\b(?:reuters|afp|ap|epa|getty|photo|file|images?)\\b[^()\\[\\]]{0,40}[)\\]]"
                    + "|\\b(?:photo|photograph|image|picture|foto)s?(?: (?:by|courtesy of))?: .{2,60})$");

    /**
     * A line with text.
     *
     * @param gap how many blank lines stand before it
     * @param button it stands beside the news: a button, a label, a call to read more
     */
    private record Line(String text, int gap, boolean button) {
        Line(String text, int gap) {
            this(text, gap, Furniture.isLine(text));
        }
    }

    private final List<Line> lines;
    private final Map<String, Integer> counts = new HashMap<>();

    /** Does the page say a line twice in a row, as scraped pages do and writers don't? */
    private final boolean repeats;

    /** Blank lines that part more than this page's paragraphs. */
    private final int wideGap;

    private TextStories(List<Line> lines) {
        this.lines = lines;
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            counts.merge(text, 1, Integer::sum);
            found |= i > 0 && text.equals(lines.get(i - 1).text());
        }
        repeats = found;
        int[] gaps = lines.stream().mapToInt(Line::gap).sorted().toArray();
        wideGap = gaps.length == 0 ? 2 : Math.max(2, gaps[gaps.length / 2] + 1);
    }

    /** The stories in page order; texts are folded to single blanks, one paragraph a line. */
    static List<Story> split(String page) {
        return new TextStories(unwrap(lines(page))).stories();
    }

    /** The whole page as one story whose headline is known; it isn't repeated in the paragraphs. */
    static Story only(String page, String title) {
        TextStories text = new TextStories(unwrap(lines(page)));
        return text.story(0, text.lines.size(), title);
    }

    private List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            int end = start;
            boolean prose = false;
            Set<String> said = new HashSet<>();
            do {
                prose |= isProse(end) && !isHeadline(end);
                said.add(lines.get(end).text());
                end++;
            } while (end < lines.size() && !(prose && startsStory(end, said)));
            Story story = story(start, end);
            if (!story.paragraphs().isEmpty()) {
                stories.add(story);
            }
            start = end;
        }
        return stories;
    }

    private static List<Line> lines(String page) {
        List<Line> lines = new ArrayList<>();
        int gap = 0;
        for (String raw : page.split("\n", -1)) {
            String text = BLANKS.matcher(raw).replaceAll(" ").strip();
            if (text.isEmpty()) {
                gap++;
            } else {
                lines.add(new Line(text, gap));
                gap = 0;
            }
        }
        return lines;
    }

    /** Joins the lines of paragraphs that were broken at a fixed width; other pages are given back as they are. */
    private static List<Line> unwrap(List<Line> lines) {
        int longest = 0;
        int following = 0;
        int broken = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            longest = Math.max(longest, line.text().length());
            if (i > 0 && line.gap() == 0 && lines.get(i - 1).text().length() > 40) {
                following++;
                broken += Prose.endsSentence(lines.get(i - 1).text()) ? 0 : 1;
            }
        }
        if (longest > 140 || following < 3 || broken < following * 0.6) {
            return lines;
        }
        List<Line> joined = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int gap = 0;
        boolean full = false;
        for (Line line : lines) {
            if (full && line.gap() == 0) {
                paragraph.append(' ');
            } else {
                if (!paragraph.isEmpty()) {
                    joined.add(new Line(paragraph.toString(), gap));
                }
                paragraph.setLength(0);
                gap = line.gap();
            }
            paragraph.append(line.text());
            full = line.text().length() >= longest * FULL_LINE;
        }
        joined.add(new Line(paragraph.toString(), gap));
        return joined;
    }

    /**
     * Does another story start at this line?
     *
     * @param said the lines of the story before it
     */
    private boolean startsStory(int at, Set<String> said) {
        Line line = lines.get(at);
        String title = line.text();
        if (line.button() || !Prose.isTitleLike(title)) {
            return false;
        }
        boolean footed = lines.get(at - 1).button();
        boolean wide = line.gap() >= wideGap;
        boolean parted = wide || (footed && at > 1 && lines.get(at - 2).button());
        boolean headline = !Prose.isParagraph(title);
        boolean buttons = false;
        int last = Math.min(lines.size(), at + HEADER_LINES);
        for (int i = at + 1; i < last; i++) {
            String text = lines.get(i).text();
            if (text.equals(title)) {
                return !said.contains(title);
            }
            boolean button = lines.get(i).button();
            boolean doubled =
                    lines.get(i).gap() == 0 && text.equals(lines.get(i - 1).text());
            if (headline && doubled && !button && i <= at + 3) {
                return true;
            }
            buttons |= button && i <= at + 4;
            if (isProse(i) && !sharesBlockWithButton(i)) {
                break;
            }
        }
        if (!headline || !parted) {
            return false;
        }
        String next = at + 1 < lines.size() ? lines.get(at + 1).text() : "";
        return buttons || Credits.isByline(next) || Dates.isLine(next) || (wide && (footed || repeats));
    }

    /** Running text that the page says once: what it repeats is a caption or headline, however it reads. */
    private boolean isProse(int at) {
        String text = lines.get(at).text();
        return Prose.isParagraph(text) && counts.getOrDefault(text, 0) == 1;
    }

    /** Could be a headline, and if it reads like prose, a doubled line below shows that it is one. */
    private boolean isHeadline(int at) {
        return Prose.isTitleLike(lines.get(at).text()) && (!isProse(at) || isDoubled(at + 1));
    }

    private boolean isDoubled(int at) {
        return at + 1 < lines.size()
                && lines.get(at + 1).gap() == 0
                && lines.get(at).text().equals(lines.get(at + 1).text());
    }

    /** Is the line followed, without a blank one between, by a button? Then both belong to a picture. */
    private boolean sharesBlockWithButton(int at) {
        return at + 1 < lines.size()
                && lines.get(at + 1).gap() == 0
                && lines.get(at + 1).button();
    }

    private Story story(int start, int end) {
        int titleAt = titleLine(start, end);
        return story(
                Math.max(start, titleAt),
                end,
                titleAt < 0 ? "" : lines.get(titleAt).text());
    }

    private Story story(int start, int end, String title) {
        Set<String> captions = new LinkedHashSet<>();
        List<String> paragraphs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = start; i < end; i++) {
            String text = lines.get(i).text();
            if (text.equals(title) || lines.get(i).button()) {
                continue;
            }
            boolean header = paragraphs.isEmpty();
            if (isCaption(i, header) || captions.contains(text)) {
                captions.add(text);
            } else if (header && (Credits.isByline(text) || Dates.isLine(text))) {
                notes.add(text);
            } else {
                paragraphs.add(text);
            }
        }
        int last = paragraphs.size() - 1;
        if (last > 0 && Dates.isLine(paragraphs.get(last))) {
            notes.add(paragraphs.remove(last));
        }
        return new Story(title, paragraphs, List.copyOf(captions), notes);
    }

    /** Where the headline stands; -1 if the story starts with prose. */
    private int titleLine(int start, int end) {
        for (int i = start; i < end; i++) {
            String text = lines.get(i).text();
            if (lines.get(i).button() || Dates.isLine(text) || Credits.isByline(text)) {
                continue;
            }
            return i + 1 < end && isHeadline(i) ? i : -1;
        }
        return -1;
    }

    private boolean isCaption(int at, boolean header) {
        String text = lines.get(at).text();
        if (counts.getOrDefault(text, 0) > 1 && Prose.length(text) < LONGEST_CAPTION) {
            return true;
        }
        return (header && sharesBlockWithButton(at))
                || (text.length() < LONGEST_CAPTION && CREDIT.matcher(text).find());
    }
}
