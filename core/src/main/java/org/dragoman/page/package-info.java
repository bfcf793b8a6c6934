/**
 * Files, folders and standard input to {@link org.dragoman.page.Page}s: bytes with the address they came from.
 */
@NullMarked
package org.dragoman.page;

import org.jspecify.annotations.NullMarked;
