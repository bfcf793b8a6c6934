/**
 * Place names to points on the map.
 *
 * <p>What comes in is an {@link org.dragoman.nlp.Analysis}; what goes out are {@link org.dragoman.place.Toponym}s: the
 * words, the {@link org.dragoman.place.Place} they mean, and how certain that is. {@link
 * org.dragoman.place.PlaceResolver} is the door. Behind it, {@code ToponymFinder} decides which words name places at all,
 * {@code PlaceRanker} which place each name means, and {@code Gazetteer} knows the places: towns of 500 people and more,
 * first-order divisions, American counties, countries with their peoples, continents, regions, seas, some rivers.
 *
 * <p>Terms: a <i>mention</i> is words that may name a place; a <i>sense</i> is one place a name can mean; a <i>group</i>
 * word ("Iraqi", "Kurds") names a people and stands where its country or region is.
 *
 * <p>Traps: "Washington" is on the map where Washington is even when it means a government, which is the actor's business.
 * What lies in no country or in several has an empty country. A place outside the gazetteer is left out, not guessed.
 */
@NullMarked
package org.dragoman.place;

import org.jspecify.annotations.NullMarked;
