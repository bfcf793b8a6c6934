package org.dragoman.place;

import org.dragoman.text.Span;

/**
 * A place name in the text and the place it means.
 *
 * @param span the name's words
 * @param place what it means
 * @param certainty 0 to 1
 */
public record Toponym(Span span, Place place, double certainty) {}
