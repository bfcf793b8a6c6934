package org.dragoman.export;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dragoman.query.Result;
import org.jspecify.annotations.Nullable;

/** Draws a series as an SVG picture: a line for each of the largest groups, days along, a column of the series up. */
public final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int RIGHT = 170;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int TICKS = 5;
    private static final int LEGEND_LINE = 20;

    /** Colours that stay apart for the colour-blind (M. Okabe, K. Ito, 2008). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999");

    private final StringBuilder svg = new StringBuilder();
    private final Map<String, TreeMap<LocalDate, Double>> lines = new LinkedHashMap<>();

    private Plot() {}

    /**
     * Draws a series.
     *
     * @param series as {@link org.dragoman.query.Counts#series} gives it
     * @param value the column to draw, such as {@code events} or {@code goldstein_mean}
     * @return an SVG document; it says so where there is nothing to draw
     */
    public static String svg(Result series, String value, String title) {
        Plot plot = new Plot();
        plot.read(series, value);
        return plot.draw(value, title);
    }

    private void read(Result series, String value) {
        Map<String, TreeMap<LocalDate, Double>> all = new TreeMap<>();
        Map<String, Double> sizes = new TreeMap<>();
        for (List<@Nullable Object> row : series.rows()) {
            if (series.cell(row, "period") instanceof LocalDate day
                    && series.cell(row, value) instanceof Number number) {
                String who = String.valueOf(series.cell(row, "who"));
                all.computeIfAbsent(who, key -> new TreeMap<>()).put(day, number.doubleValue());
                sizes.merge(
                        who,
                        series.cell(row, "events") instanceof Number events ? events.doubleValue() : 0.0,
                        Double::sum);
            }
        }
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS.size())
                .forEach(entry -> lines.put(entry.getKey(), all.getOrDefault(entry.getKey(), new TreeMap<>())));
    }

    private String draw(String value, String title) {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        line("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        line("<text x=\"%d\" y=\"22\" font-size=\"15\">%s</text>", LEFT, escaped(title));
        List<LocalDate> days = lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            line("<text x=\"%d\" y=\"%d\">no events with a date</text>", LEFT, HEIGHT / 2);
        } else {
            draw(value, days.get(0), days.get(days.size() - 1));
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(String value, LocalDate first, LocalDate last) {
        double least = Math.min(0, extreme(-1));
        double most = Math.max(least + 1, extreme(1));
        double span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        for (double tick : ticks(least, most)) {
            double y = y(tick, least, most);
            line("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>", LEFT, WIDTH - RIGHT, y, y);
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y + 4, number(tick));
        }
        for (int i = 0; i <= TICKS; i++) {
            LocalDate day = first.plusDays(Math.round(span * i / TICKS));
            line(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(day, first, span), HEIGHT - BOTTOM + 20, day);
        }
        line(
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, escaped(value.replace('_', ' ')));
        int index = 0;
        for (Map.Entry<String, TreeMap<LocalDate, Double>> group : lines.entrySet()) {
            String colour = COLOURS.get(index);
            StringBuilder points = new StringBuilder();
            group.getValue()
                    .forEach((day, number) -> points.append(
                            String.format(Locale.ROOT, "%.1f,%.1f ", x(day, first, span), y(number, least, most))));
            line(
                    "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" points=\"%s\"/>",
                    colour, points.toString().strip());
            if (group.getValue().size() == 1) {
                Map.Entry<LocalDate, Double> only = group.getValue().firstEntry();
                line(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                        x(only.getKey(), first, span), y(only.getValue(), least, most), colour);
            }
            int y = TOP + 10 + index * LEGEND_LINE;
            line("<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>", WIDTH - RIGHT + 14, y - 5, colour);
            line("<text x=\"%d\" y=\"%d\">%s</text>", WIDTH - RIGHT + 34, y, escaped(group.getKey()));
            index++;
        }
    }

    private double extreme(int sign) {
        return sign
                * lines.values().stream()
                        .flatMap(line -> line.values().stream())
                        .mapToDouble(number -> sign * number)
                        .max()
                        .orElse(0);
    }

    private static List<Double> ticks(double least, double most) {
        double rough = (most - least) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power <= 1
                ? power
                : rough / power <= 2 ? 2 * power : rough / power <= 5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(least / step) * step; tick <= most + step / 1e6; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static double x(LocalDate day, LocalDate first, double span) {
        return LEFT + ChronoUnit.DAYS.between(first, day) / span * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double number, double least, double most) {
        return HEIGHT - BOTTOM - (number - least) / (most - least) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
