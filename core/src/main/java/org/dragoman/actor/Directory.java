package org.dragoman.actor;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dragoman.table.Table;

/**
 * Who is who by name: organisations and armed groups, with their case; office holders by full name whatever their case
 * and accents, each with the days they held an office. Immutable.
 */
final class Directory {
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern ARTICLE = Pattern.compile("(?i)^(?:al|el)-");
    private static final String SEPARATORS = "'’.-";

    /**
     * An organisation or armed group.
     *
     * @param name the usual name
     * @param country as in {@link Actor}
     * @param sector as in {@link Actor}; may be empty
     * @param needsSupport whether others bear the same name, so that the text must speak of the country, too
     */
    record Organisation(String name, String country, String sector, boolean needsSupport) {}

    /**
     * A person's time in an office.
     *
     * @param country alpha-3 code
     * @param sector PLOVER sector of the office
     * @param office what it is called; may be empty
     * @param first first day known to hold it
     * @param last last day known to hold it
     */
    record Tenure(String country, String sector, String office, LocalDate first, LocalDate last) {
        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /**
     * A person with one of his tenures.
     *
     * @param name for comparison
     */
    private record Holder(String name, Tenure tenure) {
        boolean firstNamed(String fullName) {
            int space = fullName.indexOf(' ');
            return space < 0 || name.startsWith(fullName.substring(0, space + 1));
        }
    }

    /**
     * An office that usually is one country's.
     *
     * @param others further countries that have one; {@code *} for many
     */
    private record Office(String country, List<String> others) {
        boolean isCertain(Predicate<String> spokenOf) {
            return spokenOf.test(country)
                    || (!others.contains("*") && others.stream().noneMatch(spokenOf));
        }
    }

    /** Offices whose holders the news names by surname alone. */
    private static final Set<String> LEADERS = Set.of(
            "President", "Prime Minister", "Chancellor", "King", "Supreme Leader", "Premier", "prez", "Taoiseach");

    private final Map<String, Organisation> organisations = new HashMap<>();
    private final Map<String, List<Tenure>> people = new HashMap<>();

    private final Map<String, List<Holder>> bySurname = new HashMap<>();
    private final Map<String, Office> byOffice = new HashMap<>();

    private Directory() {}

    /** Loads the shipped tables. */
    static Directory open() {
        Directory directory = new Directory();
        Table.read(Directory.class, "organisations.tsv", 3, directory::addOrganisation);
        Table.read(Directory.class, "armed-groups.tsv", 3, directory::addOrganisation);
        Table.read(Directory.class, "parties.tsv", 3, directory::addOrganisation);
        Table.read(Directory.class, "office-holders.tsv", 6, directory::addTenure);
        Table.read(Directory.class, "offices.tsv", 3, directory::addOffices);
        return directory;
    }

    private void addOrganisation(Table.Row row) {
        List<String> names = row.alternatives(2);
        for (String name : names) {
            boolean shared = name.startsWith("?");
            String plain = (shared ? name.substring(1) : name).replace('’', '\'');
            // earlier tables are the more careful ones
            organisations.putIfAbsent(plain, new Organisation(names.get(0), row.cell(0), row.cell(1), shared));
        }
    }

    private void addTenure(Table.Row row) {
        Tenure tenure = new Tenure(row.cell(1), row.cell(2), row.cell(3), day(row.cell(4)), day(row.cell(5)));
        String name = key(row.cell(0));
        people.computeIfAbsent(name, key -> new ArrayList<>()).add(tenure);
        bySurname
                .computeIfAbsent(key(surname(row.cell(0))), key -> new ArrayList<>())
                .add(new Holder(name, tenure));
    }

    /** The part in capitals, as in "XI Jinping", else the last word that is no "Jr."; without an Arabic article. */
    private static String surname(String name) {
        String last = name;
        for (String word : name.split(" ", -1)) {
            if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && word.indexOf('.') < 0) {
                return ARTICLE.matcher(word).replaceFirst("");
            }
            last = word.startsWith("Jr") ? last : word;
        }
        return ARTICLE.matcher(last.endsWith(",") ? last.substring(0, last.length() - 1) : last)
                .replaceFirst("");
    }

    private void addOffices(Table.Row row) {
        Office office = new Office(row.cell(0), row.alternatives(1));
        row.alternatives(2).forEach(name -> byOffice.put(name, office));
    }

    /**
     * The country whose office that is: "Deputy Secretary of State".
     *
     * @param spokenOf whether the text speaks of a country
     */
    Optional<String> countryOfOffice(String office, Predicate<String> spokenOf) {
        return Optional.ofNullable(byOffice.get(office.toLowerCase(Locale.ROOT)))
                .filter(found -> found.isCertain(spokenOf))
                .map(Office::country);
    }

    Optional<Organisation> organisation(String name) {
        return Optional.ofNullable(organisations.get(name));
    }

    /** The offices of the person so named, in the table's order; none if nobody is. */
    List<Tenure> offices(String fullName) {
        return people.getOrDefault(key(fullName), List.of());
    }

    /** The terms of the heads of state and government with this surname, in the table's order. */
    List<Tenure> leaders(String surname) {
        return bySurname.getOrDefault(key(surname(surname)), List.of()).stream()
                .map(Holder::tenure)
                .filter(tenure -> LEADERS.contains(tenure.office()))
                .toList();
    }

    /** The terms of those who bear this name, a surname alone or with the first name, in the table's order. */
    List<Tenure> namesakes(String name) {
        String key = key(name);
        return bySurname.getOrDefault(key(surname(name)), List.of()).stream()
                .filter(holder -> holder.firstNamed(key))
                .map(Holder::tenure)
                .toList();
    }

    /** A name for comparison: lower case, no accents, one blank between its parts. */
    private static String key(String name) {
        String plain = ASCII.matcher(name).matches()
                ? name
                : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder key = new StringBuilder(plain.length());
        boolean open = false;
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (Character.isWhitespace(letter) || SEPARATORS.indexOf(letter) >= 0) {
                open = key.length() > 0;
            } else {
                if (open) {
                    key.append(' ');
                    open = false;
                }
                key.append(Character.toLowerCase(letter));
            }
        }
        return key.toString();
    }

    /** As {@link LocalDate#parse}, ten times as fast: the table has tens of thousands. */
    private static LocalDate day(String text) {
        if (text.length() != 10) {
            throw new IllegalArgumentException("no day: " + text);
        }
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }
}
