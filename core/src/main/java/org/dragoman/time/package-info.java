/**
 * Words for time to calendar days, relative to the day of publication.
 *
 * <p>What comes in is an {@link org.dragoman.nlp.Analysis} and the story's date, if it is known; what goes out are {@link
 * org.dragoman.time.TimeExpression}s, each a run of days: one for "on Wednesday", thirty for "in June", more for "since
 * 1979". {@link org.dragoman.time.TimeResolver} is the door, {@code TimeReader} the grammar over one sentence's words,
 * {@code words.tsv} its vocabulary.
 *
 * <p>Traps: a weekday is the latest such day, the day of publication included, unless its verb is in the future; a day
 * without a year is the nearest such day. Which expression dates which event is the event coder's business.
 */
@NullMarked
package org.dragoman.time;

import org.jspecify.annotations.NullMarked;
