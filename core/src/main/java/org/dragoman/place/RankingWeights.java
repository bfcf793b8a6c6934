package org.dragoman.place;

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
record RankingWeights(
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
        double near) {
    /** Found by hill climbing over half of the development articles, see {@code TuneRanking} among the tests. */
    static final RankingWeights TUNED =
            new RankingWeights(0.8, -1.4, 3.0, 1.0, -2.0, 0.3, 2.5, 1.2, 0.1, 2.6, 4.7, 1.3, 0.7, 5.0, 4.0, 1.0);
}
