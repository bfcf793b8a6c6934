/**
 * Text and its grammar: spans, tokens, dependencies, sentences. The lowest layer: imports nothing of ours.
 *
 * <p>Every offset in Dragoman's Java API is a half-open range of UTF-16 code units into the article's text, so that
 * {@code text.substring(span.start(), span.end())} is always the words meant. Only evaluation files use Unicode code
 * points; they are converted at the door.
 */
@NullMarked
package org.dragoman.text;

import org.jspecify.annotations.NullMarked;
