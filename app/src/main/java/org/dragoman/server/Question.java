package org.dragoman.server;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dragoman.query.Field;
import org.dragoman.query.Filter;

/**
 * The parameters that questions share.
 *
 * @param filter which records; without what is negated or hypothetical unless asked for
 * @param offset how many records to leave out
 * @param limit how many at most
 * @param csv whether the answer is wanted as CSV
 */
record Question(Context context, Filter filter, int offset, int limit, boolean csv) {
    private static final int LONGEST_FILTER = 4_000;
    private static final int DEEPEST = 1_000_000;
    private static final int MOST_JSON = 1_000;
    private static final int MOST_CSV = 20_000;

    /**
     * Reads them from a request.
     *
     * @param usual the limit if none is given
     * @throws Problem if one is out of its range, or the filter isn't one
     */
    static Question of(Context context, int usual) {
        boolean csv = choice(context, "format", Format.JSON) == Format.CSV;
        String text = parameter(context, "filter");
        if (text.length() > LONGEST_FILTER) {
            throw Problem.badRequest("filter: is longer than " + LONGEST_FILTER + " characters");
        }
        Filter filter;
        try {
            filter = Filter.parse(text);
        } catch (IllegalArgumentException notAFilter) {
            throw Problem.badRequest("filter: " + notAFilter.getMessage());
        }
        boolean all = choice(context, "all", Truth.FALSE) == Truth.TRUE;
        return new Question(
                context,
                all ? filter : filter.factualUnlessAsked(),
                number(context, "offset", 0, 0, DEEPEST),
                number(context, "limit", usual, 0, csv ? MOST_CSV : MOST_JSON),
                csv);
    }

    /** The filter for articles, which are facts themselves: what was added to leave out what isn't is taken off. */
    Filter ofArticles() {
        Filter asked = Filter.parse(parameter(context, "filter"));
        return asked.asks(Field.MODALITY) ? filter : asked;
    }

    /** The forms of an answer. */
    private enum Format {
        JSON,
        CSV
    }

    private enum Truth {
        TRUE,
        FALSE
    }

    static String parameter(Context context, String name) {
        String value = context.queryParam(name);
        return value == null ? "" : value;
    }

    /** @throws Problem if it isn't a whole number in the range */
    static int number(Context context, String name, int usual, int least, int most) {
        String value = parameter(context, name);
        if (value.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, as a number out of range is.
        }
        throw Problem.badRequest(name + ": wants a whole number from " + least + " to " + most);
    }

    /** @throws Problem if it is no constant of the enum, in lower case */
    static <E extends Enum<E>> E choice(Context context, String name, E usual) {
        String value = parameter(context, name);
        if (value.isEmpty()) {
            return usual;
        }
        E[] constants = usual.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(name + ": wants one of "
                        + Arrays.stream(constants)
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** @throws Problem if the path has no id there; then there is no such record */
    static long id(Context context) {
        try {
            return Long.parseLong(context.pathParam("id"));
        } catch (NumberFormatException noNumber) {
            throw Problem.notFound("an id is a number");
        }
    }

    /** The address of the page that follows this one. */
    String next() {
        String kept = context.queryParamMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("offset"))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value) + "&"))
                .collect(Collectors.joining());
        return context.path() + "?" + kept + "offset=" + (offset + limit);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
