package org.dragoman.event;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.dragoman.event.Count.Stated;
import org.dragoman.text.Span;

/**
 * Reads how many a noun phrase speaks of: "at least 30 people", "between 20 and 30 soldiers", "dozens of civilians", "two men and a child".
 * Made for one sentence, not shared between threads.
 */
final class Quantities {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(,\\d{3}){1,3}|\\d{1,9}(\\.\\d{1,3})?");
    private static final Pattern DIGIT_RANGE = Pattern.compile("(\\d{1,6})[-–](\\d{1,6})");
    private static final Pattern DIGITS_PLUS = Pattern.compile("(\\d{1,9})\\+");
    private static final Set<String> BETWEEN_ENDS = Set.of("to", "or", "and", "-", "–");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "another", "one");
    private static final Set<String> JOINED = Set.of("-", "–", "st", "nd", "rd", "th", "°", "/");
    private static final Set<String> SHARE = Set.of("%", "percent", "per");
    private static final Set<String> MONEY_OR_AGE = Set.of("$", "£", "€", "#", "age", "aged");
    private static final Set<String> AFTER_ONLY = Set.of("or more", "or so", "plus", "+");
    /** Words before a noun among which its number is looked for. */
    private static final int REACH = 10;
    /** Most words of a bound, such as "no fewer than". */
    private static final int BOUND = 3;

    private static final int DEPTH = 3;

    private final SentenceGraph graph;
    private final SizeWords words;
    private final IntPredicate persons;

    /** @param persons tells which tokens name or describe a single person */
    Quantities(SentenceGraph graph, SizeWords words, IntPredicate persons) {
        this.graph = graph;
        this.words = words;
        this.persons = persons;
    }

    /**
     * A number and where it stands.
     *
     * @param number 1 or more
     * @param words from its bound to the noun
     */
    record Quantity(int number, Stated stated, Span words) {
        /** Both together, stated as vaguely as the vaguer. */
        Quantity and(Quantity other) {
            return new Quantity(
                    (int) Math.min(Integer.MAX_VALUE, (long) number + other.number),
                    stated.compareTo(other.stated) > 0 ? stated : other.stated,
                    words.union(other.words));
        }

        Quantity atLeast() {
            return new Quantity(number, stated == Stated.EXACT ? Stated.AT_LEAST : stated, words);
        }
    }

    /**
     * How many a noun and those coordinated with it are; empty if none has a number.
     *
     * @param one whether a single person ("a soldier", a name) counts as one
     */
    Optional<Quantity> all(int noun, boolean one) {
        Optional<Quantity> sum = Optional.empty();
        boolean uncounted = false;
        for (int member : graph.members(noun)) {
            Optional<Quantity> own = of(member, one, DEPTH);
            uncounted |= own.isEmpty();
            sum = sum.isPresent() && own.isPresent() ? Optional.of(sum.get().and(own.get())) : sum.or(() -> own);
        }
        return uncounted ? sum.map(Quantity::atLeast) : sum;
    }

    private Optional<Quantity> of(int noun, boolean one, int depth) {
        if (words.uncounted(graph.lemma(noun)) && !number(noun)) {
            return Optional.empty();
        }
        Optional<Quantity> counted = counted(noun);
        if (counted.isPresent() || depth == 0) {
            return counted;
        }
        // "a group of 30 people", "a family of five"; "dozens of people" stands in counted
        int of = graph.argument(noun, "of");
        Optional<Quantity> members = of == SentenceGraph.NONE ? Optional.empty() : of(of, false, depth - 1);
        return members.or(() -> one ? single(noun) : Optional.empty());
    }

    private Optional<Quantity> single(int noun) {
        if (!persons.test(noun) || graph.token(noun).xpos().endsWith("S")) {
            return Optional.empty();
        }
        if (graph.token(noun).upos().equals("PROPN")) {
            return Optional.of(new Quantity(1, Stated.EXACT, span(noun, noun)));
        }
        for (int child : graph.children(noun)) {
            boolean article = graph.is(child, "det") && ARTICLES.contains(graph.lemma(child));
            boolean name = child > noun && graph.token(child).upos().equals("PROPN") && !graph.is(child, "nmod");
            if (article || name) {
                return Optional.of(new Quantity(1, Stated.EXACT, span(Math.min(child, noun), Math.max(child, noun))));
            }
        }
        return Optional.empty();
    }

    /** The run of number words that counts the noun: right before it among its own words, or the noun itself. */
    private Optional<Quantity> counted(int noun) {
        int end = noun;
        while (end > Math.max(-1, noun - REACH) && !number(end)) {
            if (end != noun && !graph.governs(noun, end)) {
                return Optional.empty();
            }
            end--;
        }
        if (end < 0 || !number(end) || (end != noun && !graph.governs(noun, end)) || measures(end, noun)) {
            return Optional.empty();
        }
        int start = end;
        while (end < graph.size() - 2 && form(end + 1).equals("of") && number(end + 2)) {
            end += 2; // "tens of thousands"
        }
        while (start > Math.max(0, end - REACH)
                && (number(start - 1) || (start > 1 && joins(start - 1) && number(start - 2)))) {
            start--;
        }
        if (!number(start)) {
            start++; // the reach ended between two numbers
        }
        if (!belongs(start, end, noun)) {
            return Optional.empty();
        }
        Optional<Value> value = value(start, end);
        boolean article = start > 0
                && Set.of("a", "an", "half").contains(form(start - 1))
                && (words.scale(form(start)).isPresent()
                        || words.vague(form(start)).isPresent());
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(bounded(value.get(), article ? start - 1 : start, end, noun));
    }

    /** Whether a number is part of a measure or an age rather than a count: "a 25-year-old man", "5 % of". */
    private boolean measures(int number, int noun) {
        return (number < noun && JOINED.contains(form(number + 1)))
                || SHARE.contains(form(number + 1))
                || (number > 0 && MONEY_OR_AGE.contains(form(number - 1)));
    }

    /** Whether the run hangs on the noun itself, not on a modifier of it. */
    private boolean belongs(int start, int end, int noun) {
        for (int i = start; i <= end; i++) {
            int head = graph.head(i);
            if (i == noun || head == noun) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is a number word: "30", "dozens". */
    boolean number(int token) {
        String form = form(token);
        return DIGITS.matcher(form).matches()
                || DIGIT_RANGE.matcher(form).matches()
                || DIGITS_PLUS.matcher(form).matches()
                || words.number(form).isPresent()
                || words.scale(form).isPresent()
                || words.vague(form).isPresent();
    }

    private boolean joins(int token) {
        return BETWEEN_ENDS.contains(form(token)) || form(token).equals("of");
    }

    private record Value(long number, Stated stated) {}

    /** What the number words from {@code start} to {@code end} mean together; empty if nothing that makes sense. */
    private Optional<Value> value(int start, int end) {
        long total = 0; // of thousands and millions gone by
        double group = 0;
        boolean vague = false;
        for (int i = start; i <= end; i++) {
            String form = form(i);
            if (DIGIT_RANGE.matcher(form).matches()) {
                return Optional.of(new Value(Long.parseLong(form.split("[-–]", 2)[0]), Stated.RANGE))
                        .filter(value -> value.number > 0);
            }
            if (joins(i)) {
                double before = total + group;
                Optional<Value> after = form.equals("of") ? Optional.empty() : value(i + 1, end);
                boolean range = after.isPresent()
                        && before > 0
                        && before < after.get().number
                        && !sums(i, form, before, after.get().number);
                if (range) {
                    double scaled = before < 1000 && scaledByLast(end) && after.get().number >= 1000 * before
                            ? before * words.scale(form(end)).orElse(1)
                            : before;
                    return positive(scaled, Stated.RANGE);
                }
                continue;
            }
            OptionalLong several = words.vague(form);
            OptionalLong scale = words.scale(form);
            if (several.isPresent()) {
                vague = true;
                group += several.getAsLong();
            } else if (scale.isPresent()) {
                boolean plural = form.endsWith("s");
                vague |= plural;
                // "dozens" are at least two; "tens of thousands" at least twenty thousand
                double times = group > 0 ? group : plural && total == 0 && i == start ? 2 : 1;
                group = times * scale.getAsLong() * (i == start && half(i) ? 0.5 : 1);
                if (scale.getAsLong() >= 1000) {
                    total += (long) group;
                    group = 0;
                }
            } else {
                group += amount(form);
            }
        }
        boolean plus = DIGITS_PLUS.matcher(form(end)).matches();
        return positive(total + group, vague ? Stated.VAGUE : plus ? Stated.AT_LEAST : Stated.EXACT);
    }

    /** "half a million", "half a dozen". */
    private boolean half(int scale) {
        int before = scale > 0 && form(scale - 1).equals("a") ? scale - 2 : scale - 1;
        return before >= 0 && form(before).equals("half");
    }

    /** "hundreds of thousands", "a hundred and fifty", "twenty-five": one number rather than two ends of a range. */
    private boolean sums(int join, String form, double before, long after) {
        if (form.equals("and")) {
            int first = join - 1;
            while (first > 0 && number(first)) {
                first--;
            }
            return !form(first).equals("between");
        }
        boolean spelt = !Character.isDigit(form(join - 1).charAt(0));
        return (form.equals("-") || form.equals("–")) && spelt && before % 10 == 0 && before < 100 && after < 10;
    }

    private boolean scaledByLast(int end) {
        return words.scale(form(end)).orElse(0) >= 1000;
    }

    private double amount(String form) {
        OptionalLong word = words.number(form);
        return word.isPresent()
                ? word.getAsLong()
                : Double.parseDouble(form.replace(",", "").replace("+", ""));
    }

    private static Optional<Value> positive(double number, Stated stated) {
        long whole = Math.round(number);
        return whole < 1 || whole > Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Value(whole, stated));
    }

    private Quantity bounded(Value value, int start, int end, int noun) {
        Stated stated = value.stated;
        int from = start;
        int to = Math.max(end, noun);
        for (int length = BOUND; length > 0; length--) {
            Optional<Stated> before = start >= length ? words.bound(forms(start - length, start)) : Optional.empty();
            if (before.isPresent()) {
                stated = bound(stated, before.get());
                from = start - length;
                break;
            }
            Optional<Stated> after =
                    end + length < graph.size() ? words.bound(forms(end + 1, end + 1 + length)) : Optional.empty();
            if (after.isPresent() && AFTER_ONLY.contains(forms(end + 1, end + 1 + length))) {
                stated = bound(stated, after.get());
                to = Math.max(to, end + length);
                break;
            }
        }
        if (stated == Stated.RANGE && from > 0 && form(from - 1).equals("between")) {
            from--;
        }
        return new Quantity((int) value.number, stated, span(from, to));
    }

    /** A bound says no more about "dozens" than they say themselves. */
    private static Stated bound(Stated own, Stated bound) {
        return own == Stated.EXACT || own == Stated.ABOUT || bound == Stated.AT_MOST ? bound : own;
    }

    private String form(int token) {
        return token < graph.size() ? graph.token(token).form().toLowerCase(Locale.ROOT) : "";
    }

    private String forms(int start, int end) {
        StringBuilder forms = new StringBuilder();
        for (int i = start; i < end; i++) {
            forms.append(i > start ? " " : "").append(form(i));
        }
        return forms.toString();
    }

    private Span span(int from, int to) {
        return graph.token(from).span().union(graph.token(to).span());
    }
}
