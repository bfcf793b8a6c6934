package org.dragoman.query;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Checking by hand: draws events, equally many from each stratum, and from the answers says how precise the archive is.
 *
 * <p>What is drawn depends on the events' ids and a seed only, so the same archive gives the same sample.
 */
public final class Sampling {
    /** The column to fill in, and those by which the answers are weighted. */
    private static final String ANSWER = "right";

    private static final String STRATUM = "stratum";
    private static final String SIZE = "stratum_size";
    private static final Set<String> YES = Set.of("y", "yes", "1", "true", "right");
    private static final Set<String> NO = Set.of("n", "no", "0", "false", "wrong");
    /** Of the normal distribution, for 95 of 100. */
    private static final double Z = 1.959964;

    private Sampling() {}

    /**
     * Draws events.
     *
     * @param by what makes the strata, as {@link Counts.By}
     * @param count how many
     * @param seed another draws others
     */
    public static Result draw(Query query, Filter filter, Counts.By by, int count, int seed) {
        Query.Question question = query.question(
                Target.EVENTS,
                "'' AS " + ANSWER + ", coalesce(" + by.sql() + ", '-') AS " + STRATUM
                        + ", count(*) OVER (PARTITION BY " + by.sql() + ") AS " + SIZE
                        + ", e.id, e.date, e.type, e.mode, e.actor, e.actor_country, e.actor_sectors, e.recipient,"
                        + " e.recipient_country, e.recipient_sectors, e.place, e.place_country, e.modality, e.confidence,"
                        + " r.trigger, r.sentence, r.rule, a.title, a.published, a.url,"
                        + " row_number() OVER (PARTITION BY " + by.sql() + " ORDER BY hash(e.id, " + seed
                        + "), e.id) AS drawn",
                " JOIN reports r ON r.id = e.best_report JOIN articles a ON a.id = r.article",
                filter,
                "drawn, " + STRATUM);
        Result drawn = query.ask(question.sql() + " LIMIT " + count, question.values(), count);
        int width = drawn.columns().size() - 1;
        return new Result(
                drawn.columns().subList(0, width),
                drawn.rows().stream().map(row -> row.subList(0, width)).toList(),
                drawn.more());
    }

    /**
     * Precision from a sample with its column {@value #ANSWER} filled in, yes or no; rows without an answer don't count.
     *
     * @return a row a stratum with precision and 95 % interval, and one for all, weighted by the strata's sizes
     * @throws IllegalArgumentException if an answer is neither yes nor no, or there is none
     */
    public static Result precision(Reader answers) throws IOException {
        Map<String, Stratum> strata = new TreeMap<>();
        Iterator<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(answers)
                .iterator();
        while (records.hasNext()) {
            CSVRecord row = records.next();
            String answer = row.get(ANSWER).strip().toLowerCase(Locale.ROOT);
            if (answer.isEmpty()) {
                continue;
            }
            if (!YES.contains(answer) && !NO.contains(answer)) {
                throw new IllegalArgumentException(
                        "line " + (row.getRecordNumber() + 1) + ": is it right? yes or no, not '" + answer + "'");
            }
            strata.computeIfAbsent(row.get(STRATUM), name -> new Stratum(Long.parseLong(row.get(SIZE))))
                    .add(YES.contains(answer));
        }
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("no answers: fill in the column " + ANSWER + " with yes or no");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        double all =
                strata.values().stream().mapToDouble(stratum -> stratum.size).sum();
        double precision = 0;
        double variance = 0;
        long checked = 0;
        long right = 0;
        for (Map.Entry<String, Stratum> entry : strata.entrySet()) {
            Stratum stratum = entry.getValue();
            double share = (double) stratum.right / stratum.checked;
            double weight = stratum.size / all;
            precision += weight * share;
            variance += weight * weight * share * (1 - share) / stratum.checked;
            checked += stratum.checked;
            right += stratum.right;
            rows.add(
                    row(entry.getKey(), stratum.size, stratum.checked, stratum.right, share, (double) stratum.checked));
        }
        // The number of independent draws that would leave the same doubt.
        double effective = variance == 0 ? checked : precision * (1 - precision) / variance;
        rows.add(row("all", (long) all, checked, right, precision, effective));
        return new Result(List.of(STRATUM, SIZE, "checked", ANSWER, "precision", "least", "most"), rows, false);
    }

    /** With the interval of E. B. Wilson (1927), which holds for small numbers and near 0 and 1. */
    private static List<@Nullable Object> row(
            String name, long size, long checked, long right, double share, double draws) {
        double middle = (share + Z * Z / (2 * draws)) / (1 + Z * Z / draws);
        double half = Z / (1 + Z * Z / draws) * Math.sqrt(share * (1 - share) / draws + Z * Z / (4 * draws * draws));
        return Result.row(name, size, checked, right, rounded(share), rounded(middle - half), rounded(middle + half));
    }

    private static double rounded(double share) {
        return Math.round(Math.max(0, Math.min(1, share)) * 1000) / 1000.0;
    }

    private static final class Stratum {
        private final long size;
        private long checked;
        private long right;

        Stratum(long size) {
            this.size = size;
        }

        void add(boolean isRight) {
            checked++;
            right += isRight ? 1 : 0;
        }
    }
}
