/** The command line: one class a command, thin over the library. */
@NullMarked
package org.dragoman.cli;

import org.jspecify.annotations.NullMarked;
