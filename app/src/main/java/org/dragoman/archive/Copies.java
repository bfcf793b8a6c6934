package org.dragoman.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.article.Signature;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Finds near-duplicates: reprints of a wire story with another lead, cuts, corrected versions. An article joins the copies of
 * the one it is most like, or begins its own. Candidates meet in a band of their signatures; the tables {@code bands} and
 * {@code signatures} remember those.
 */
final class Copies {
    /** A press office's boilerplate may meet in a band a thousand times; the first ones stand for the others. */
    private static final int MOST_CANDIDATES = 100;

    private final Map<Integer, List<Long>> byBand = new HashMap<>();
    private final Map<Long, Known> known = new HashMap<>();

    /** An article taken in before. */
    private record Known(Signature signature, long copies) {}

    /** Gives each draft the number of its copies, in order, and remembers it. */
    static void assign(List<Draft> drafts, DuckDBConnection connection) throws SQLException {
        Map<Draft, Signature> signatures = new HashMap<>();
        Set<Integer> bands = new HashSet<>();
        for (Draft draft : drafts) {
            Signature signature = Signature.of(draft.body());
            signatures.put(draft, signature);
            bands.addAll(bands(signature));
        }
        Copies copies = new Copies();
        copies.load(bands, connection);
        try (DuckDBAppender signatureRows = connection.createAppender("main", "signatures");
                DuckDBAppender bandRows = connection.createAppender("main", "bands")) {
            for (Draft draft : drafts) {
                Signature signature = signatures.get(draft);
                if (signature == null) {
                    throw new AssertionError("no signature");
                }
                draft.article().set("copies", copies.find(draft.id(), signature));
                signatureRows
                        .beginRow()
                        .append(draft.id())
                        .append(signature.bytes())
                        .endRow();
                for (int band : bands(signature)) {
                    bandRows.beginRow().append(band).append(draft.id()).endRow();
                }
            }
        }
    }

    private long find(long id, Signature signature) {
        Set<Long> candidates = new LinkedHashSet<>();
        Set<Integer> bands = bands(signature);
        for (int band : bands) {
            candidates.addAll(byBand.getOrDefault(band, List.of()));
        }
        long copies = id;
        double best = 0;
        for (long candidate : candidates.stream().limit(MOST_CANDIDATES).toList()) {
            Known other = known.get(candidate);
            if (other != null && signature.isCopyOf(other.signature)) {
                double similarity = signature.similarity(other.signature);
                if (similarity > best) {
                    best = similarity;
                    copies = other.copies;
                }
            }
        }
        remember(id, new Known(signature, copies), bands);
        return copies;
    }

    private void remember(long id, Known article, Set<Integer> bands) {
        known.put(id, article);
        for (int band : bands) {
            byBand.computeIfAbsent(band, key -> new ArrayList<>()).add(id);
        }
    }

    private void load(Set<Integer> bands, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT b.band, b.article, s.signature, a.copies
                FROM bands b JOIN signatures s ON s.article = b.article JOIN articles a ON a.id = b.article
                WHERE b.band IN (SELECT unnest(?::INTEGER[])) ORDER BY a.seq""")) {
            statement.setArray(1, connection.createArrayOf("INTEGER", bands.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(2);
                    if (!known.containsKey(id)) {
                        known.put(id, new Known(Signature.ofBytes(rows.getBytes(3)), rows.getLong(4)));
                    }
                    byBand.computeIfAbsent(rows.getInt(1), key -> new ArrayList<>())
                            .add(id);
                }
            }
        }
    }

    /** Half of each key is enough: candidates are looked at closely, and the table is half as large. */
    private static Set<Integer> bands(Signature signature) {
        Set<Integer> bands = new LinkedHashSet<>();
        for (long band : signature.bands()) {
            bands.add((int) band);
        }
        return bands;
    }
}
