/**
 * Who did what to whom: frames over the dependency graph to {@link org.dragoman.event.Event}s of PLOVER types.
 */
@NullMarked
package org.dragoman.event;

import org.jspecify.annotations.NullMarked;
