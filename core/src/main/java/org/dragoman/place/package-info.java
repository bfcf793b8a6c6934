/**
 * Place names to points on the map.
 */
@NullMarked
package org.dragoman.place;

import org.jspecify.annotations.NullMarked;
