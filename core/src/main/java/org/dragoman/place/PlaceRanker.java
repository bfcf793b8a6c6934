package org.dragoman.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dragoman.text.Token;

/**
 * Chooses, for every place name of an article, the place it means: by how well known each place of that name is, by words
 * beside the name ("Paris, Texas", "Anbar province") and by the company of the article's other places. One name means
 * one place throughout, unless words beside it say otherwise.
 */
final class PlaceRanker {
    /**
     * How much each sign counts; linear, in units of one power of ten of people.
     *
     * @param people for each power of ten of inhabitants
     * @param alternate for a name that isn't the place's own
     * @param country for a country
     * @param division for a first-order division
     * @param namesake for a division that bears the name of its seat: mostly the town is meant
     * @param region for a continent, region, sea, mountain range
     * @param capital for a country's capital
     * @param seat for a seat of a first-order division
     * @param quarter for a part of a town
     * @param county for a second-order division
     * @param inside for words right after it that name what it lies in ("Paris, Texas")
     * @param beside for what it lies in, or lies in it, a few words away
     * @param kind for a word beside it that says what it is ("province", "river")
     * @param sameCountry for the share of the article's other places that lie in its country
     * @param sameDivision for the share of them that lie in its first-order division
     * @param near for one other place of the article within a day's reach; twice as much for two or more
     */
    record Weights(
            double people,
            double alternate,
            double country,
            double division,
            double namesake,
            double region,
            double capital,
            double seat,
            double quarter,
            double county,
            double inside,
            double beside,
            double kind,
            double sameCountry,
            double sameDivision,
            double near) {}

    /** Found by hill climbing over half of the development articles, see {@code TuneRanking} among the tests. */
    static final Weights TUNED =
            new Weights(0.8, -0.3, 3.0, 1.0, -2.0, 0.3, 2.5, 1.2, 0.1, 2.6, 4.7, 1.3, 0.7, 5.0, 4.0, 1.0);

    private static final int ROUNDS = 3;
    /** So that an article of nothing but names stays cheap: only so many distinct names count as company. */
    private static final int COMPANY = 200;

    private static final int MOST_SENSES = 48;
    private static final double NEAR_KM = 120;
    private static final int BESIDE_TOKENS = 8;

    private final Gazetteer gazetteer;
    private final PlaceWords words;
    private final Weights weights;

    PlaceRanker(Gazetteer gazetteer, PlaceWords words, Weights weights) {
        this.gazetteer = gazetteer;
        this.words = words;
        this.weights = weights;
    }

    /** All mentions of one name and what is known about its senses. */
    private static final class Name {
        final List<Gazetteer.Sense> senses;
        final double[] prior;
        /** The strongest sign beside any of its mentions. */
        final double[] beside;

        /** What the article's other places add. */
        double[] company;

        final double[] chance;

        Name(List<Gazetteer.Sense> senses) {
            this.senses = senses;
            prior = new double[senses.size()];
            beside = new double[senses.size()];
            company = new double[senses.size()];
            chance = new double[senses.size()];
        }

        int best() {
            int best = 0;
            for (int i = 1; i < chance.length; i++) {
                if (chance[i] > chance[best]) {
                    best = i;
                }
            }
            return best;
        }
    }

