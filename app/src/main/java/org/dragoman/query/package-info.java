/**
 * Asking the archive.
 *
 * <p>A {@link org.dragoman.query.Filter} says which records are meant: the same language on the command line, in REST and in
 * the library; its text form is described in docs/filter.md and each of its fields by {@link org.dragoman.query.Field}. What a
 * field means for a kind of record, {@link org.dragoman.query.Target} says in SQL.
 *
 * <p>{@link org.dragoman.query.Query} answers with a {@link org.dragoman.query.Result}: columns and rows of plain values.
 */
@NullMarked
package org.dragoman.query;

import org.jspecify.annotations.NullMarked;
