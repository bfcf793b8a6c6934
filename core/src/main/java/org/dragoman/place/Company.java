package org.dragoman.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the article's places lie, by what is thought of them so far. */
final class Company {
    /** So that an article of nothing but names stays cheap: only so many distinct names count. */
    private static final int MOST_NAMES = 200;

    private static final double NEAR_KM = 120;

    private final Gazetteer gazetteer;
    private final RankingWeights weights;
    private final List<SensesOfName> names;
    private final Map<String, Double> countries = new HashMap<>();
    private final Map<String, Double> divisions = new HashMap<>();

    Company(List<SensesOfName> names, Gazetteer gazetteer, RankingWeights weights) {
        this.gazetteer = gazetteer;
        this.weights = weights;
        this.names = names.subList(0, Math.min(MOST_NAMES, names.size()));
        for (SensesOfName name : this.names) {
            for (int s = 0; s < name.chance.length; s++) {
                int place = name.place(s);
                countries.merge(gazetteer.country(place), name.chance[s], Double::sum);
                divisions.merge(gazetteer.division(place), name.chance[s], Double::sum);
            }
        }
    }

    /** For each sense of {@code name}, what the other places add. */
    double[] support(SensesOfName name) {
        double[] support = new double[name.size()];
        double others = names.size() - 1 + 0.5;
        Map<String, Double> ownCountries = new HashMap<>();
        Map<String, Double> ownDivisions = new HashMap<>();
        for (int s = 0; s < support.length; s++) {
            int place = name.place(s);
            ownCountries.merge(gazetteer.country(place), name.chance[s], Double::sum);
            ownDivisions.merge(gazetteer.division(place), name.chance[s], Double::sum);
        }
        for (int s = 0; s < support.length; s++) {
            int place = name.place(s);
            String country = gazetteer.country(place);
            String division = gazetteer.division(place);
            if (!country.isEmpty()) {
                support[s] += weights.sameCountry() * share(countries, ownCountries, country, others);
            }
            if (!division.isEmpty()) {
                support[s] += weights.sameDivision() * share(divisions, ownDivisions, division, others);
            }
            if (support.length > 1) {
                support[s] += weights.near() * neighbours(name, place);
            }
        }
        return support;
    }

    private static double share(Map<String, Double> all, Map<String, Double> own, String where, double others) {
        return Math.max(0, all.getOrDefault(where, 0.0) - own.getOrDefault(where, 0.0)) / others;
    }

    private int neighbours(SensesOfName name, int place) {
        int found = 0;
        for (SensesOfName other : names) {
            int neighbour = other.place(other.best());
            if (other != name
                    && neighbour != place
                    && !gazetteer.feature(neighbour).startsWith("PCL")
                    && gazetteer.kilometres(place, neighbour) < NEAR_KM
                    && ++found == 2) {
                break;
            }
        }
        return found;
    }
}
