/**
 * Files, folders and standard input to {@link org.dragoman.page.Page}s: bytes with the address they came from, then, by
 * {@link org.dragoman.page.PageText}, characters. What a page is and which charset it is in is told by its content.
 */
@NullMarked
package org.dragoman.page;

import org.jspecify.annotations.NullMarked;
