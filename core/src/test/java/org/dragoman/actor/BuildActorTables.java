package org.dragoman.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dragoman.table.Table;

/**
 * Makes office-holders.tsv, parties.tsv, armed-groups.tsv and regions.tsv from the source tables: {@code BuildActorTables
 * SOURCES PLACES OUT}. Each source of SOURCES has the columns alias, canonical, iso3, role, start, end, kind; PLACES is a
 * table of GeoNames. Only full names of persons and groups are taken: short ones and acronyms mean too many things.
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
    private static final LocalDate PHOENIX_END = LocalDate.of(2015, 2, 17);
    private static final Set<String> IN_OFFICE = Set.of("GOV", "LEG", "MIL", "JUD", "SPY", "COP");
    private static final Pattern CAPITALS_NAME = Pattern.compile("\\p{Lu}[\\p{Lu}'.-]*(?: [\\p{Lu}'.-]+){1,4}");

    /** Titles, and words of institutions. */
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:PRESIDENT|PRIME|MINISTER|SECRETARY|KING|QUEEN|PRINCE|PRINCESS|GENERAL|COL|GEN|DR|MR|AMBASSADOR|GOVERNOR|SENATOR|CHANCELLOR"
                    + "|FOREIGN|DEFEN[CS]E|DEPUTY|VICE|CHAIRMAN|CHIEF|FORMER|ADMIRAL|PREMIER|EMIR|SULTAN|ACTING|BISHOP)\\b"
                    + "|\\b(?:OF|FOR|AND|THE|MINISTRY|MINISTER|DEPARTMENT|GOVERNMENT|COUNCIL|HOUSE|PARTY|OFFICE|AGENCY|BUREAU|ARMY|FORCES?"
                    + "|POLICE|COURT|PARLIAMENT|ASSEMBLY|COMMITTEE|COMMISSION|BANK|AUTHORITY|REPUBLIC|STATES|NATIONAL|UNION)\\b");

    /** People in a town that the news takes for known. */
    private static final long LARGE = 150_000;

    /** The same for American towns, many of which bear a surname, and the weight of a division. */
    private static final long VERY_LARGE = 400_000;

    /** How many times the next place of a name must the one be meant have. */
    private static final long CLEAR = 3;

    private static final Pattern ARTICLE = Pattern.compile("(?i)^(?:al|ar|as|ad|an|ash|at|az|el)[ -]");
    private static final Pattern REGION_NAME = Pattern.compile("\\p{Lu}[\\p{L}']{2,}+(?:[ -]\\p{L}[\\p{L}']+){0,3}");
    private static final Pattern DIVISION = Pattern.compile(
            "(?i)^(?:province|state|governorate|region|district) of |\\b(?:province|governorate|region|district|oblast|state|city|county|department|prefecture|sheng|shi)$");

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
        Path places = Path.of(arguments[1]);
        Path out = Path.of(arguments[2]);
        Set<String> holders = new TreeSet<>();
        for (String source : List.of("factbook_leaders.tsv", "us_congress.tsv", "cia_cabinets_2019.tsv")) {
            rows(sources.resolve(source)).forEach(row -> addHolder(holders, row));
        }
        addPastHolders(holders, rows(sources.resolve("phoenix_countries.tsv.gz")));
        addPartyLeaders(holders, rows(sources.resolve("factbook_parties.tsv.gz")));
        write(
                out.resolve("office-holders.tsv"),
                holders,
                "Office holders: name, country (ISO 3166 alpha-3), PLOVER sector, office, first and last day known.",
                "Sources: factbook.json's history 2014-07 to 2026-01, party leaders included (CIA World Factbook, public domain; CC0); congress-legislators (CC0);",
                "CIA Chiefs of State snapshot of 2019-06 (public domain); Phoenix dictionaries (Open Event Data Alliance, MIT) to 2015-02, one row",
                "a person and country, from the first to the last day in office. Made by BuildActorTables.");
        writeParties(sources, out);
        writeRegions(places, out);
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
     * Persons in office by the Phoenix dictionaries, which write in capitals and hold institutions and titles with names, too.
     * Offices outlast the dictionaries, but who knows how long: they end where the dictionaries do.
     */
    private static void addPastHolders(Set<String> holders, List<String[]> rows) {
        Set<String> known = new TreeSet<>();
        holders.forEach(row -> known.add(row.substring(0, row.indexOf('\t') + 4).toUpperCase(Locale.ROOT)));
        Map<String, TreeSet<String>> days = new TreeMap<>();
        for (String[] row : rows) {
            String sector = row[3].length() < 3 ? "" : row[3].substring(0, 3);
            boolean dated = !row[4].isEmpty() || !row[5].isEmpty();
            if (dated
                    && IN_OFFICE.contains(sector)
                    && STATES.contains(row[2])
                    && CAPITALS_NAME.matcher(row[0]).matches()
                    && !NO_NAME.matcher(row[0]).find()) {
                TreeSet<String> terms =
                        days.computeIfAbsent(row[0] + "\t" + row[2] + "\t" + sector, key -> new TreeSet<>());
                terms.add(day(row[4], EARLIEST).toString());
                terms.add(day(row[5], PHOENIX_END).toString());
            }
        }
        days.forEach((person, terms) -> {
            int tab = person.indexOf('\t');
            LocalDate last = LocalDate.parse(terms.last());
            if (!known.contains(person.substring(0, tab + 4)) && !last.isBefore(EARLIEST)) {
                String name = capitalised(person.substring(0, tab));
                holders.add(name + person.substring(tab) + "\t-\t" + terms.first() + "\t" + terms.last());
            }
        });
    }

    /** "JULIE BISHOP" as "Julie Bishop". */
    private static String capitalised(String capitals) {
        StringBuilder name = new StringBuilder(capitals.toLowerCase(Locale.ROOT));
        for (int i = 0; i < name.length(); i++) {
            if (i == 0 || " -'.".indexOf(name.charAt(i - 1)) >= 0) {
                name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
            }
        }
        return name.toString();
    }

    /**
     * First-order divisions and large towns whose name nothing of weight bears in another country: a police chief of Basra
     * is Iraq's.
     */
    private static void writeRegions(Path places, Path out) throws IOException {
        Map<String, String> iso3 = new TreeMap<>();
        Set<String> taken = new TreeSet<>();
        Table.read(Countries.class, "countries.tsv", 5, row -> {
            iso3.put(row.cell(1), row.cell(0));
            for (int column = 2; column < 5; column++) {
                taken.addAll(row.alternatives(column));
            }
        });
        Table.read(Countries.class, "/org/dragoman/place/words.tsv", 2, row -> row.words(1)
                .forEach(word -> taken.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))));
        Map<String, Map<String, Long>> weights = new TreeMap<>();
        Map<String, String> homes = new TreeMap<>();
        for (String[] row : rows(places)) {
            boolean division = row[6].equals("ADM1");
            long people = row[9].matches("[0-9]+") ? Long.parseLong(row[9]) : 0;
            long weight = Math.max(people, division ? VERY_LARGE : 0);
            Set<String> names = new TreeSet<>();
            names.add(plain(row[1]));
            names.add(ARTICLE.matcher(plain(row[1])).replaceFirst(""));
            if (division || people >= LARGE) {
                String sound = sound(row[1]);
                for (String alternate : row[2].split("\\|", -1)) {
                    if (sound(alternate).equals(sound)) { // "Raqqah", "Ar Raqqa"; not what other languages call it
                        names.add(plain(alternate));
                    }
                }
            }
            for (String name : names) {
                boolean fits = REGION_NAME.matcher(name).matches()
                        && name.length() > 3
                        && !name.equals(name.toUpperCase(Locale.ROOT))
                        && !taken.contains(name);
                if (fits && iso3.containsKey(row[7]) && (row[5].equals("P") || division)) {
                    weights.computeIfAbsent(name, key -> new TreeMap<>()).merge(iso3.get(row[7]), weight, Math::max);
                }
            }
        }
        weights.forEach((name, byCountry) -> {
            List<Map.Entry<String, Long>> ranked = byCountry.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .toList();
            long first = ranked.get(0).getValue();
            long second = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
            String country = ranked.get(0).getKey();
            if (first >= (country.equals("USA") ? VERY_LARGE : LARGE) && first >= CLEAR * second) {
                homes.put(name, country);
            }
        });
        Map<String, TreeSet<String>> byCountry = new TreeMap<>();
        homes.forEach((name, country) ->
                byCountry.computeIfAbsent(country, key -> new TreeSet<>()).add(name));
        Set<String> lines = new TreeSet<>();
        byCountry.forEach((country, names) -> lines.add(country + "\t" + String.join("|", names)));
        write(
                out.resolve("regions.tsv"),
                lines,
                "First-order divisions and towns of 150,000 people and more (American ones: 400,000) that tell a party's country: country (ISO 3166 alpha-3), names.",
                "Source: GeoNames, CC BY 4.0, dump of March 2023; names of one country only. Made by BuildActorTables.");
    }

    /** What spellings of an Arabic, Persian or Russian name have in common. */
    private static String sound(String name) {
        String word = ARTICLE.matcher(plain(name).toLowerCase(Locale.ROOT)).replaceFirst("");
        return word.replaceAll("[ '-]", "")
                .replaceAll("ah$|eh$", "a")
                .replace('e', 'i')
                .replace('o', 'u')
                .replaceAll("(.)\\1", "$1");
    }

    /** A name without accents and without what kind of division it is. */
    private static String plain(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "")
                .replace('\u2019', '\'');
        return DIVISION.matcher(ascii).replaceAll("").strip();
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
