/**
 * The evaluation tasks: inputs as the gold data has them in, predictions in the scorers' formats out. Offsets in these
 * files count Unicode code points.
 */
@NullMarked
package org.dragoman.predict;

import org.jspecify.annotations.NullMarked;
