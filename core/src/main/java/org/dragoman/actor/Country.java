package org.dragoman.actor;

/**
 * A country or territory of ISO 3166.
 *
 * @param iso3 alpha-3 code
 * @param name usual English name
 */
public record Country(String iso3, String name) {
    private static final int ALPHA_3 = 3;

    /** @throws IllegalArgumentException if the code has the wrong length */
    public Country {
        if (iso3.length() != ALPHA_3) {
            throw new IllegalArgumentException("no ISO 3166 alpha-3 code: " + iso3);
        }
    }
}
