package org.dragoman.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The table {@code ties}, which remembers under which key and day an archive's reports can be found again, so that an {@link EventMerger}
 * sees those that a batch's reports may be merged with, and no others.
 */
final class Ties {
    private Ties() {}

    /** Gives each report of the drafts its event, in order, and remembers it; copies and stories must be known. */
    static void assign(List<Draft> drafts, DuckDBConnection connection) throws SQLException {
        List<Long> keys = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        for (Draft draft : drafts) {
            for (Row row : draft.reports()) {
                keys.add(Told.key(row));
                days.add(Told.day(row, draft.published()));
            }
        }
        EventMerger merger = new EventMerger();
        load(merger, keys, days, connection);
        try (DuckDBAppender ties = connection.createAppender("main", "ties")) {
            for (Draft draft : drafts) {
                Set<String> persons = draft.entities().stream()
                        .filter(entity -> entity.textOf("type").equals("person"))
                        .map(entity -> entity.textOf("name"))
                        .collect(Collectors.toSet());
                EventMerger.Teller teller = new EventMerger.Teller(
                        draft.article().numberOf("copies"),
                        draft.article().numberOf("story"),
                        draft.published(),
                        persons);
                merger.merge(teller, draft.reports());
                for (Row row : draft.reports()) {
                    ties.beginRow()
                            .append(row.numberOf("id"))
                            .append(draft.id())
                            .append(Told.key(row))
                            .append(Told.day(row, draft.published()))
                            .append(persons.contains(row.textOf("actor")))
                            .append(persons.contains(row.textOf("recipient")))
                            .endRow();
                }
            }
        }
    }

    private static void load(EventMerger merger, List<Long> keys, List<Integer> days, Connection connection)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH sought AS (SELECT unnest(?::BIGINT[]) AS key, unnest(?::INTEGER[]) AS day),
                found AS (
                    SELECT DISTINCT t.report, t.key, t.day, t.actor_person, t.recipient_person
                    FROM ties t JOIN sought s ON s.key = t.key AND t.day BETWEEN s.day - ? AND s.day + ?)
                SELECT f.key, r.event, a.copies, a.story, f.day,
                    coalesce(r.date_last - r.date_first <= ?, false), r.mode, r.type, r.quad,
                    r.actor, r.actor_sectors[1], f.actor_person, r.recipient, r.recipient_sectors[1], f.recipient_person,
                    r.geonames, r.place_country, r.admin, r.latitude, r.longitude, r.feature, r.trigger, r.sentence, r.headline
                FROM found f JOIN reports r ON r.id = f.report JOIN articles a ON a.id = r.article
                ORDER BY a.seq, r.number""")) {
            statement.setArray(1, connection.createArrayOf("BIGINT", keys.toArray()));
            statement.setArray(2, connection.createArrayOf("INTEGER", days.toArray()));
            statement.setInt(3, Told.MOST_DAYS_APART);
            statement.setInt(4, Told.MOST_DAYS_APART);
            statement.setInt(5, Told.PRECISE_DAYS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    merger.remember(
                            rows.getLong(1),
                            new Told(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getInt(5),
                                    rows.getBoolean(6),
                                    text(rows, 8),
                                    rows.getInt(9),
                                    text(rows, 7),
                                    Party.of(text(rows, 10), text(rows, 11), rows.getBoolean(12)),
                                    Party.of(text(rows, 13), text(rows, 14), rows.getBoolean(15)),
                                    new Where(
                                            rows.getLong(16),
                                            text(rows, 17),
                                            text(rows, 18),
                                            rows.getDouble(19),
                                            rows.getDouble(20),
                                            text(rows, 21)),
                                    Told.acts(text(rows, 22)),
                                    Told.sentence(text(rows, 23)),
                                    rows.getBoolean(24)));
                }
            }
        }
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }
}
