/**
 * Who said what: {@link org.dragoman.nlp.Analysis} and {@link org.dragoman.actor.Cast} to {@link
 * org.dragoman.quote.Statement}s.
 */
@NullMarked
package org.dragoman.quote;

import org.jspecify.annotations.NullMarked;
