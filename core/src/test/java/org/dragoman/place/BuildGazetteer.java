package org.dragoman.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;

/**
 * Writes the gazetteer that {@link Gazetteer} loads, from GeoNames' towns and first-order divisions and the tables among
 * this class's resources: countries, regions, counties, other names.
 *
 * <pre>{@code
 * mvn -q -pl core -am test-compile
 * java -cp core/target/test-classes:core/target/classes:ICU4J.jar org.dragoman.place.BuildGazetteer \
 *     PLACES.tsv.gz core/src/main/resources/org/dragoman/place/gazetteer.bin
 * }</pre>
 *
 * PLACES has, under a line of headings, the columns geonameid, name, alternates (joined by |), lat, lon, fclass, fcode,
 * country, admin1, population of GeoNames' dump (CC BY 4.0), for towns and first-order divisions. Its country rows are
 * passed over: countries come from countries.tsv.
 */
public final class BuildGazetteer {
    /** Smaller towns that are no seat of anything are entered by their name proper only. */
    private static final long ALTERNATES_FROM = 3_000;
    /** What a region counts as, so that it outranks the villages of its name. */
    private static final long REGION_POPULATION = 3_000_000;

    private static final List<String> ARTICLES =
            List.of("Al ", "An ", "As ", "Ar ", "Ad ", "Az ", "Ash ", "At ", "Al-", "Ar-", "As-", "Ash-");

    private record Row(
            int id, String name, double lat, double lon, String country, String admin, String feature, long people) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Map<Integer, Integer>> sensesByKey = new TreeMap<>();
    private final Map<String, String> adminNames = new HashMap<>();
    private final Map<String, Integer> byAdminCode = new HashMap<>();
    private final Map<Integer, Integer> byId = new HashMap<>();
    private final Map<String, Long> peopleByCountry = new HashMap<>();

    /** @param args the table of places, and where to write */
    public static void main(String[] args) throws IOException {
        BuildGazetteer builder = new BuildGazetteer();
        builder.addPlaces(Path.of(args[0]));
        builder.addCountries();
        builder.addRegions();
        builder.addCounties();
        builder.addAliases();
        builder.write(Path.of(args[1]));
    }

