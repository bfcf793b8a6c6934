package org.dragoman.article;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.dragoman.text.Span;

/**
 * A part of a live blog, written at a time of its own.
 *
 * @param span of {@link Article#body}, whole paragraphs
 * @param day as the page writes it
 * @param time as the page writes it, in the same zone as the day; empty if it tells only the day
 */
public record LiveEntry(Span span, LocalDate day, Optional<LocalTime> time) {}
