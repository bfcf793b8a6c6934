/**
 * Who is who: {@link org.dragoman.entity.Entity} to {@link org.dragoman.actor.Actor}, a party with country and sector as of the story's
 * date.
 *
 * <p>{@link org.dragoman.actor.ActorResolver} is the door. A {@link org.dragoman.actor.UserTable} wins over all. Else the text is
 * asked first: {@code PhraseReader} cuts what an article calls a party at its prepositions and looks the words up as
 * countries, regions, bodies, role nouns and office holders, and {@code PhraseCoder} tells from what stands where which country
 * and sector that gives: the words before the first preposition say who it is, those after of what. Then tables: an
 * office at the date, an office that is one country's, a surname with a title. {@code Issuer} finds whose statement an article
 * is, so that its "we" and its ministers have a country. An {@link org.dragoman.actor.ActorMemory} is asked last.
 *
 * <p>Terms: a <i>body</i> is an organisation, agency, party or armed group; a <i>region</i> tells the country of who belongs to
 * it but is no party itself; a name that others bear, too, needs <i>support</i>: the text must speak of its country.
 *
 * <p>Traps: blank means not known, and stays so. "Paris" in "Valeska Paris" is no place, "US-led" forces are not American, a
 * minister of nobody named is nobody's. Office holders end where their sources do: a year later they are former ones.
 */
@NullMarked
package org.dragoman.actor;

import org.jspecify.annotations.NullMarked;
