package org.dragoman.export;

import java.io.IOException;
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

/** Draws a series as an SVG or PNG picture: a line for each of the largest groups, days along, a column of the series up. */
public final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int RIGHT = 170;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int TICKS = 5;
    private static final int LEGEND_LINE = 20;
    private static final int SMALL = 12;
    private static final int LARGE = 15;

    /** Colours that stay apart for the colour-blind (M. Okabe, K. Ito, 2008). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999");

    private final Canvas canvas;
    private final Map<String, TreeMap<LocalDate, Double>> lines = new LinkedHashMap<>();

    private Plot(Canvas canvas) {
        this.canvas = canvas;
    }

    /**
     * Draws a series.
     *
     * @param series as {@link org.dragoman.query.Counts#series} gives it
     * @param value the column to draw, such as {@code events} or {@code goldstein_mean}
     * @return an SVG document; it says so where there is nothing to draw
     */
    public static String svg(Result series, String value, String title) {
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        new Plot(canvas).draw(series, value, title);
        return canvas.document();
    }

    /**
     * The same as a PNG picture.
     *
     * @throws IOException if this Java can't draw: a small one may lack the libraries, a small system the fonts
     */
    public static byte[] png(Result series, String value, String title) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            PngCanvas canvas = new PngCanvas(WIDTH, HEIGHT);
            new Plot(canvas).draw(series, value, title);
            return canvas.picture();
        } catch (LinkageError | InternalError | NullPointerException incomplete) {
            throw new IOException("this Java or system lacks what draws text in a PNG: name an .svg file", incomplete);
        }
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

    private void draw(Result series, String value, String title) {
        read(series, value);
        canvas.box(0, 0, WIDTH, HEIGHT, "#ffffff");
        canvas.text(LEFT, 22, Canvas.Anchor.START, LARGE, title);
        List<LocalDate> days = lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            canvas.text(LEFT, HEIGHT / 2.0, Canvas.Anchor.START, SMALL, "no events with a date");
        } else {
            draw(value, days.get(0), days.get(days.size() - 1));
        }
    }

    private void draw(String value, LocalDate first, LocalDate last) {
        double least = Math.min(0, extreme(-1));
        double most = Math.max(least + 1, extreme(1));
        double span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        for (double tick : ticks(least, most)) {
            double y = y(tick, least, most);
            canvas.line(LEFT, y, WIDTH - RIGHT, y, "#dddddd");
            canvas.text(LEFT - 6, y + 4, Canvas.Anchor.END, SMALL, number(tick));
        }
        for (int i = 0; i <= TICKS; i++) {
            LocalDate day = first.plusDays(Math.round(span * i / TICKS));
            canvas.text(x(day, first, span), HEIGHT - BOTTOM + 20, Canvas.Anchor.MIDDLE, SMALL, day.toString());
        }
        canvas.upwards(16, (TOP + HEIGHT - BOTTOM) / 2.0, SMALL, value.replace('_', ' '));
        int index = 0;
        for (Map.Entry<String, TreeMap<LocalDate, Double>> group : lines.entrySet()) {
            String colour = COLOURS.get(index);
            List<double[]> points = group.getValue().entrySet().stream()
                    .map(point -> new double[] {x(point.getKey(), first, span), y(point.getValue(), least, most)})
                    .toList();
            canvas.path(points, colour);
            if (points.size() == 1) {
                canvas.dot(points.get(0)[0], points.get(0)[1], 3, colour);
            }
            int y = TOP + 10 + index * LEGEND_LINE;
            canvas.box(WIDTH - RIGHT + 14, y - 5, 14, 4, colour);
            canvas.text(WIDTH - RIGHT + 34, y, Canvas.Anchor.START, SMALL, group.getKey());
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
}
