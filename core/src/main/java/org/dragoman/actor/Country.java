package org.dragoman.actor;

/**
 * A country or territory of ISO 3166.
 *
 * @param iso3 alpha-3 code
 * @param iso2 alpha-2 code
 * @param name usual English name
 */
public record Country(String iso3, String iso2, String name) {
    /** @throws IllegalArgumentException if a code has the wrong length */
    public Country {
        if (iso3.length() != 3 || iso2.length() != 2) {
            throw new IllegalArgumentException("no ISO 3166 codes: " + iso3 + ", " + iso2);
        }
    }
}