    private void addPlaces(Path table) throws IOException {
        List<String[]> lines = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(table))) {
            forEachLine(in, lines::add);
        }
        lines.remove(0);
        lines.removeIf(cells -> cells[6].startsWith("PCL"));
        lines.sort(Comparator.comparingInt(cells -> Integer.parseInt(cells[0])));
        for (String[] cells : lines) {
            if (cells[6].equals("ADM1")) {
                adminNames.put(cells[7] + "." + cells[8], cells[1]);
            }
        }
        lines.forEach(this::addPlace);
    }

    private void addPlace(String[] cells) {
        String code = cells[7] + "." + cells[8];
        boolean division = cells[6].equals("ADM1");
        Row row = new Row(
                Integer.parseInt(cells[0]),
                cells[1],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                cells[7],
                adminNames.getOrDefault(code, ""),
                cells[6],
                Long.parseLong(cells[9]));
        int place = add(row);
        byId.put(row.id(), place);
        if (division) {
            byAdminCode.put(code, place);
        } else {
            peopleByCountry.merge(row.country(), row.people(), Long::sum);
        }
        name(row.name(), place, Gazetteer.Kind.NAME);
        String bare = withoutArticle(row.name());
        if (!bare.equals(row.name())) {
            name(bare, place, division ? Gazetteer.Kind.NAME : Gazetteer.Kind.ALTERNATE);
        }
        boolean seat = row.feature().startsWith("PPLA") || row.feature().equals("PPLC");
        if (division || seat || row.people() >= ALTERNATES_FROM) {
            for (String alternate : cells[2].split("\\|")) {
                if (isName(alternate)) {
                    boolean variant = isVariant(NameKey.of(alternate), NameKey.of(row.name()));
                    name(alternate, place, variant ? Gazetteer.Kind.NAME : Gazetteer.Kind.ALTERNATE);
                }
            }
        }
    }

    /** Not a romanisation without capitals, a code or an abbreviation. */
    private static boolean isName(String alternate) {
        return alternate.length() > 3
                && alternate.length() <= 40
                && Character.isUpperCase(alternate.charAt(0))
                && !alternate.equals(alternate.toUpperCase(Locale.ROOT));
    }

    /** Whether it is the name itself, shortened or spelt a little differently: "New York", "Sevilla" for "Seville". */
    private static boolean isVariant(String alternate, String name) {
        if (name.startsWith(alternate + " ") || alternate.startsWith(name + " ")) {
            return true;
        }
        int shared = 0;
        while (shared < Math.min(alternate.length(), name.length())
                && alternate.charAt(shared) == name.charAt(shared)) {
            shared++;
        }
        return 3 * shared >= 2 * Math.max(alternate.length(), name.length());
    }

    private static String withoutArticle(String name) {
        for (String article : ARTICLES) {
            if (name.startsWith(article)) {
                return name.substring(article.length());
            }
        }
        return name;
    }

    private void addCountries() {
        table("countries.tsv", cells -> {
            int place = add(new Row(
                    Integer.parseInt(cells[1]),
                    cells[4],
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    cells[0],
                    "",
                    "PCLI",
                    peopleByCountry.getOrDefault(cells[0], 0L)));
            names(cells, 4, place);
            String formal = "Republic of " + cells[4];
            if (!sensesByKey.containsKey(NameKey.of(formal)) && !cells[4].equals("China")) {
                name(formal, place, Gazetteer.Kind.NAME);
            }
        });
    }

    private void addRegions() {
        table("regions.tsv", cells -> {
            int place = add(new Row(
                    Integer.parseInt(cells[2]),
                    cells[5],
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    cells[1].equals("-") ? "" : cells[1],
                    "",
                    cells[0],
                    REGION_POPULATION));
            names(cells, 5, place);
        });
    }

    private void addCounties() {
        table("counties.tsv", cells -> {
            String bare = cells[1];
            String kind = cells[0].equals("LA") ? " Parish" : cells[0].equals("AK") ? " Borough" : " County";
            int place = add(new Row(
                    0,
                    bare + kind,
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    "US",
                    Objects.requireNonNull(adminNames.get("US." + cells[0]), cells[0]),
                    "ADM2",
                    0));
            name(bare + kind, place, Gazetteer.Kind.NAME);
            name(bare, place, Gazetteer.Kind.ALTERNATE);
        });
    }

    private void addAliases() {
        table("aliases.tsv", cells -> {
            Integer place = cells[0].contains(".") ? byAdminCode.get(cells[0]) : byId.get(Integer.parseInt(cells[0]));
            if (place == null) {
                throw new IllegalStateException("aliases.tsv: no such place: " + cells[0]);
            }
            each(cells[1], name -> name(name, place, Gazetteer.Kind.NAME));
            each(cells[2], name -> name(name, place, Gazetteer.Kind.GROUP));
        });
    }

    private int add(Row row) {
        rows.add(row);
        return rows.size() - 1;
    }

    /** Enters a name, other names and group words from three cells. */
    private void names(String[] cells, int from, int place) {
        name(cells[from], place, Gazetteer.Kind.NAME);
        each(cells[from + 1], name -> name(name, place, Gazetteer.Kind.NAME));
        each(cells[from + 2], name -> name(name, place, Gazetteer.Kind.GROUP));
    }

    private void name(String name, int place, Gazetteer.Kind kind) {
        String key = NameKey.of(name);
        if (key.length() < 2) {
            return;
        }
        boolean capitals = name.length() <= 8 && name.chars().noneMatch(Character::isLowerCase);
        Gazetteer.Form form =
                capitals ? Gazetteer.Form.CAPITALS : name.endsWith(".") ? Gazetteer.Form.DOTTED : Gazetteer.Form.ANY;
        int packed = new Gazetteer.Sense(place, kind, form).pack();
        sensesByKey.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(place, packed, Math::min);
    }

    private static void each(String names, Consumer<String> action) {
        for (String name : names.split("\\|")) {
            if (!name.isBlank()) {
                action.accept(name);
            }
        }
    }

    private static void table(String resource, Consumer<String[]> row) {
        try (InputStream in = Objects.requireNonNull(BuildGazetteer.class.getResourceAsStream(resource), resource)) {
            forEachLine(in, row);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void forEachLine(InputStream in, Consumer<String[]> row) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                row.accept(line.split("\t", -1));
            }
        }
    }

    private void write(Path file) throws IOException {
        Map<String, Integer> countries = new LinkedHashMap<>(Map.of("", 0));
        Map<String, Integer> features = new LinkedHashMap<>();
        Map<String, Integer> admins = new LinkedHashMap<>(Map.of("|", 0));
        PackedNumbers columns = new PackedNumbers();
        int before = 0;
        for (Row row : rows) {
            columns.add(row.id() - before);
            before = row.id();
        }
        rows.forEach(row -> columns.addSigned((int) Math.round(row.lat() * Gazetteer.DEGREE)));
        rows.forEach(row -> columns.addSigned((int) Math.round(row.lon() * Gazetteer.DEGREE)));
        rows.forEach(row -> columns.add(index(countries, row.country())));
        rows.forEach(row -> columns.add(index(features, row.feature())));
        rows.forEach(
                row -> columns.add(index(admins, row.admin().isEmpty() ? "|" : row.country() + "|" + row.admin())));
        rows.forEach(row ->
                columns.add((int) Math.round(Math.log10(Math.max(1, row.people())) * Gazetteer.POPULATION_STEPS)));
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (Row row : rows) {
            byte[] name = row.name().getBytes(UTF_8);
            columns.add(name.length);
            names.writeBytes(name);
        }
        try (DataOutputStream out = new DataOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION)))) {
            out.writeInt(Gazetteer.MAGIC);
            strings(out, countries.keySet());
            strings(out, features.keySet());
            strings(
                    out,
                    admins.keySet().stream()
                            .map(admin -> admin.substring(admin.indexOf('|') + 1))
                            .toList());
            out.writeInt(rows.size());
            block(out, columns.bytes());
            block(out, names.toByteArray());
            writeKeys(out);
        }
        System.out.printf("%d places, %d names, %,d bytes%n", rows.size(), sensesByKey.size(), Files.size(file));
    }

    private void writeKeys(DataOutputStream out) throws IOException {
        List<byte[]> keys = new ArrayList<>();
        sensesByKey.keySet().forEach(key -> keys.add(key.getBytes(UTF_8)));
        keys.sort(Arrays::compareUnsigned);
        PackedNumbers lengths = new PackedNumbers();
        PackedNumbers senses = new PackedNumbers();
        ByteArrayOutputStream endings = new ByteArrayOutputStream();
        byte[] last = {};
        int total = 0;
        for (byte[] key : keys) {
            int shared = Arrays.mismatch(last, key);
            lengths.add(shared);
            lengths.add(key.length - shared);
            endings.write(key, shared, key.length - shared);
            total += key.length;
            last = key;
            senses.add(sensesByKey.get(new String(key, UTF_8)).size());
        }
        for (byte[] key : keys) {
            sensesByKey.get(new String(key, UTF_8)).values().forEach(senses::add);
        }
        out.writeInt(keys.size());
        block(out, lengths.bytes());
        block(out, endings.toByteArray());
        out.writeInt(total);
        block(out, senses.bytes());
    }

    private static int index(Map<String, Integer> table, String value) {
        return table.computeIfAbsent(value, v -> table.size());
    }

    private static void strings(DataOutputStream out, Iterable<String> strings) throws IOException {
        List<String> all = new ArrayList<>();
        strings.forEach(all::add);
        out.writeInt(all.size());
        for (String string : all) {
            out.writeUTF(string);
        }
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The counterpart of {@link Gazetteer}'s packed numbers. */
    private static final class PackedNumbers {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void add(int value) {
            int rest = value;
            while ((rest & ~0x7f) != 0) {
                out.write(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            out.write(rest);
        }

        void addSigned(int value) {
            add(value << 1 ^ value >> 31);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
