package org.dragoman.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Place names: gold {@code {id, toponyms: [{start, end, lat?, lon?, cc?, geonameid?, literal?}]}}, predictions {@code {id,
 * toponyms: [{start, end, lat, lon, country, geonameid?}]}}. A name is found if the span is the same; gold's that are not
 * {@code literal} need not be found, and may be. Then, over found names and over all of gold's: within 161 km (100 miles; the
 * same GeoNames number counts as there), and in the right country.
 */
final class PlacesEvaluator implements Evaluator {
    private static final double NEAR_KM = 161;
    private static final double EARTH_RADIUS_KM = 6371;

    /** A name's span; the entry has the rest. */
    private record Toponym(int start, int end, Entry entry) {
        boolean overlaps(Toponym other) {
            return start < other.end && other.start < end;
        }

        boolean hasCoordinates() {
            return entry.json().hasNonNull("lat") && !entry.textOrEmpty("lat").isEmpty();
        }

        /** Empty if there is none. */
        String number() {
            String number = entry.textOrEmpty("geonameid");
            return number.equals("0") ? "" : number;
        }
    }

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Entry> predicted = Entry.lines(predictions);
        Table table = new Table();
        for (Map.Entry<String, Entry> text : Entry.lines(gold).entrySet()) {
            Entry answer = predicted.get(text.getKey());
            table.add(
                    toponyms(text.getValue().list("toponyms")),
                    answer == null ? List.of() : toponyms(answer.listOrEmpty("toponyms")));
        }
        return table.scores();
    }

    private static List<Toponym> toponyms(List<Entry> entries) throws IOException {
        List<Toponym> toponyms = new ArrayList<>();
        for (Entry entry : entries) {
            toponyms.add(new Toponym(entry.number("start"), entry.number("end"), entry));
        }
        toponyms.sort(Comparator.comparingInt(Toponym::start).thenComparingInt(Toponym::end));
        return toponyms;
    }

    /** Figures added up text by text. */
    private static final class Table {
        private final Tally span = new Tally();
        private int withCoordinates;
        private int foundWithCoordinates;
        private int near;
        private int withCountry;
        private int foundWithCountry;
        private int rightCountry;
        private int bothNumbered;
        private int rightNumber;

        void add(List<Toponym> gold, List<Toponym> found) {
            List<Toponym> optional = new ArrayList<>();
            BitSet used = new BitSet();
            int wanted = 0;
            for (Toponym toponym : gold) {
                if (!toponym.entry().json().path("literal").asBoolean(true)) {
                    optional.add(toponym);
                    continue;
                }
                wanted++;
                withCoordinates += toponym.hasCoordinates() ? 1 : 0;
                withCountry += toponym.entry().textOrEmpty("cc").isEmpty() ? 0 : 1;
                for (int i = used.nextClearBit(0); i < found.size(); i = used.nextClearBit(i + 1)) {
                    if (found.get(i).start() == toponym.start() && found.get(i).end() == toponym.end()) {
                        used.set(i);
                        addFound(toponym, found.get(i));
                        break;
                    }
                }
            }
            int wrong = 0;
            for (int i = used.nextClearBit(0); i < found.size(); i = used.nextClearBit(i + 1)) {
                wrong += optional.stream().anyMatch(found.get(i)::overlaps) ? 0 : 1;
            }
            span.add(used.cardinality(), used.cardinality() + wrong, wanted);
        }

        private void addFound(Toponym gold, Toponym found) {
            boolean sameNumber = !gold.number().isEmpty() && gold.number().equals(found.number());
            if (gold.hasCoordinates()) {
                foundWithCoordinates++;
                near += sameNumber || (found.hasCoordinates() && distance(gold, found) <= NEAR_KM) ? 1 : 0;
            }
            String country = gold.entry().textOrEmpty("cc");
            if (!country.isEmpty()) {
                foundWithCountry++;
                rightCountry += country.equals(found.entry().textOrEmpty("country")) ? 1 : 0;
            }
            if (!gold.number().isEmpty() && !found.number().isEmpty()) {
                bothNumbered++;
                rightNumber += sameNumber ? 1 : 0;
            }
        }

        List<Score> scores() {
            List<Score> scores = new ArrayList<>();
            scores.add(span.score("span"));
            if (withCoordinates > 0) {
                scores.add(Score.share("acc@161", near, foundWithCoordinates));
                scores.add(Score.share("acc@161 of all", near, withCoordinates));
            }
            if (withCountry > 0) {
                scores.add(Score.share("country", rightCountry, foundWithCountry));
                scores.add(Score.share("country of all", rightCountry, withCountry));
            }
            if (bothNumbered > 0) {
                scores.add(Score.share("geonameid", rightNumber, bothNumbered));
            }
            return scores;
        }
    }

    /** Along the great circle, in km. */
    private static double distance(Toponym from, Toponym to) {
        double fromLatitude = radians(from, "lat");
        double toLatitude = radians(to, "lat");
        double latitude = Math.sin((toLatitude - fromLatitude) / 2);
        double longitude = Math.sin((radians(to, "lon") - radians(from, "lon")) / 2);
        double chord = latitude * latitude + Math.cos(fromLatitude) * Math.cos(toLatitude) * longitude * longitude;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static double radians(Toponym toponym, String field) {
        JsonNode degrees = toponym.entry().json().path(field);
        return Math.toRadians(degrees.asDouble());
    }
}
