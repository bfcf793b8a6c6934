package org.dragoman.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.article.Article;
import org.dragoman.event.Event;
import org.dragoman.event.Participant;
import org.dragoman.page.Page;
import org.dragoman.query.Counts;
import org.dragoman.query.Filter;
import org.dragoman.query.Query;

/**
 * How fast an archive takes in what is already read, how large it becomes, and how fast it answers. Its articles are made
 * by varying those of the sample pages: other days, countries and letters, so that few are copies of each other.
 *
 * <p>Run its main method with a folder and a number of articles, such as 100000.
 */
final class ArchiveBench {
    private static final int BATCH = 500;
    private static final int REPEATS = 15;
    /** Ten years of news. */
    private static final int DAYS = 3650;

    private static final int EVENTS = 1_000_000;
    private static final List<String> COUNTRIES = List.of(
            "USA", "RUS", "CHN", "IRQ", "SYR", "TUR", "GBR", "FRA", "DEU", "IRN", "ISR", "EGY", "SAU", "IND", "PAK",
            "JPN", "KOR", "PRK", "UKR", "POL", "ITA", "ESP", "BRA", "MEX", "NGA", "KEN", "ETH", "ZAF", "AUS", "CAN");

    private ArchiveBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        int articles = Integer.parseInt(arguments[1]);
        List<Reading> readings = Samples.pages().stream()
                .flatMap(page -> page.readings().stream())
                .toList();
        try (Archive archive = Archive.open(folder)) {
            archive.index();
            long started = System.nanoTime();
            List<ReadPage> batch = new ArrayList<>();
            for (int i = 0; i < articles; i++) {
                batch.add(varied(i, articles, readings.get(i % readings.size())));
                if (batch.size() == BATCH || i == articles - 1) {
                    archive.add(batch);
                    batch.clear();
                }
                if (i % 10_000 == 9_999) {
                    System.out.printf(Locale.ROOT, "%d articles, %.0f/s%n", i + 1, (i + 1) / seconds(started));
                }
            }
            System.out.printf(Locale.ROOT, "ingest with index: %.0f articles/s%n", articles / seconds(started));
            Query query = new Query(archive);
            System.out.println(query.sql("""
                    SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM reports) AS reports,
                    (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM statements) AS statements,
                    (SELECT count(*) FROM entities) AS entities, (SELECT count(DISTINCT copies) FROM articles) AS different,
                    (SELECT count(DISTINCT story) FROM articles) AS stories""", 1));
            time("series by dyad and month", () -> new Counts(query)
                    .series(Filter.everything(), Counts.Step.MONTH, Counts.By.DYAD)
                    .rows()
                    .size());
            time("search with days and marks", () -> query.search(Filter.parse("attack Syria date:2012..2014"), 0, 10)
                    .best()
                    .size());
            time("events by filter", () -> query.events(Filter.parse("type:ASSAULT country:SYR date:2014"), 0, 50)
                    .rows()
                    .size());
        }
        System.out.printf(
                Locale.ROOT,
                "disk: tables %.0f, index %.0f bytes an article%n",
                (double) Files.size(folder.resolve("archive.duckdb")) / articles,
                (double) size(folder.resolve("index")) / articles);
        million(folder);
        try (Archive archive = Archive.openToRead(folder)) {
            Query query = new Query(archive);
            time("series by dyad and month over a million events", () -> new Counts(query)
                    .series(Filter.parse("date:1900.."), Counts.Step.MONTH, Counts.By.DYAD)
                    .rows()
                    .size());
            time("series of one dyad over a million events", () -> new Counts(query)
                    .series(Filter.parse("dyad:USA>IRQ"), Counts.Step.MONTH, Counts.By.DYAD)
                    .rows()
                    .size());
        }
    }

    /** Brings the events to a million by repeating them on other days. */
    private static void million(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("archive.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO events SELECT e.* REPLACE ((hash(e.id, n) >> 1)::BIGINT AS id,"
                    + " e.date + (n * 37 % " + DAYS + ")::INTEGER AS date) FROM events e, range(1, 1 + ceil(" + EVENTS
                    + " / (SELECT count(*) FROM events))::BIGINT) r(n)"
                    + " LIMIT (SELECT greatest(0, " + EVENTS + " - count(*)) FROM events)");
        }
    }

    private static void time(String what, IntSupplier question) {
        long[] nanos = new long[REPEATS];
        int size = 0;
        for (int i = 0; i < REPEATS; i++) {
            long started = System.nanoTime();
            size = question.getAsInt();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, best %.0f ms (%d rows)%n",
                what,
                nanos[REPEATS / 2] / 1e6,
                nanos[0] / 1e6,
                size);
    }

    private static ReadPage varied(int number, int articles, Reading reading) {
        Random random = new Random(number);
        Article old = reading.article();
        int shift = 1 + random.nextInt(25);
        String body = random.nextInt(20) == 0 ? old.body() : shifted(old.body(), shift, random);
        String url = "https://outlet" + number % 200 + ".example/" + number;
        LocalDate day = LocalDate.of(2010, 1, 1).plusDays((long) number * DAYS / articles);
        Article article = new Article(
                url,
                old.title(),
                old.authors(),
                Optional.of(day),
                Optional.of("Outlet " + number % 200),
                "en",
                body,
                List.of());
        List<Event> events = reading.events().stream()
                .map(event -> new Event(
                        event.type(),
                        event.mode(),
                        event.contexts(),
                        event.cameo(),
                        event.goldstein(),
                        event.actor().map(side -> moved(side, random)),
                        event.recipient().map(side -> moved(side, random)),
                        event.place(),
                        Optional.empty(),
                        event.size(),
                        event.modality(),
                        event.confidence(),
                        event.evidence()))
                .toList();
        Reading varied = new Reading(
                article,
                reading.analysis(),
                reading.cast(),
                reading.toponyms(),
                List.of(),
                reading.statements(),
                events);
        return new ReadPage(Page.of(url, url.getBytes(StandardCharsets.UTF_8)), List.of(varied));
    }

    private static Participant moved(Participant side, Random random) {
        Actor actor = side.actor();
        return new Participant(
                side.span(),
                new Actor(
                        actor.name(),
                        COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                        actor.sectors(),
                        actor.role(),
                        actor.basis()));
    }

    /** Every other word with other letters: as long, as frequent, but another text. */
    private static String shifted(String text, int shift, Random random) {
        StringBuilder shifted = new StringBuilder(text);
        boolean change = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ' ') {
                change = random.nextInt(2) == 0;
            } else if (change && letter >= 'a' && letter <= 'z') {
                shifted.setCharAt(i, (char) ('a' + (letter - 'a' + shift) % 26));
            }
        }
        return shifted.toString();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
