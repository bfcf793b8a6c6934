package org.dragoman.archive;

/** Where an event is told to be; country only if the text names no more. */
record Where(long geonames, String country, String admin, double latitude, double longitude, String feature) {
    private static final double NEAR_KILOMETRES = 50;
    private static final double KILOMETRES_PER_DEGREE = 111;

    static final Where UNKNOWN = new Where(0, "", "", 0, 0, "");

    boolean isKnown() {
        return !feature.isEmpty();
    }

    boolean isTown() {
        return feature.startsWith("P") && !feature.startsWith("PCL");
    }

    boolean mayBe(Where other) {
        if (!isKnown() || !other.isKnown() || (geonames == other.geonames && geonames != 0)) {
            return true;
        }
        if (!country.equals(other.country)) {
            return false;
        }
        if (feature.startsWith("PCL") || other.feature.startsWith("PCL")) {
            return true;
        }
        if (!isTown() || !other.isTown()) {
            return admin.equals(other.admin);
        }
        double north = (latitude - other.latitude) * KILOMETRES_PER_DEGREE;
        double east = (longitude - other.longitude) * KILOMETRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east) <= NEAR_KILOMETRES;
    }
}
