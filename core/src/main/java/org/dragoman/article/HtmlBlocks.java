package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dragoman.article.Furniture.Role;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * A page as a row of text blocks, and its elements as ranges of that row, so that any element's worth is a difference of
 * prefix sums. Read in one pass without recursion.
 */
final class HtmlBlocks {
    /** What element a block stands in. */
    enum Kind {
        PARAGRAPH,
        /** Heading of the first rank, {@code h1}. */
        TITLE,
        HEADING,
        ITEM,
        QUOTE,
        CELL,
        CAPTION,
        /** Text directly in a division. */
        LOOSE
    }

    /**
     * Text between block-level tags.
     *
     * @param text blanks folded; {@code \n} where the page breaks the line
     * @param linkLength how many of its characters are links
     */
    record Block(Kind kind, String text, int linkLength) {
        double linkDensity() {
            return (double) linkLength / text.length();
        }
    }

    /**
     * An element.
     *
     * @param from its first block
     * @param to the block after its last
     * @param role as its names say, empty for most
     */
    record Region(Element element, int from, int to, Optional<Role> role) {}

    /**
     * A time that the page marks as one.
     *
     * @param block the first block after it, or the one it stands in
     * @param written for machines, usually ISO 8601
     */
    record Time(int block, String written) {}

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "button",
            "select",
            "option",
            "textarea",
            "input",
            "canvas",
            "audio",
            "video",
            "object",
            "embed",
            "map",
            "head",
            "label",
            "math",
            "dialog");
    private static final Set<String> BREAKING = Set.of(
            "p",
            "div",
            "section",
            "article",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "tbody",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "form",
            "dl",
            "dt",
            "dd",
            "address",
            "hr",
            "details",
            "summary",
            "body",
            "center",
            "fieldset");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> FURNITURE_TAGS = Set.of("nav", "footer", "aside", "form", "menu");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Time> times = new ArrayList<>();

    private HtmlBlocks() {}

    /** Reads the page's body. */
    static HtmlBlocks of(Element body) {
        HtmlBlocks read = new HtmlBlocks();
        Reader reader = read.new Reader();
        NodeTraversor.filter(reader, body);
        reader.flush();
        return read;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** In page order. */
    List<Time> times() {
        return times;
    }

    /** Elements holding at least one block, each after the elements inside it. */
    List<Region> regions() {
        return regions;
    }

    private final class Reader implements NodeFilter {
        private final Map<String, Optional<Role>> roles = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private int linkDepth;
        private int linkLength;
        private Kind kind = Kind.LOOSE;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String tag = element.normalName();
            if (SKIPPED.contains(tag)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (tag.equals("br")) {
                breakLine();
            } else if (tag.equals("time") && element.hasAttr("datetime")) {
                times.add(new Time(blocks.size(), element.attr("datetime")));
            } else if (tag.equals("a")) {
                linkDepth++;
            } else if (BREAKING.contains(tag)) {
                flush();
                kind = kind(tag, element);
            }
            starts.add(blocks.size());
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String tag = element.normalName();
            Optional<Role> role = role(element, tag);
            if (tag.equals("a")) {
                linkDepth--;
            } else if (BREAKING.contains(tag) || role.equals(Optional.of(Role.CAPTION))) {
                flush();
                Element parent = element.parent();
                kind = parent == null ? Kind.LOOSE : kind(parent.normalName(), parent);
            }
            int start = starts.remove(starts.size() - 1);
            if (start < blocks.size()) {
                regions.add(new Region(element, start, blocks.size(), role));
            }
            return FilterResult.CONTINUE;
        }

        private void append(String words) {
            int before = text.length();
            for (int i = 0; i < words.length(); i++) {
                char character = words.charAt(i);
                if (character == '\u00ad' || character == '\u200b' || character == '\ufeff') {
                    continue;
                }
                boolean blank = Character.isWhitespace(character) || character == '\u00a0';
                if (!blank) {
                    text.append(character);
                } else if (text.length() > 0 && text.charAt(text.length() - 1) > ' ') {
                    text.append(' ');
                }
            }
            if (linkDepth > 0) {
                linkLength += text.length() - before;
            }
        }

        private void breakLine() {
            trim();
            if (text.length() > 0 && text.charAt(text.length() - 1) == '\n') {
                flush();
            } else if (text.length() > 0) {
                text.append('\n');
            }
        }

        private void trim() {
            while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
        }

        void flush() {
            while (text.length() > 0 && text.charAt(text.length() - 1) <= ' ') {
                text.setLength(text.length() - 1);
            }
            if (text.length() > 0) {
                blocks.add(new Block(kind, text.toString(), Math.min(linkLength, text.length())));
                text.setLength(0);
            }
            linkLength = 0;
        }

        private Kind kind(String tag, Element element) {
            return switch (tag) {
                case "p" -> parentKind(element, Kind.PARAGRAPH);
                case "h1" -> Kind.TITLE;
                case "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
                case "li", "dd", "dt" -> Kind.ITEM;
                case "blockquote", "pre" -> Kind.QUOTE;
                case "td", "th" -> Kind.CELL;
                case "figure", "figcaption" -> Kind.CAPTION;
                default -> parentKind(element, Kind.LOOSE);
            };
        }

        /** A division or paragraph takes part in what it stands in. */
        private Kind parentKind(Element element, Kind own) {
            Element parent = element.parent();
            for (int i = 0; i < 3 && parent != null; i++) {
                switch (parent.normalName()) {
                    case "h1" -> {
                        return Kind.TITLE;
                    }
                    case "h2", "h3", "h4" -> {
                        return Kind.HEADING;
                    }
                    case "li" -> {
                        return Kind.ITEM;
                    }
                    case "blockquote" -> {
                        return Kind.QUOTE;
                    }
                    case "figure", "figcaption" -> {
                        return Kind.CAPTION;
                    }
                    default -> parent = parent.parent();
                }
            }
            return own;
        }

        private Optional<Role> role(Element element, String tag) {
            if (FURNITURE_TAGS.contains(tag)) {
                return Optional.of(Role.FURNITURE);
            }
            if (tag.equals("figcaption")) {
                return Optional.of(Role.CAPTION);
            }
            if (element.attributesSize() == 0) {
                return Optional.empty();
            }
            if (element.attr("itemprop").equals("articleBody")) {
                return Optional.of(Role.BODY);
            }
            if (element.hasAttr("hidden")
                    || element.attr("aria-hidden").equals("true")
                    || element.attr("style").replace(" ", "").contains("display:none")) {
                return Optional.of(Role.FURNITURE);
            }
            Optional<Role> named = roles.computeIfAbsent(element.className(), Reader::roleOfNames);
            if (named.isEmpty()) {
                named = roles.computeIfAbsent(element.id(), Reader::roleOfNames);
            }
            return named.isEmpty() && element.hasAttr("role") ? roleOfNames(element.attr("role")) : named;
        }

        private static Optional<Role> roleOfNames(String names) {
            Optional<Role> best = Optional.empty();
            if (names.isBlank()) {
                return best;
            }
            for (String whole : BLANKS.split(names, -1)) {
                // What follows two dashes is a state: row--with-sidebar is a row.
                int state = whole.indexOf("--");
                String name = state > 0 ? whole.substring(0, state) : whole;
                // "print:w-full" is style for print, not a part that is printed.
                Optional<Role> role = name.indexOf(':') >= 0 ? Optional.<Role>empty() : roleOfName(name);
                if (role.isPresent() && (best.isEmpty() || role.get().compareTo(best.get()) < 0)) {
                    best = role;
                }
            }
            return best;
        }

        private static Optional<Role> roleOfName(String name) {
            Optional<Role> role = Optional.ofNullable(Furniture.role("=" + name.toLowerCase(Locale.ROOT)));
            String previous = "";
            int start = 0;
            for (int i = 0; i <= name.length(); i++) {
                boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
                boolean turn = letter
                        && i > start
                        && Character.isUpperCase(name.charAt(i))
                        && Character.isLowerCase(name.charAt(i - 1));
                if (letter && !turn) {
                    continue;
                }
                if (i > start) {
                    String word = name.substring(start, i).toLowerCase(Locale.ROOT);
                    Role single = Furniture.role(word);
                    Role pair = Furniture.role(previous + " " + word);
                    Role found = single != null ? single : pair;
                    if (found != null && (role.isEmpty() || found.compareTo(role.get()) < 0)) {
                        role = Optional.of(found);
                    }
                    previous = word;
                }
                start = turn ? i : i + 1;
            }
            return role;
        }
    }
}
