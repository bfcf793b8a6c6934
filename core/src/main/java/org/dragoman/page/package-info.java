/**
 * Files, folders and standard input to {@link org.dragoman.page.Page}s: bytes with the address they came from, then, by
 * {@link org.dragoman.page.PageText}, characters.
 *
 * <p>{@link org.dragoman.page.PageReader} walks folders and unpacks; {@code Form} tells by a file's first bytes whether it is
 * a page itself or holds pages: {@code WarcPages}, {@code JsonPages} and {@code FeedPages} take these out, one at a time.
 * {@code Sitemap} holds no pages but says of addresses what is read into the listing of pages that come after it.
 * What a feed or record says beside the text travels as {@link org.dragoman.page.Listing}. What a page is and which charset
 * it is in is told by its content.
 *
 * <p>Traps: any file may be cut, broken, huge, deep or a bomb. {@link org.dragoman.page.Limits} holds for each page, not for
 * the file; what is too large or broken costs one failure, and reading goes on at the next place where that is sure: the
 * next record, line or file.
 */
@NullMarked
package org.dragoman.page;

import org.jspecify.annotations.NullMarked;
