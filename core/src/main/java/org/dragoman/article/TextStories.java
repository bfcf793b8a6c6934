package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
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
     */
    private record Line(String text, int gap) {}

    private TextStories() {}

    /** The stories in page order; texts are folded to single blanks, one paragraph a line. */
    static List<Story> split(String page) {
        List<Line> lines = unwrap(lines(page));
        List<Story> stories = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && !startsStory(lines, end, start)) {
                end++;
            }
            Story story = story(lines.subList(start, end));
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
        boolean full = false;
        for (Line line : lines) {
            if (full && line.gap() == 0) {
                Line last = joined.remove(joined.size() - 1);
                joined.add(new Line(last.text() + " " + line.text(), last.gap()));
            } else {
                joined.add(line);
            }
            full = line.text().length() >= longest * FULL_LINE;
        }
        return joined;
    }

    /** Does another story than the one from {@code storyStart} on start at this line? */
    private static boolean startsStory(List<Line> lines, int at, int storyStart) {
        Line line = lines.get(at);
        String title = line.text();
        if (Furniture.isLine(title) || !Prose.isTitleLike(title) || !hasProse(lines, storyStart, at)) {
            return false;
        }
        boolean parted = line.gap() >= 2 || Furniture.isLine(lines.get(at - 1).text());
        boolean buttons = false;
        int last = Math.min(lines.size(), at + HEADER_LINES);
        for (int i = at + 1; i < last; i++) {
            String text = lines.get(i).text();
            if (text.equals(title)) {
                return lines.subList(storyStart, at).stream()
                        .noneMatch(earlier -> earlier.text().equals(title));
            }
            boolean doubled =
                    lines.get(i).gap() == 0 && text.equals(lines.get(i - 1).text());
            if (doubled && !Furniture.isLine(text) && i <= at + 3) {
                return true;
            }
            buttons |= Furniture.isLine(text) && i <= at + 4;
            if (Prose.isParagraph(text) && !recurs(lines, i, last)) {
                return parted
                        && (buttons
                                || Credits.isByline(lines.get(at + 1).text())
                                || Dates.isLine(lines.get(at + 1).text()));
            }
        }
        return false;
    }

    private static boolean recurs(List<Line> lines, int at, int end) {
        for (int i = at + 1; i < end; i++) {
            if (lines.get(i).text().equals(lines.get(at).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasProse(List<Line> lines, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Prose.isParagraph(lines.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static Story story(List<Line> lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (Line line : lines) {
            counts.merge(line.text(), 1, Integer::sum);
        }
        int titleAt = titleLine(lines, counts);
        String title = titleAt < 0 ? "" : lines.get(titleAt).text();
        Set<String> captions = new LinkedHashSet<>();
        List<String> paragraphs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (i < titleAt || text.equals(title) || Furniture.isLine(text)) {
                continue;
            }
            boolean header = paragraphs.isEmpty();
            if (isCaption(lines, i, header, counts) || captions.contains(text)) {
                captions.add(text);
            } else if (header && (Credits.isByline(text) || Dates.isLine(text))) {
                notes.add(text);
            } else {
                paragraphs.add(text);
            }
        }
        return new Story(title, paragraphs, List.copyOf(captions), notes);
    }

    /** Where the headline stands; -1 if the story starts with prose. */
    private static int titleLine(List<Line> lines, Map<String, Integer> counts) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (Furniture.isLine(text) || Dates.isLine(text) || Credits.isByline(text)) {
                continue;
            }
            boolean said = counts.getOrDefault(text, 0) > 1;
            boolean followed = i + 1 < lines.size();
            return followed && Prose.isTitleLike(text) && (said || !Prose.isParagraph(text)) ? i : -1;
        }
        return -1;
    }

    private static boolean isCaption(List<Line> lines, int at, boolean header, Map<String, Integer> counts) {
        String text = lines.get(at).text();
        if (counts.getOrDefault(text, 0) > 1 && Prose.length(text) < 600) {
            return true;
        }
        // Above the text, what shares a block with buttons is what they belong to: a picture.
        boolean sharesBlock = at + 1 < lines.size()
                && lines.get(at + 1).gap() == 0
                && Furniture.isLine(lines.get(at + 1).text());
        return (header && sharesBlock)
                || (text.length() < 400 && CREDIT.matcher(text).find());
    }
}
