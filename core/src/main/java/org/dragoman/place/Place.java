package org.dragoman.place;

/**
 * A place of the gazetteer.
 *
 * @param geonamesId GeoNames' number; 0 if it has none
 * @param name as the gazetteer writes it
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param country ISO 3166 alpha-2; empty for what lies in no country or in several
 * @param admin first-order division's name; may be empty
 * @param feature GeoNames feature code, such as PPLC or PCLI
 */
public record Place(
        int geonamesId, String name, double latitude, double longitude, String country, String admin, String feature) {}
