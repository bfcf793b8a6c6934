/**
 * Extractions to what people and programs read: table, JSON lines, CSV. {@link org.dragoman.output.Format} names them.
 */
@NullMarked
package org.dragoman.output;

import org.jspecify.annotations.NullMarked;
