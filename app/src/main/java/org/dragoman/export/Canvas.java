package org.dragoman.export;

import java.util.List;

/** What a {@link Plot} is drawn on: coordinates in pixels from the upper left, colours as {@code #rrggbb}. Used by one thread. */
interface Canvas {
    /** Where a text stands seen from its point, which is on the base line. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Draws a line, one pixel wide. */
    void line(double x1, double y1, double x2, double y2, String colour);

    /** Draws a line through points, each a pair of x and y. */
    void path(List<double[]> points, String colour);

    void dot(double x, double y, double radius, String colour);

    void box(double x, double y, double width, double height, String colour);

    /** Writes horizontally; size in pixels. */
    void text(double x, double y, Anchor anchor, int size, String text);

    /** Writes upwards, centred on the point. */
    void upwards(double x, double y, int size, String text);
}
