/**
 * Text to {@link org.dragoman.nlp.Analysis}: sentences, tokens, lemmas, parts of speech, dependencies, names and
 * attribution tags. One encoder pass per block of sentences gives all layers.
 */
@NullMarked
package org.dragoman.nlp;

import org.jspecify.annotations.NullMarked;
