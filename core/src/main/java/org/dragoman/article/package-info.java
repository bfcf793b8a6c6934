/**
 * {@link org.dragoman.page.Page} to {@link org.dragoman.article.Article}s: the stories on a page, free of furniture.
 */
@NullMarked
package org.dragoman.article;

import org.jspecify.annotations.NullMarked;
