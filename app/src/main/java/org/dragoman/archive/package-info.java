/**
 * The archive: what was read, kept in a folder.
 *
 * <p>In comes a {@link org.dragoman.archive.ReadPage}: a page with the readings of its articles. DuckDB holds the truth in
 * {@code archive.duckdb}, in the tables that {@code migration-*.sql} beside these classes define and explain; the full-text
 * index in the folder {@code index} is derived from it, and made anew where it is missing.
 *
 * <p>{@link org.dragoman.archive.Archive} opens the folder, takes pages in and gives connections to query. What is taken in
 * together goes into one transaction, so that a process killed at any moment leaves whole batches behind. Ids come from
 * content ({@link org.dragoman.archive.Ids}): a page that is read again is known, and taking it in again changes nothing,
 * unless program, model or tables have changed since: {@link org.dragoman.archive.Version} says which made a row, and rows of
 * another version are replaced.
 *
 * <p>Words: a <i>report</i> is what one article tells of an event, an <i>event</i> is the real one, told by one or more
 * reports; <i>copies</i> are near-duplicate articles; a <i>story</i> is what several articles, copies or not, tell about.
 *
 * <p>Traps: one process at a time may write, and while it does no other may read. A DuckDB error closes its Statement.
 * Offsets in the tables count Unicode code points, those in Java UTF-16 code units.
 */
@NullMarked
package org.dragoman.archive;

import org.jspecify.annotations.NullMarked;
