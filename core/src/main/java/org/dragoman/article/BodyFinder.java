package org.dragoman.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.article.Furniture.Role;
import org.dragoman.article.HtmlBlocks.Block;
import org.dragoman.article.HtmlBlocks.Kind;
import org.dragoman.article.HtmlBlocks.Region;

/**
 * Finds an article's body among a page's blocks. Each block has a weight: running text its length, links and loose bits
 * of text less than nothing. The body is the element with the greatest sum, without the furniture inside it.
 */
final class BodyFinder {
    private static final double MOST_LINKS_IN_PROSE = 0.5;
    private static final double FURNITURE_SHARE = 0.4;
    private static final double COMMENTS_SHARE = 0.8;
    private static final double BODY_SHARE = 0.6;
    private static final double LOOSE_COST = 12;
    private static final double FURNITURE_COST = 0.1;
    private static final int LONGEST_LINK_LIST = 200;
    private static final int FEWEST_OWN_LETTERS = 20;
    private static final int LONG_LINE = 80;
    private static final int LONGEST_HEADING = 180;
    private static final int FEWEST_PARAGRAPHS = 3;
    private static final int HEADER_BLOCKS = 6;
    private static final double BODY_SHARE_AROUND = 0.25;
    private static final double CLIMB_SHARE = 0.6;
    private static final double WHOLLY_LINK = 0.9;
    private static final int MOST_TEASER_BLOCKS = 6;
    private static final int LONGEST_TEASER = 500;
    private static final int MOST_LEAD_BLOCKS = 3;
    private static final int MOST_ARTICLES = 20;

    /**
     * What was found.
     *
     * @param paragraphs in page order
     * @param places the block that each paragraph is
     * @param captions of pictures in and around the body
     * @param headline the block that is the headline; -1 if none is
     * @param from the body's first block
     * @param to the block after its last
     */
    record Body(List<String> paragraphs, List<Integer> places, List<String> captions, int headline, int from, int to) {}

    private final HtmlBlocks page;
    private final List<Block> blocks;
    private final boolean[] furniture;
    private final boolean[] caption;
    private final double[] sums;

    /** The block that is the headline; -1 if none is. */
    private final int headline;

    private BodyFinder(HtmlBlocks page, String title) {
        this.page = page;
        this.blocks = page.blocks();
        headline = headline(blocks, title);
        furniture = new boolean[blocks.size()];
        caption = new boolean[blocks.size()];
        mark();
        sums = new double[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            sums[i + 1] = sums[i] + weight(i);
        }
    }

    /**
     * Finds the body, and the bodies of articles that the page puts below its own for endless scrolling.
     *
     * @param title headline, not repeated in the body
     * @return the page's own body, which may be empty, then others, whose headlines are blocks
     */
    static List<Body> find(HtmlBlocks page, String title) {
        return new BodyFinder(page, title).find(title);
    }

    private static int headline(List<Block> blocks, String title) {
        for (int i = 0; i < blocks.size(); i++) {
            if (isHeading(blocks.get(i)) && blocks.get(i).text().equals(title)) {
                return i;
            }
        }
        return -1;
    }

