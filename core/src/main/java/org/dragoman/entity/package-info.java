/**
 * Which words refer to whom, inside one article.
 *
 * <p>What comes in is an {@link org.dragoman.nlp.Analysis}; what goes out are {@link org.dragoman.entity.Entities}: clusters of {@link
 * org.dragoman.entity.Mention}s, each with its best name and the words that describe it. {@link
 * org.dragoman.entity.CoreferenceResolver} is the door. {@code MentionFinder} finds the noun phrases; the resolver walks along
 * them in text order and joins each to a {@code Cluster} before it, or starts one: names by name, surname or acronym,
 * descriptions that say nothing new ("the official") by noun, pronouns by number, gender and salience.
 *
 * <p>Terms: a <i>mention</i> is words that refer; its <i>head</i> is the one word that stands for all of it in the grammar, and
 * the key by which later stages ask for it; a <i>description</i> is a noun with the words beside it.
 *
 * <p>Traps: "I" and "we" are joined to who is quoted in their sentence only; who speaks a whole statement is told by {@code quote}
 * and by the actors' issuer. Places are never joined to what stands beside them, since "Paris, France" is two places.
 */
@NullMarked
package org.dragoman.entity;

import org.jspecify.annotations.NullMarked;
