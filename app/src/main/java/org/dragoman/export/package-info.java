/**
 * Taking records out of an archive: as Parquet, CSV and JSON lines with all columns, and in the layouts that others' tools
 * read. {@link org.dragoman.export.Export} writes a file and the meaning of its columns beside it; what a layout's columns
 * hold stands in the table of its name, such as {@code polecat.tsv}. {@link org.dragoman.export.Plot} draws series.
 *
 * <p>Traps: CAMEO codes are texts, as their leading zeros count. Columns whose codes aren't shipped (FIPS, Correlates of War)
 * stay blank, and the dictionary says so.
 */
@NullMarked
package org.dragoman.export;

import org.jspecify.annotations.NullMarked;