    /** Marks furniture and captions by the elements they stand in, unless an element holds too much of the page for that. */
    private void mark() {
        int[] prose = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            prose[i + 1] = prose[i]
                    + (isProse(blocks.get(i)) ? Prose.length(blocks.get(i).text()) : 0);
            caption[i] = blocks.get(i).kind() == Kind.CAPTION;
        }
        double most = FURNITURE_SHARE * prose[blocks.size()];
        Map<String, Integer> named = new HashMap<>();
        for (Region region : page.regions()) {
            if (region.role().isPresent()) {
                named.merge(names(region), prose[region.to()] - prose[region.from()], Integer::sum);
            }
        }
        for (Region region : page.regions()) {
            int inside = prose[region.to()] - prose[region.from()];
            boolean teaser = region.role().isEmpty() && isTeaser(region, inside);
            if (!teaser && (region.role().isEmpty() || region.role().get() == Role.BODY)) {
                continue;
            }
            boolean[] marks = !teaser && region.role().get() == Role.CAPTION ? caption : furniture;
            boolean holdsStory = region.from() <= headline && headline < region.to() && inside > 0;
            boolean readers = region.role().equals(Optional.of(Role.COMMENTS));
            // What is said of every paragraph says nothing of any.
            int alike = teaser ? inside : named.getOrDefault(names(region), inside);
            if ((readers ? inside <= COMMENTS_SHARE * prose[blocks.size()] : alike <= most) && !holdsStory) {
                for (int i = region.from(); i < region.to(); i++) {
                    marks[i] = true;
                }
            }
        }
    }

    private static String names(Region region) {
        return region.element().normalName() + ' ' + region.element().className();
    }

    /** A linked headline with a line or two below it leads to another article. */
    private boolean isTeaser(Region region, int prose) {
        if (region.to() - region.from() > MOST_TEASER_BLOCKS
                || prose > LONGEST_TEASER
                || region.to() - region.from() < 2) {
            return false;
        }
        for (int i = region.from(); i < region.to(); i++) {
            Block block = blocks.get(i);
            if (isHeading(block) && block.linkDensity() > WHOLLY_LINK) {
                return true;
            }
        }
        return false;
    }

    /** A heading that runs on is a lead, set large. */
    private static boolean isHeading(Block block) {
        return (block.kind() == Kind.HEADING || block.kind() == Kind.TITLE)
                && block.text().length() < LONGEST_HEADING;
    }

    private static boolean isProse(Block block) {
        return block.kind() != Kind.CAPTION
                && !isHeading(block)
                && block.linkDensity() < MOST_LINKS_IN_PROSE
                && Prose.isParagraph(block.text());
    }

    private double weight(int at) {
        Block block = blocks.get(at);
        if (furniture[at]) {
            return -FURNITURE_COST * block.text().length() - LOOSE_COST;
        }
        if (caption[at] || isHeading(block)) {
            return 0;
        }
        int length = Prose.length(block.text());
        if (isProse(block)) {
            return length * (1 - block.linkDensity());
        }
        boolean sentence = block.linkLength() == 0 && block.kind() != Kind.LOOSE && Prose.endsSentence(block.text());
        if (sentence) {
            return length;
        }
        if (block.kind() == Kind.PARAGRAPH && block.linkLength() == 0 && length > LONG_LINE) {
            return length / 2.0;
        }
        return -LOOSE_COST - block.linkLength() / 2.0;
    }

    private List<Body> find(String title) {
        Region best = null;
        for (Region region : page.regions()) {
            // Inner elements come first, so an outer one must bring more to win.
            if (best == null || sum(region) > sum(best)) {
                best = region;
            }
        }
        if (best == null) {
            return List.of(new Body(List.of(), List.of(), List.of(), headline, 0, 0));
        }
        if (best.to() - best.from() == 1) {
            best = climb(best);
        }
        Region body = null;
        for (Region region : page.regions()) {
            boolean around = region.from() <= best.from() && best.to() <= region.to();
            if (region.role().filter(Role.BODY::equals).isPresent()
                    && sum(region) >= (around ? BODY_SHARE_AROUND : BODY_SHARE) * sum(best)
                    && (body == null || sum(region) > sum(body))) {
                body = region;
            }
        }
        return clean(body == null ? best : body, title);
    }

    /** From a lone paragraph to what holds it with its neighbours, if these cost little. */
    private Region climb(Region paragraph) {
        for (Region region : page.regions()) {
            boolean around = region.from() <= paragraph.from() && paragraph.to() <= region.to();
            if (around && region.to() - region.from() > 1) {
                return sum(region) >= CLIMB_SHARE * sum(paragraph) ? region : paragraph;
            }
        }
        return paragraph;
    }

    private double sum(Region region) {
        return sums[region.to()] - sums[region.from()];
    }

    private List<Body> clean(Region region, String title) {
        List<Body> bodies = new ArrayList<>();
        Body body = clean(region.from(), region.to(), title, headline, lead(region.from(), title));
        bodies.add(body);
        while (body.to() < region.to() && bodies.size() < MOST_ARTICLES) {
            int below = body.to();
            body = clean(below + 1, region.to(), blocks.get(below).text(), below, List.of());
            bodies.add(body);
        }
        return bodies;
    }

    /** Prose between headline and body. */
    private List<String> lead(int from, String title) {
        Set<String> lead = new LinkedHashSet<>();
        for (int i = headline + 1; headline >= 0 && i < from && lead.size() < MOST_LEAD_BLOCKS; i++) {
            if (!furniture[i] && !caption[i] && isProse(blocks.get(i)) && isKept(blocks.get(i), title)) {
                lead.add(blocks.get(i).text());
            }
        }
        return List.copyOf(lead);
    }

    private Body clean(int from, int to, String title, int heading, List<String> lead) {
        List<String> paragraphs = new ArrayList<>(lead);
        List<Integer> places = new ArrayList<>(Collections.nCopies(lead.size(), from));
        Set<String> captions = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(lead);
        int headings = 0;
        int end = from;
        for (; end < to; end++) {
            Block block = blocks.get(end);
            if (block.kind() == Kind.TITLE
                    && end != heading
                    && paragraphs.size() >= FEWEST_PARAGRAPHS
                    && isDated(end)) {
                break; // Another article, put below this one for endless scrolling.
            }
            if (caption[end]) {
                captions.add(block.text());
            } else if (!furniture[end] && isKept(block, title) && (seen.add(block.text()) || mayRecur(block))) {
                headings = isHeading(block) ? headings + 1 : 0;
                paragraphs.add(block.text());
                places.add(end);
            }
        }
        // A heading with nothing below it belongs to what was cut off.
        int kept = paragraphs.size() - headings;
        return new Body(
                List.copyOf(paragraphs.subList(0, kept)),
                List.copyOf(places.subList(0, kept)),
                List.copyOf(captions),
                heading,
                from,
                end);
    }

    /** Interviews may ask everybody the same, and "No." is said more than once; what else is repeated is doubled. */
    private static boolean mayRecur(Block block) {
        boolean asks = block.text().endsWith("?");
        return block.linkLength() == 0
                && !isHeading(block)
                && (asks || (block.kind() == Kind.PARAGRAPH && Prose.endsSentence(block.text()) && !isProse(block)));
    }

    /** Does a date or byline follow soon, as under a headline? */
    private boolean isDated(int at) {
        for (int i = at + 1; i < Math.min(at + HEADER_BLOCKS, blocks.size()); i++) {
            String text = blocks.get(i).text();
            if (Dates.isLine(text) || Credits.isByline(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKept(Block block, String title) {
        String text = block.text();
        if (Furniture.isLine(text) || text.equals(title)) {
            return false;
        }
        if (block.linkDensity() > MOST_LINKS_IN_PROSE && text.length() < LONGEST_LINK_LIST) {
            // A sentence may be mostly links, but has words between them.
            boolean sentence = block.kind() == Kind.PARAGRAPH
                    && Prose.endsSentence(text)
                    && text.length() - block.linkLength() >= FEWEST_OWN_LETTERS;
            return sentence || isHeading(block);
        }
        if (block.linkDensity() > WHOLLY_LINK && text.length() >= LONG_LINE / 2) {
            return false;
        }
        if (Credits.isByline(text) || Dates.isLine(text)) {
            return false;
        }
        return block.kind() != Kind.LOOSE || isProse(block) || (block.linkLength() == 0 && Prose.endsSentence(text));
    }
}
