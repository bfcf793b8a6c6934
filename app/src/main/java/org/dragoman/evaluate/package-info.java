/**
 * Predictions against gold: what share was found, and what share of what was found is right. Each task of
 * {@link org.dragoman.predict} has an {@link org.dragoman.evaluate.Evaluator}, which reads a gold file and the predictions made
 * for it and answers with a small table of {@link org.dragoman.evaluate.Score}s. Gold may be one's own: a file that
 * {@code predict} wrote, corrected by hand, with the texts added where a task needs them.
 *
 * <p>Offsets in these files count Unicode code points. An id without a prediction counts as one without any finds; a
 * prediction for an id that gold doesn't have is ignored.
 */
@NullMarked
package org.dragoman.evaluate;

import org.jspecify.annotations.NullMarked;
