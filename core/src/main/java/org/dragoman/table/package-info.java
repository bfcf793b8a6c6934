/**
 * Shipped tables: plain, commented UTF-8 text that a researcher can read and extend, one row a line, columns separated by
 * tabs. Whatever is wrong with one is told with file and line.
 */
@NullMarked
package org.dragoman.table;

import org.jspecify.annotations.NullMarked;
