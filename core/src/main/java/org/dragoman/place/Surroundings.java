package org.dragoman.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dragoman.text.Token;

/** What the words beside a name say about the place it means: "Paris, Texas", "Anbar province", "the city of Homs". */
final class Surroundings {
    private static final int BESIDE_TOKENS = 8;
    private static final double IN_COUNTY_KM = 80;
    private static final double IN_TOWN_KM = 40;

    private final Gazetteer gazetteer;
    private final PlaceWords words;
    private final RankingWeights weights;

    Surroundings(Gazetteer gazetteer, PlaceWords words, RankingWeights weights) {
        this.gazetteer = gazetteer;
        this.words = words;
        this.weights = weights;
    }

    /** For each sense of mention {@code i}, what the words beside it add. */
    double[] signs(List<Mention> mentions, List<SensesOfName> names, int i) {
        Mention mention = mentions.get(i);
        SensesOfName name = names.get(i);
        double[] signs = new double[name.size()];
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
            double[] best = bestFit(name, names.get(j), j > i, joined);
            for (int s = 0; s < signs.length; s++) {
                signs[s] = Math.max(signs[s], best[s]);
            }
        }
        return signs;
    }

    /** For each sense of {@code name}, how well it goes with some sense of a name beside it. */
    private double[] bestFit(SensesOfName name, SensesOfName other, boolean before, boolean joined) {
        double[] best = new double[name.size()];
        double top = Arrays.stream(other.prior).max().orElse(0);
        for (int s = 0; s < best.length; s++) {
            for (int o = 0; o < other.size(); o++) {
                int place = name.place(s);
                int beside = other.place(o);
                boolean fits = before ? inside(place, beside) : inside(beside, place);
                boolean reversed = !joined && (before ? inside(beside, place) : inside(place, beside));
                // an obscure sense of the other name is a weaker sign
                double doubt = Math.min(0.9, 0.15 * (top - other.prior[o]));
                if (fits && joined) {
                    best[s] = Math.max(best[s], weights.inside() * (1 - doubt));
                } else if (fits || reversed) {
                    best[s] = Math.max(best[s], weights.beside() * (1 - doubt));
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
            case "ADM2" ->
                gazetteer.sameAdmin(place, whole)
                        && gazetteer.isTown(place)
                        && gazetteer.kilometres(place, whole) < IN_COUNTY_KM;
            default ->
                gazetteer.isTown(place)
                        && gazetteer.isTown(whole)
                        && gazetteer.magnitude(whole) > gazetteer.magnitude(place)
                        && gazetteer.kilometres(place, whole) < IN_TOWN_KM;
        };
    }

    private void addKind(Mention mention, SensesOfName name, double[] signs) {
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
            int place = name.place(s);
            String feature = gazetteer.feature(place);
            boolean isDivision = feature.startsWith("ADM") || feature.equals("RGN");
            boolean isTown = gazetteer.isTown(place);
            if ((division && isDivision) || (town && isTown) || (nature && !isDivision && !isTown)) {
                signs[s] += weights.kind();
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
}
