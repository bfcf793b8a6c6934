package org.dragoman.query;

/**
 * Numbers as a filter has them: {@code 3}, {@code 0.5..1}, {@code 2..}, {@code ..-5}.
 *
 * @param least included; may be infinite
 * @param most included; may be infinite
 */
record Range(double least, double most) {
    private static final String TO = "..";

    static Range parse(String text) {
        int to = text.indexOf(TO);
        try {
            if (to < 0) {
                double number = number(text);
                return new Range(number, number);
            }
            String from = text.substring(0, to);
            String until = text.substring(to + TO.length());
            return new Range(
                    from.isEmpty() ? Double.NEGATIVE_INFINITY : number(from),
                    until.isEmpty() ? Double.POSITIVE_INFINITY : number(until));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "not a number or range: '" + text + "'; wanted such as 3, 0.5..1, 2..", noNumber);
        }
    }

    /** A plain decimal number, none of Java's extras such as "NaN" or "1d". */
    static double number(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+')) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }
}
