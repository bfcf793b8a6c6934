/**
 * The façade: {@link org.dragoman.Dragoman} reads a page and gives one {@link org.dragoman.Extraction} for each story on
 * it.
 *
 * <p>Packages in reading order, each importing only those before it: table, text, page, article, nlp, entity, actor, place,
 * time, quote, event, and this one.
 */
@NullMarked
package org.dragoman;

import org.jspecify.annotations.NullMarked;
