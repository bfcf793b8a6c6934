/**
 * Words for time to calendar days, relative to the day of publication.
 */
@NullMarked
package org.dragoman.time;

import org.jspecify.annotations.NullMarked;
