package org.dragoman.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How each PLOVER type fares, in all and period by period, on a gold set whose sentences have a {@code period}, such as the month
 * {@code 2014-12}: reviews of an archive have. A program that goes wrong on news that has changed shows it here. Within a sentence a type
 * counts once; where gold has alternatives, any of them is right.
 */
final class TypesOverTime {
    private static final String ALL = "";

    /** By type, then by period; the empty period stands for all, and is the first. */
    private final Map<String, Map<String, Tally>> tallies = new TreeMap<>();

    /** Adds a sentence; one without a period counts for none. */
    void add(String period, List<CodedEvent> gold, List<CodedEvent> found) {
        if (period.isEmpty()) {
            return;
        }
        Set<String> said = new TreeSet<>();
        found.forEach(event -> said.addAll(event.types()));
        Set<String> right = new HashSet<>();
        for (CodedEvent event : gold) {
            event.types().stream().filter(said::contains).forEach(right::add);
        }
        for (String type : said) {
            boolean meant = right.contains(type);
            count(type, period, meant ? 1 : 0, 1, meant ? 1 : 0);
        }
        Set<String> missed = new TreeSet<>();
        for (CodedEvent event : gold) {
            if (!event.types().isEmpty() && event.types().stream().noneMatch(said::contains)) {
                missed.add(event.types().get(0));
            }
        }
        missed.forEach(type -> count(type, period, 0, 0, 1));
    }

    private void count(String type, String period, int right, int predicted, int gold) {
        Map<String, Tally> periods = tallies.computeIfAbsent(type, name -> new TreeMap<>());
        periods.computeIfAbsent(ALL, name -> new Tally()).add(right, predicted, gold);
        periods.computeIfAbsent(period, name -> new Tally()).add(right, predicted, gold);
    }

    /** A row for each type and one for each of its periods, {@code ASSAULT 2014-12}; none if no sentence has a period. */
    List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        tallies.forEach((type, periods) -> periods.forEach(
                (period, tally) -> scores.add(tally.score(period.equals(ALL) ? type : type + " " + period))));
        return scores;
    }
}
