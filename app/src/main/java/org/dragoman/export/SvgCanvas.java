package org.dragoman.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an SVG document. */
final class SvgCanvas implements Canvas {
    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(int width, int height) {
        element(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">",
                width, height);
    }

    /** The document as far as it is drawn. */
    String document() {
        return svg + "</svg>\n";
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, String colour) {
        element("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, colour);
    }

    @Override
    public void path(List<double[]> points, String colour) {
        String coordinates = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]))
                .collect(Collectors.joining(" "));
        element("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" points=\"%s\"/>", colour, coordinates);
    }

    @Override
    public void dot(double x, double y, double radius, String colour) {
        element("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, colour);
    }

    @Override
    public void box(double x, double y, double width, double height, String colour) {
        element(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, width, height, colour);
    }

    @Override
    public void text(double x, double y, Anchor anchor, int size, String text) {
        element(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\">%s</text>",
                x, y, anchor.name().toLowerCase(Locale.ROOT), size, escaped(text));
    }

    @Override
    public void upwards(double x, double y, int size, String text) {
        element(
                "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\" font-size=\"%d\">%s</text>",
                x, y, size, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void element(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
