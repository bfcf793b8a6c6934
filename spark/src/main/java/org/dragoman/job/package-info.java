/**
 * The same reading on Apache Spark.
 *
 * <p>In come files with pages, on any file system that Hadoop knows; out go Parquet tables with the archive's columns, by
 * batch and day of publication ({@link org.dragoman.job.Store}). What a page becomes is made by the same code as in the
 * archive, {@link org.dragoman.archive.PageRows}; a test compares the two row by row.
 *
 * <p>{@link org.dragoman.job.ReadJob} divides the files into tasks ({@link org.dragoman.job.Share}); a task's pages come as a
 * {@link org.dragoman.job.PageStream}, and {@link org.dragoman.job.TaskReader} reads them with the model and tables that its
 * executor loads once for all its threads.
 *
 * <p>Words: a <i>batch</i> is what is read together and replaced together. Traps: rows without a day of publication stand in
 * {@code published=__HIVE_DEFAULT_PARTITION__}; {@code version} is a number made from the version's parts, to be looked up in
 * the table {@code versions}, and another than in an archive.
 */
@NullMarked
package org.dragoman.job;

import org.jspecify.annotations.NullMarked;
