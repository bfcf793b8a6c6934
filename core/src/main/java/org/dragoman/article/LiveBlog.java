package org.dragoman.article;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.text.Span;

/** The dated entries of a live blog: by the times that stand above them on the page, else by what JSON-LD tells. */
final class LiveBlog {
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]([01]\\d|2[0-3]):?([0-5]\\d).*", Pattern.DOTALL);
    private static final int FEWEST_ENTRIES = 3;
    private static final int COMPARED = 60;

    /** Entries make up most of a live blog; times beside a few paragraphs are those of quoted posts. */
    private static final double SHARE = 0.5;

    private LiveBlog() {}

    private record Moment(LocalDate day, Optional<LocalTime> time) {
        static Optional<Moment> of(String written) {
            Matcher matcher = MOMENT.matcher(written);
            if (!matcher.matches()) {
                return Dates.find(written).map(day -> new Moment(day, Optional.empty()));
            }
            LocalTime time = LocalTime.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
            return Dates.find(matcher.group(1)).map(day -> new Moment(day, Optional.of(time)));
        }

        int compareTime(Moment other) {
            return Comparator.comparing(Moment::day)
                    .thenComparing(moment -> moment.time().orElse(LocalTime.MIN))
                    .compare(this, other);
        }
    }

    /**
     * The entries, in page order; none if the page is no live blog.
     *
     * @param body what was found, whose paragraphs joined by line ends are {@code text}
     * @param times of the page
     */
    static List<LiveEntry> shown(BodyFinder.Body body, String text, List<HtmlBlocks.Time> times) {
        List<LiveEntry> entries = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        int paragraph = 0;
        int start = 0;
        for (int i = 0; i < times.size(); i++) {
            int from = times.get(i).block();
            int to = i + 1 < times.size() ? times.get(i + 1).block() : body.to();
            Optional<Moment> moment = Moment.of(times.get(i).written());
            while (paragraph < body.places().size() && body.places().get(paragraph) < from) {
                start += body.paragraphs().get(paragraph++).length() + 1;
            }
            int end = start;
            while (paragraph < body.places().size() && body.places().get(paragraph) < to) {
                end += body.paragraphs().get(paragraph++).length() + 1;
            }
            if (end > start && moment.isPresent() && moment.get().time().isPresent()) {
                moments.add(moment.get());
                entries.add(entry(moment.get(), start, end - 1));
            }
            start = end;
        }
        return isLiveBlog(entries, moments, text) ? List.copyOf(entries) : List.of();
    }

    /** Like {@link #shown}, where the page tells a machine its entries: those whose start is found in the text. */
    static List<LiveEntry> told(List<StructuredData.Update> updates, String text) {
        record Found(int start, Moment moment) {}
        List<Found> found = new ArrayList<>();
        for (StructuredData.Update update : updates) {
            String start = update.text().split("\n", 2)[0];
            int at = start.isBlank() ? -1 : text.indexOf(start.substring(0, Math.min(COMPARED, start.length())));
            if (at >= 0) {
                int paragraph = text.lastIndexOf('\n', at) + 1;
                Moment.of(update.published()).ifPresent(moment -> found.add(new Found(paragraph, moment)));
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        List<LiveEntry> entries = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).start() - 1 : text.length();
            if (end > found.get(i).start()) {
                entries.add(entry(found.get(i).moment(), found.get(i).start(), end));
            }
        }
        return List.copyOf(entries);
    }

    private static LiveEntry entry(Moment moment, int start, int end) {
        return new LiveEntry(new Span(start, end), moment.day(), moment.time());
    }

    /** Several times in order, forwards or backwards, that divide most of the text. */
    private static boolean isLiveBlog(List<LiveEntry> entries, List<Moment> moments, String text) {
        int rising = 0;
        int falling = 0;
        for (int i = 1; i < moments.size(); i++) {
            int order = moments.get(i).compareTime(moments.get(i - 1));
            rising += order > 0 ? 1 : 0;
            falling += order < 0 ? 1 : 0;
        }
        int covered = entries.stream().mapToInt(entry -> entry.span().length()).sum();
        return entries.size() >= FEWEST_ENTRIES
                && Math.max(rising, falling) >= FEWEST_ENTRIES - 1
                && Math.min(rising, falling) * 10 <= moments.size()
                && covered > SHARE * text.length();
    }
}
