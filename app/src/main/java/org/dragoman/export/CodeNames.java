package org.dragoman.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** SQL macros that the layouts' expressions use: words of a text, names and codes of countries, agents of CAMEO. */
final class CodeNames {
    /** PLOVER's sectors as CAMEO's agents; those that CAMEO lacks have none. JRN and MED are reversed between the two. */
    private static final String AGENTS = "MAP {'JRN': 'MED', 'MED': 'HLH', 'COP': 'COP', 'GOV': 'GOV', 'JUD': 'JUD',"
            + " 'LEG': 'LEG', 'MIL': 'MIL', 'PTY': 'PTY', 'REB': 'REB', 'SPY': 'SPY', 'UAF': 'UAF', 'AGR': 'AGR',"
            + " 'BUS': 'BUS', 'CRM': 'CRM', 'CVL': 'CVL', 'EDU': 'EDU', 'ELI': 'ELI', 'LAB': 'LAB', 'REF': 'REF',"
            + " 'OPP': 'OPP', 'IGO': 'IGO', 'NGO': 'NGO', 'MNC': 'MNC', 'IMG': 'IMG', 'UNO': 'IGO'}";

    static final List<String> MACROS = List.of(
            "CREATE TEMP MACRO words(text, span) AS CASE WHEN len(span) >= 2"
                    + " THEN substr(text, span[1] + 1, span[2] - span[1]) END",
            "CREATE TEMP MACRO agents(country, sectors) AS list_filter(list_transform("
                    + "list_prepend(country, coalesce(sectors, [])), lambda sector: " + AGENTS
                    + "[sector]), lambda agent: agent IS NOT NULL)",
            "CREATE TEMP MACRO cameo_country(country) AS CASE WHEN country NOT IN"
                    + " ('IGO', 'UNO', 'NGO', 'ISM', 'IMG', 'MNC') THEN country END",
            "CREATE TEMP MACRO country_name(code) AS " + map(true) + "[code]",
            "CREATE TEMP MACRO country_code(code) AS " + map(false) + "[code]");

    private CodeNames() {}

    /** From ISO 3166 alpha-2 and alpha-3 to the English name, or from alpha-2 to alpha-3. */
    private static String map(boolean names) {
        return Arrays.stream(Locale.getISOCountries())
                .map(alpha2 -> new Locale("", alpha2))
                .map(country -> names
                        ? entry(country.getCountry(), country.getDisplayCountry(Locale.ENGLISH)) + ", "
                                + entry(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH))
                        : entry(country.getCountry(), country.getISO3Country()))
                .collect(Collectors.joining(", ", "MAP {", "}"));
    }

    private static String entry(String key, String value) {
        return "'" + key + "': '" + value.replace("'", "''") + "'";
    }
}
