package org.dragoman.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dragoman.table.Table;

/**
 * Makes office-holders.tsv, parties.tsv and armed-groups.tsv from the source tables: {@code BuildActorTables SOURCES OUT}.
 * Each source has the columns alias, canonical, iso3, role, start, end, kind. Only full names of persons and groups are taken: short
 * ones and acronyms mean too many things.
 */
final class BuildActorTables {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)");
    private static final Pattern PARTY_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'-]+(?: (?:of|for|and|the|in))*(?: \\p{Lu}[\\p{L}'-]+){1,5}");
    private static final Pattern PERSON_NAME = Pattern.compile("\\p{Lu}[\\p{L}'.-]*(?: [\\p{L}'.-]+){1,4}");
    private static final Pattern PATRONYMIC = Pattern.compile("(\\S+) \\S+(?:vich|vna|VICH|VNA) (\\S+)");

    /** Dependent territories share their state's head; they would only make his country doubtful. */
    private static final Set<String> STATES = states();

    /** Surnames as the sources romanise them, and as the news does. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "al-ASAD",
            "al-ASSAD",
            "ELSISI",
            "el-SISI",
            "Elsisi",
            "el-SISI",
            "DUBAYBAH",
            "DBEIBEH",
            "Dubaybah",
            "DBEIBEH");

    private static final Set<String> SECTORS = Set.of("GOV", "LEG", "MIL", "JUD");
    private static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);
    private static final LocalDate OPEN_END = LocalDate.of(2099, 12, 31);

    private BuildActorTables() {}

    private static Set<String> states() {
        Set<String> territories = Set.of(
                "ABW", "AIA", "ASM", "BES", "BLM", "BMU", "COK", "CUW", "CYM", "FLK", "FRO", "GGY", "GIB", "GLP", "GRL",
                "GUF", "GUM", "HKG", "IMN", "JEY", "MAC", "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN",
                "PRI", "PYF", "REU", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "VGB", "VIR", "WLF");
        Set<String> states = new TreeSet<>();
        Table.read(Countries.class, "countries.tsv", 5, row -> states.add(row.cell(0)));
        states.removeAll(territories);
        return states;
    }

    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        Set<String> holders = new TreeSet<>();
        for (String source : List.of("factbook_leaders.tsv", "us_congress.tsv", "cia_cabinets_2019.tsv")) {
            rows(sources.resolve(source)).forEach(row -> addHolder(holders, row));
        }
        addPartyLeaders(holders, rows(sources.resolve("factbook_parties.tsv.gz")));
        write(
                out.resolve("office-holders.tsv"),
                holders,
                "Office holders: name, country (ISO 3166 alpha-3), PLOVER sector, office, first and last day known.",
                "Sources: factbook.json's history 2014-07 to 2026-01, party leaders included (CIA World Factbook, public domain; CC0); congress-legislators (CC0);",
                "CIA Chiefs of State snapshot of 2019-06 (public domain). Made by BuildActorTables.");
        writeParties(sources, out);
        Map<String, Set<String>> countries = new TreeMap<>();
        for (String[] row : rows(sources.resolve("ucdp_actors.tsv"))) {
            if (row[0].split(" ", -1).length > 1 && Character.isUpperCase(row[0].charAt(0)) && row[2].length() == 3) {
                countries.computeIfAbsent(row[0], name -> new TreeSet<>()).add(row[2]);
            }
        }
        Set<String> groups = new TreeSet<>();
        countries.forEach((name, where) -> {
            if (where.size() == 1 && !name.contains("Government")) {
                groups.add(where.iterator().next() + "\tREB\t" + name);
            }
        });
        write(
                out.resolve("armed-groups.tsv"),
                groups,
                "Armed groups: country (ISO 3166 alpha-3), PLOVER sector, name. Source: UCDP Actor Dataset 22.1, Uppsala Conflict",
                "Data Program, CC BY 4.0; groups of one country with a name of several words. Made by BuildActorTables.");
    }

    /** Parties of one country with a name of several words; others bear such names too, so each needs support. */
    private static void writeParties(Path sources, Path out) throws IOException {
        Map<String, Set<String>> countries = new TreeMap<>();
        for (String[] row : rows(sources.resolve("factbook_parties.tsv.gz"))) {
            String name = row[0];
            boolean plain = name.indexOf('|') < 0 && name.indexOf('"') < 0 && name.indexOf('(') < 0;
            if (row[6].equals("party") && plain && PARTY_NAME.matcher(name).matches() && STATES.contains(row[2])) {
                countries.computeIfAbsent(name, key -> new TreeSet<>()).add(row[2]);
            }
        }
        Set<String> parties = new TreeSet<>();
        countries.forEach((name, where) -> {
            if (where.size() == 1) {
                parties.add(where.iterator().next() + "\tPTY\t?" + name);
            }
        });
        write(
                out.resolve("parties.tsv"),
                parties,
                "Political parties: country (ISO 3166 alpha-3), PLOVER sector, name; each needs the country to be named, too.",
                "Source: factbook.json's history 2015-10 to 2026-01 (CIA World Factbook, public domain; CC0); parties of one",
                "country with a name of two to six capitalised words. Made by BuildActorTables.");
    }

    /**
     * One row a leader who is known by no office of state, from the first to the last day a snapshot has the name; the
     * party is left out.
     */
    private static void addPartyLeaders(Set<String> holders, List<String[]> rows) {
        Set<String> inOffice = new TreeSet<>();
        holders.forEach(row -> inOffice.add(row.substring(0, row.indexOf('\t') + 4)));
        Map<String, TreeSet<String>> days = new TreeMap<>();
        for (String[] row : rows) {
            boolean leader = row[6].equals("person") && row[3].startsWith("PTY/leader of");
            if (leader && STATES.contains(row[2]) && PERSON_NAME.matcher(row[0]).matches()) {
                TreeSet<String> known = days.computeIfAbsent(row[0] + "\t" + row[2], key -> new TreeSet<>());
                known.add(day(row[4], EARLIEST).toString());
                known.add(day(row[5], OPEN_END).toString());
            }
        }
        days.keySet().removeAll(inOffice);
        days.forEach(
                (leader, known) -> holders.add(leader + "\tPTY\tparty leader\t" + known.first() + "\t" + known.last()));
    }

    private static void addHolder(Set<String> holders, String[] row) {
        String name = PARENTHESES.matcher(row[0]).replaceAll(" ").strip().replaceAll("\\s+", " ");
        String[] role = row[3].split("/", 3);
        LocalDate last = day(row[5], OPEN_END);
        String country = row[2].equals("UNK") ? "XKX" : row[2]; // Kosovo, as one source has it
        if (name.split(" ", -1).length < 2
                || !STATES.contains(country)
                || !SECTORS.contains(role[0])
                || last.isBefore(EARLIEST)) {
            return;
        }
        String office = role[role.length - 1].equals(role[0]) ? "" : role[role.length - 1];
        String rest = String.join(
                "\t", country, role[0], office, day(row[4], EARLIEST).toString(), last.toString());
        holders.add(name + "\t" + rest);
        SPELLINGS.forEach((source, news) -> {
            if (name.contains(source)) {
                holders.add(name.replace(source, news) + "\t" + rest);
            }
        });
        Matcher patronymic = PATRONYMIC.matcher(name);
        if (patronymic.matches()) { // news leaves it out: Vladimir Vladimirovich Putin
            holders.add(patronymic.group(1) + " " + patronymic.group(2) + "\t" + rest);
        }
    }

    /** A day, the first of a month, or what to take for none. */
    private static LocalDate day(String text, LocalDate otherwise) {
        return switch (text.length()) {
            case 10 -> LocalDate.parse(text);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> otherwise;
        };
    }

    private static List<String[]> rows(Path file) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        InputStream bytes = Files.newInputStream(file);
        try (var lines = new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> TAB.split(line, -1)).toList();
        }
    }

    private static void write(Path file, Set<String> rows, String... header) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            for (String line : header) {
                out.print("# " + line + "\n");
            }
            rows.forEach(row -> out.print(row + "\n"));
        }
    }
}
