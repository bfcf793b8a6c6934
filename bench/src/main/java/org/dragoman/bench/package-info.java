/**
 * JMH benchmarks of the stages and, in the same run, of the peers that do the same work. All read the stories in
 * {@code samples/}, or in the folder that {@code -Dpages=DIR} names.
 */
@NullMarked
package org.dragoman.bench;

import org.jspecify.annotations.NullMarked;
