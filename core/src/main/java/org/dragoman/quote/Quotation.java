package org.dragoman.quote;

import org.dragoman.text.Span;

/**
 * Words between quotation marks, outermost marks only.
 *
 * @param span the words with their marks; where a speech goes on in the next paragraph, to the end of its own
 * @param inner the words without marks
 * @param goesOn whether it goes on where the quotation before it stopped, a paragraph earlier
 */
record Quotation(Span span, Span inner, boolean goesOn) {}
