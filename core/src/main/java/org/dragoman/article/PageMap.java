package org.dragoman.article;

import java.util.Arrays;
import java.util.Optional;
import org.dragoman.page.Page;
import org.dragoman.page.PageText;
import org.dragoman.page.UnreadablePageException;
import org.dragoman.text.Span;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * Where an article's words stand on its page, so that evidence can be shown on the original: each character of {@link
 * Article#text} with the characters of {@link PageText#text}, the page's source, that it was read from. Blanks belong to
 * none; neither do words that the page doesn't show, such as a text taken from structured data. Immutable.
 *
 * <pre>{@code
 * PageMap map = PageMap.of(page, article);
 * map.find(event.trigger()).ifPresent(span -> System.out.println(span.in(PageText.of(page).text())));
 * }</pre>
 *
 * <p>Extraction itself keeps no positions: most pages are never asked about, and asking costs one more parse.
 */
public final class PageMap {
    /** Whoever repeats a page's paragraphs out of order could make each one cost a search through the whole page. */
    private static final int MOST_SEARCHES_FROM_START = 50;

    private final int[] starts;
    private final int[] ends;

    private PageMap(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * Finds an article's words on its page.
     *
     * @param page the page the article was taken from
     * @throws UnreadablePageException if the page can't be read, which then has no articles either
     */
    public static PageMap of(Page page, Article article) throws UnreadablePageException {
        PageText source = PageText.of(page);
        Letters letters = new Letters(source.text());
        switch (source.kind()) {
            case PLAIN -> letters.addPlain();
            case HTML -> letters.addHtml();
        }
        String text = article.text();
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        Arrays.fill(starts, -1);
        Arrays.fill(ends, -1);
        String shown = letters.shown.toString();
        int searches = 0;
        int from = 0;
        for (int line = 0; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            String sought = letters(text, line, end);
            int at = sought.isEmpty() ? -1 : shown.indexOf(sought, from);
            if (at < 0 && !sought.isEmpty() && searches++ < MOST_SEARCHES_FROM_START) {
                at = shown.indexOf(sought);
            }
            if (at >= 0) {
                for (int i = line, letter = at; i < end; i++) {
                    if (isLetter(text.charAt(i))) {
                        starts[i] = letters.starts[letter];
                        ends[i] = letters.ends[letter];
                        letter++;
                    }
                }
                // The headline stands in the head too: what comes next may stand anywhere.
                from = line == 0 && !article.title().isEmpty() ? 0 : at + sought.length();
            }
            line = end + 1;
        }
        return new PageMap(starts, ends);
    }

    /**
     * Where a part of the article stands on the page, tags inside it included; empty if it isn't shown there.
     *
     * @param span of {@link Article#text}
     * @return span of {@link PageText#text}
     */
    public Optional<Span> find(Span span) {
        int first = span.start();
        int last = Math.min(span.end(), starts.length) - 1;
        while (first <= last && starts[first] < 0) {
            first++;
        }
        while (last >= first && starts[last] < 0) {
            last--;
        }
        return first <= last && starts[first] < ends[last]
                ? Optional.of(new Span(starts[first], ends[last]))
                : Optional.empty();
    }

    private static boolean isLetter(char character) {
        return !Character.isWhitespace(character)
                && character != '\u00a0'
                && character != '\u00ad'
                && character != '\u200b'
                && character != '\ufeff';
    }

    private static String letters(String text, int start, int end) {
        StringBuilder letters = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            if (isLetter(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    /** What a page shows, without blanks, and where in its source each character stands. */
    private static final class Letters {
        private static final int LONGEST_ENTITY = 40;

        private final String source;
        private final StringBuilder shown = new StringBuilder();
        private int[] starts = new int[1024];
        private int[] ends = new int[1024];

        Letters(String source) {
            this.source = source;
        }

        void addPlain() {
            for (int i = 0; i < source.length(); i++) {
                add(source.charAt(i), i, i + 1);
            }
        }

        void addHtml() {
            Document document = Parser.htmlParser()
                    .setMaxDepth(HtmlArticles.DEEPEST)
                    .setTrackPosition(true)
                    .parseInput(source, "");
            NodeTraversor.traverse(
                    (Node node, int depth) -> {
                        if (node instanceof TextNode words) {
                            Range range = words.sourceRange();
                            if (range.isTracked()) {
                                add(words.getWholeText(), range.startPos());
                            }
                        }
                    },
                    document);
        }

        /** Goes along the text and its source; where they differ, the source has an entity. */
        private void add(String text, int start) {
            int at = start;
            for (int i = 0; i < text.length() && at < source.length(); i++) {
                char character = text.charAt(i);
                int end = at + 1;
                if (source.charAt(at) == '&' && !(character == '&' && !isEntity(at))) {
                    end = entityEnd(at);
                }
                add(character, at, end);
                boolean pair = Character.isHighSurrogate(character) && end > at + 1 && i + 1 < text.length();
                if (pair) {
                    add(text.charAt(++i), at, end);
                }
                at = end;
            }
        }

        private boolean isEntity(int at) {
            return entityEnd(at) > at + 1;
        }

        /** After "&amp;", "&#38;"; after the sign alone if no entity follows. */
        private int entityEnd(int at) {
            int end = at + 1;
            while (end < Math.min(source.length(), at + LONGEST_ENTITY)
                    && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '#')) {
                end++;
            }
            return end < source.length() && end > at + 1 && source.charAt(end) == ';' ? end + 1 : at + 1;
        }

        private void add(char character, int start, int end) {
            if (!isLetter(character)) {
                return;
            }
            int length = shown.length();
            if (length == starts.length) {
                starts = Arrays.copyOf(starts, 2 * length);
                ends = Arrays.copyOf(ends, 2 * length);
            }
            starts[length] = start;
            ends[length] = end;
            shown.append(character);
        }
    }
}
