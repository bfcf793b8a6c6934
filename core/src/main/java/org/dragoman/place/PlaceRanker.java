package org.dragoman.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses, for every place name of an article, the place it means: by how well known each place of that name is, by words
 * beside the name ({@link Surroundings}) and by the article's other places ({@link Company}). One name means one place
 * throughout, unless words beside it say otherwise.
 */
final class PlaceRanker {
    private static final int ROUNDS = 3;
    private static final int MOST_SENSES = 48;
    /** How much of the strongest sign beside any mention counts for mentions without one. */
    private static final double ELSEWHERE = 0.7;
    /** Places so near each other come to the same. */
    private static final double SAME_KM = 50;

    private final Gazetteer gazetteer;
    private final RankingWeights weights;
    private final Surroundings surroundings;

    PlaceRanker(Gazetteer gazetteer, PlaceWords words, RankingWeights weights) {
        this.gazetteer = gazetteer;
        this.weights = weights;
        surroundings = new Surroundings(gazetteer, words, weights);
    }

    /** A name with what it can mean as it is written: "US" and "us", "Ala." and "Ala" differ. */
    private record Spelling(String key, List<Gazetteer.Sense> senses) {}

    /** The places of {@code mentions}, which are one article's, in text order; one for each. */
    List<Toponym> rank(List<Mention> mentions) {
        Map<Spelling, SensesOfName> distinct = new LinkedHashMap<>();
        List<SensesOfName> names = new ArrayList<>();
        for (Mention mention : mentions) {
            Spelling spelling = new Spelling(mention.key(), mention.senses());
            names.add(distinct.computeIfAbsent(spelling, s -> name(mention)));
        }
        List<double[]> signs = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            signs.add(surroundings.signs(mentions, names, i));
            names.get(i).addBeside(signs.get(i));
        }
        weighTogether(List.copyOf(distinct.values()));
        List<Toponym> toponyms = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            SensesOfName name = names.get(i);
            double[] own = signs.get(i);
            for (int s = 0; s < own.length; s++) {
                own[s] = Math.max(own[s], ELSEWHERE * name.beside[s]);
            }
            name.weigh(own);
            int best = name.best();
            toponyms.add(new Toponym(
                    mentions.get(i).span(),
                    gazetteer.place(name.place(best)),
                    certainty(name, best) * mentions.get(i).strength()));
        }
        return toponyms;
    }

    /** Lets the places of an article pull each other together. */
    private void weighTogether(List<SensesOfName> names) {
        names.forEach(name -> name.weigh(name.beside));
        for (int round = 0; round < ROUNDS; round++) {
            Company company = new Company(names, gazetteer, weights);
            for (SensesOfName name : names) {
                name.company = company.support(name);
            }
            names.forEach(name -> name.weigh(name.beside));
        }
    }

    private SensesOfName name(Mention mention) {
        List<Gazetteer.Sense> senses = mention.senses();
        if (senses.size() > MOST_SENSES) {
            senses = senses.stream()
                    .sorted((a, b) -> Double.compare(prior(b), prior(a)))
                    .limit(MOST_SENSES)
                    .toList();
        }
        double[] prior = new double[senses.size()];
        for (int s = 0; s < prior.length; s++) {
            prior[s] = prior(senses.get(s));
            if (isNamesake(senses, senses.get(s).place())) {
                prior[s] += weights.namesake();
            }
        }
        return new SensesOfName(senses, prior);
    }

    /** Whether the place is a division and one of the others its seat. */
    private boolean isNamesake(List<Gazetteer.Sense> senses, int place) {
        if (!gazetteer.feature(place).equals("ADM1")) {
            return false;
        }
        for (Gazetteer.Sense sense : senses) {
            String feature = gazetteer.feature(sense.place());
            if (sense.kind() == Gazetteer.Kind.NAME
                    && (feature.equals("PPLA") || feature.equals("PPLC"))
                    && gazetteer.sameAdmin(place, sense.place())) {
                return true;
            }
        }
        return false;
    }

    private double prior(Gazetteer.Sense sense) {
        double score = weights.people() * gazetteer.magnitude(sense.place());
        if (sense.kind() == Gazetteer.Kind.ALTERNATE) {
            score += weights.alternate();
        }
        return score
                + switch (gazetteer.feature(sense.place())) {
                    case "PCLI" -> weights.country();
                    case "ADM1" -> weights.division();
                    case "PPLC" -> weights.capital();
                    case "PPLA" -> weights.seat();
                    case "PPLX" -> weights.quarter();
                    case "ADM2" -> weights.county();
                    default -> gazetteer.isTown(sense.place()) ? 0 : weights.region();
                };
    }

    /** The chance of the place found and of those so near that they come to the same. */
    private double certainty(SensesOfName name, int best) {
        double chance = 0;
        for (int s = 0; s < name.size(); s++) {
            if (s == best || gazetteer.kilometres(name.place(best), name.place(s)) < SAME_KM) {
                chance += name.chance[s];
            }
        }
        return Math.min(1, chance);
    }
}