    /** The places of {@code mentions}, which are one article's, in text order; one for each. */
    List<Toponym> rank(List<Mention> mentions) {
        Map<String, Name> names = new LinkedHashMap<>();
        List<Name> nameOf = new ArrayList<>();
        for (Mention mention : mentions) {
            // "US" and "us", "Ala." and "Ala" have different senses: the form belongs to the name
            String key = mention.key() + mention.senses().hashCode();
            nameOf.add(names.computeIfAbsent(key, k -> name(mention)));
        }
        List<double[]> signs = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            double[] sign = signs(mentions, nameOf, i);
            signs.add(sign);
            double[] strongest = nameOf.get(i).beside;
            for (int s = 0; s < sign.length; s++) {
                strongest[s] = Math.max(strongest[s], sign[s]);
            }
        }
        List<Name> all = new ArrayList<>(names.values());
        for (Name name : all) {
            chances(name, name.beside);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Company whole = new Company(all);
            for (Name name : all) {
                name.company = whole.support(name);
            }
            for (Name name : all) {
                chances(name, name.beside);
            }
        }
        List<Toponym> toponyms = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Name name = nameOf.get(i);
            double[] own = signs.get(i);
            double[] sign = new double[own.length];
            for (int s = 0; s < sign.length; s++) {
                sign[s] = Math.max(own[s], 0.7 * name.beside[s]);
            }
            chances(name, sign);
            int best = name.best();
            toponyms.add(new Toponym(
                    mentions.get(i).span(),
                    gazetteer.place(name.senses.get(best).place()),
                    certainty(name, best) * mentions.get(i).strength()));
        }
        return toponyms;
    }

    private Name name(Mention mention) {
        List<Gazetteer.Sense> senses = mention.senses();
        if (senses.size() > MOST_SENSES) {
            senses = senses.stream()
                    .sorted((a, b) -> Double.compare(prior(b), prior(a)))
                    .limit(MOST_SENSES)
                    .toList();
        }
        Name name = new Name(senses);
        for (int s = 0; s < senses.size(); s++) {
            name.prior[s] = prior(senses.get(s));
            if (isNamesake(senses, senses.get(s).place())) {
                name.prior[s] += weights.namesake;
            }
        }
        return name;
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
        double score = weights.people * gazetteer.magnitude(sense.place());
        if (sense.kind() == Gazetteer.Kind.ALTERNATE) {
            score += weights.alternate;
        }
        return score
                + switch (gazetteer.feature(sense.place())) {
                    case "PCLI" -> weights.country;
                    case "ADM1" -> weights.division;
                    case "PPLC" -> weights.capital;
                    case "PPLA" -> weights.seat;
                    case "PPLX" -> weights.quarter;
                    case "ADM2" -> weights.county;
                    default -> isTown(sense.place()) ? 0 : weights.region;
                };
    }

    /** For each sense of mention {@code i}, what the words beside it add. */
    private double[] signs(List<Mention> mentions, List<Name> nameOf, int i) {
        Mention mention = mentions.get(i);
        Name name = nameOf.get(i);
        double[] signs = new double[name.senses.size()];
        addKind(mention, name, signs);
        for (int j = Math.max(0, i - 2); j <= Math.min(mentions.size() - 1, i + 2); j++) {
            if (j == i || mentions.get(j).sentence() != mention.sentence()) {
                continue;
            }
            Mention other = mentions.get(j);
            int between = j > i ? other.first() - mention.last() - 1 : mention.first() - other.last() - 1;
            if (between > BESIDE_TOKENS || between < 0) {
                continue;
            }
            boolean joined = between == 1
                    && Math.abs(i - j) == 1
                    && mention.sentence()
                            .token(Math.max(mention.first(), other.first()) - 1)
                            .form()
                            .equals(",");
            double[] best = bestFit(name, nameOf.get(j), j > i, joined);
            for (int s = 0; s < signs.length; s++) {
                signs[s] = Math.max(signs[s], best[s]);
            }
        }
        return signs;
    }

    /** For each sense of {@code name}, how well it goes with some sense of a name beside it. */
    private double[] bestFit(Name name, Name other, boolean before, boolean joined) {
        double[] best = new double[name.senses.size()];
        double top = Arrays.stream(other.prior).max().orElse(0);
        for (int s = 0; s < best.length; s++) {
            for (int o = 0; o < other.senses.size(); o++) {
                int place = name.senses.get(s).place();
                int beside = other.senses.get(o).place();
                boolean fits = before ? inside(place, beside) : inside(beside, place);
                boolean reversed = !joined && (before ? inside(beside, place) : inside(place, beside));
                // an obscure sense of the other name is a weaker sign
                double doubt = Math.min(0.9, 0.15 * (top - other.prior[o]));
                if (fits && joined) {
                    best[s] = Math.max(best[s], weights.inside * (1 - doubt));
                } else if (fits || reversed) {
                    best[s] = Math.max(best[s], weights.beside * (1 - doubt));
                }
            }
        }
        return best;
    }

    private boolean inside(int place, int whole) {
        if (place == whole) {
            return false;
        }
        return switch (gazetteer.feature(whole)) {
            case "PCLI" ->
                gazetteer.sameCountry(place, whole) && !gazetteer.feature(place).equals("PCLI");
            case "ADM1" ->
                gazetteer.sameAdmin(place, whole) && !gazetteer.feature(place).equals("ADM1");
            case "ADM2" -> gazetteer.sameAdmin(place, whole) && isTown(place) && kilometres(place, whole) < 80;
            default ->
                isTown(place)
                        && isTown(whole)
                        && gazetteer.magnitude(whole) > gazetteer.magnitude(place)
                        && kilometres(place, whole) < 40;
        };
    }

    private void addKind(Mention mention, Name name, double[] signs) {
        String after = form(mention, mention.last() + 1);
        String before = form(mention, mention.first() - 1);
        String word = before.equals("of") ? form(mention, mention.first() - 2) : "";
        boolean division = words.is(PlaceWords.Type.DIVISION, after) || words.is(PlaceWords.Type.DIVISION, word);
        boolean town = words.is(PlaceWords.Type.TOWN, after) || words.is(PlaceWords.Type.TOWN, word);
        boolean nature = words.is(PlaceWords.Type.NATURE, after);
        if (!division && !town && !nature) {
            return;
        }
        for (int s = 0; s < signs.length; s++) {
            int place = name.senses.get(s).place();
            String feature = gazetteer.feature(place);
            boolean isDivision = feature.startsWith("ADM") || feature.equals("RGN");
            boolean isTown = isTown(place);
            if ((division && isDivision) || (town && isTown) || (nature && !isDivision && !isTown)) {
                signs[s] += weights.kind;
            }
        }
    }

    private static String form(Mention mention, int token) {
        if (token < 0 || token >= mention.sentence().size()) {
            return "";
        }
        Token found = mention.sentence().token(token);
        return found.form().toLowerCase(Locale.ROOT);
    }

    private static void softmax(double[] scores, double[] chances) {
        double top = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            chances[i] = Math.exp(2 * (scores[i] - top));
            sum += chances[i];
        }
        for (int i = 0; i < scores.length; i++) {
            chances[i] /= sum;
        }
    }

    private static void chances(Name name, double[] signs) {
        double[] scores = new double[name.prior.length];
        for (int s = 0; s < scores.length; s++) {
            scores[s] = name.prior[s] + name.company[s] + signs[s];
        }
        softmax(scores, name.chance);
    }

    /** The chance of the place found and of those so near that they come to the same. */
    private double certainty(Name name, int best) {
        double chance = 0;
        int place = name.senses.get(best).place();
        for (int s = 0; s < name.chance.length; s++) {
            if (s == best || kilometres(place, name.senses.get(s).place()) < 50) {
                chance += name.chance[s];
            }
        }
        return Math.min(1, chance);
    }

    private boolean isTown(int place) {
        return gazetteer.feature(place).startsWith("PPL")
                || gazetteer.feature(place).equals("STLMT");
    }

    private double kilometres(int place, int other) {
        double north = Math.toRadians(gazetteer.latitude(other) - gazetteer.latitude(place));
        double middle = Math.toRadians((gazetteer.latitude(other) + gazetteer.latitude(place)) / 2);
        double east = Math.toRadians(gazetteer.longitude(other) - gazetteer.longitude(place)) * Math.cos(middle);
        return 6371 * Math.sqrt(north * north + east * east);
    }

    /** Where the article's places lie, by what is thought of them so far. */
    private final class Company {
        private final List<Name> names;
        private final Map<String, Double> countries = new HashMap<>();
        private final Map<String, Double> divisions = new HashMap<>();

        Company(List<Name> names) {
            this.names = names.size() > COMPANY ? names.subList(0, COMPANY) : names;
            for (Name name : this.names) {
                for (int s = 0; s < name.chance.length; s++) {
                    int place = name.senses.get(s).place();
                    countries.merge(gazetteer.country(place), name.chance[s], Double::sum);
                    divisions.merge(gazetteer.division(place), name.chance[s], Double::sum);
                }
            }
        }

        double[] support(Name name) {
            double[] support = new double[name.senses.size()];
            double others = names.size() - 1 + 0.5;
            Map<String, Double> ownCountries = new HashMap<>();
            Map<String, Double> ownDivisions = new HashMap<>();
            for (int s = 0; s < support.length; s++) {
                int place = name.senses.get(s).place();
                ownCountries.merge(gazetteer.country(place), name.chance[s], Double::sum);
                ownDivisions.merge(gazetteer.division(place), name.chance[s], Double::sum);
            }
            for (int s = 0; s < support.length; s++) {
                int place = name.senses.get(s).place();
                String country = gazetteer.country(place);
                String division = gazetteer.division(place);
                if (!country.isEmpty()) {
                    support[s] += weights.sameCountry * share(countries, ownCountries, country, others);
                }
                if (!division.isEmpty()) {
                    support[s] += weights.sameDivision * share(divisions, ownDivisions, division, others);
                }
                if (weights.near != 0 && support.length > 1) {
                    support[s] += weights.near * neighbours(name, place);
                }
            }
            return support;
        }

        private static double share(Map<String, Double> all, Map<String, Double> own, String where, double others) {
            return Math.max(0, all.getOrDefault(where, 0.0) - own.getOrDefault(where, 0.0)) / others;
        }

        private int neighbours(Name name, int place) {
            int found = 0;
            for (Name other : names) {
                int neighbour = other.senses.get(other.best()).place();
                if (other != name
                        && neighbour != place
                        && !gazetteer.feature(neighbour).startsWith("PCL")
                        && kilometres(place, neighbour) < NEAR_KM
                        && ++found == 2) {
                    break;
                }
            }
            return found;
        }
    }
}
