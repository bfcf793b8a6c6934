package org.dragoman.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dragoman.table.Table;

/**
 * Countries by name, by demonym, by seat of government and by regions and towns. Names are looked up with their case, since "US" and "us" differ;
 * a name all in capitals ("CANBERRA") is looked up as if it were capitalised. Immutable.
 */
public final class Countries {
    private final Map<String, Country> byName = new HashMap<>();
    private final Map<String, Country> byDemonym = new HashMap<>();
    private final Map<String, Country> bySeat = new HashMap<>();

    private final Map<String, String> byRegion = new HashMap<>();

    private Countries() {}

    /** Loads the shipped tables. */
    public static Countries open() {
        Countries countries = new Countries();
        Table.read(Countries.class, "countries.tsv", 5, countries::add);
        Table.read(Countries.class, "regions.tsv", 2, row -> row.alternatives(1)
                .forEach(region -> countries.byRegion.put(region, row.cell(0))));
        return countries;
    }

    private void add(Table.Row row) {
        List<String> names = row.alternatives(2);
        Country country = new Country(row.cell(0), names.get(0));
        names.forEach(name -> byName.put(name, country));
        row.alternatives(3).forEach(demonym -> byDemonym.put(demonym, country));
        row.alternatives(4).forEach(seat -> bySeat.put(seat, country));
    }

    /** The country so called: "Iraq", "the United States". */
    public Optional<Country> named(String name) {
        return find(byName, name);
    }

    /** The country whose people or things are so called: "Iraqi", "Iraqis". */
    public Optional<Country> ofDemonym(String demonym) {
        return find(byDemonym, demonym);
    }

    /** The country whose government sits there: "Baghdad", "the Kremlin". */
    public Optional<Country> seatedIn(String seat) {
        return find(bySeat, seat);
    }

    /** The alpha-3 code of the country in which the division or large town so called lies: "Anbar", "Karachi". */
    Optional<String> ofRegion(String region) {
        return find(byRegion, region);
    }

    /** Whether the word means a country's people, one by one: "Syrians", but not "Syrian" nor "Chinese". */
    boolean isPeople(String demonym) {
        return demonym.endsWith("s")
                && ofDemonym(demonym).isPresent()
                && ofDemonym(demonym.substring(0, demonym.length() - 1)).isPresent();
    }

    private static <T> Optional<T> find(Map<String, T> countries, String words) {
        T found = countries.get(words);
        if (found == null && words.length() > 3 && words.equals(words.toUpperCase(Locale.ROOT))) {
            found = countries.get(capitalised(words));
        }
        return Optional.ofNullable(found);
    }

    private static String capitalised(String capitals) {
        StringBuilder words = new StringBuilder(capitals.toLowerCase(Locale.ROOT));
        for (int i = 0; i < words.length(); i++) {
            if (i == 0 || words.charAt(i - 1) == ' ') {
                words.setCharAt(i, Character.toUpperCase(words.charAt(i)));
            }
        }
        return words.toString();
    }
}
