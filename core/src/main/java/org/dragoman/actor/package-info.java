/**
 * {@link org.dragoman.entity.Entity} to {@link org.dragoman.actor.Actor}: country, sector and role as of the story's date.
 */
@NullMarked
package org.dragoman.actor;

import org.jspecify.annotations.NullMarked;
