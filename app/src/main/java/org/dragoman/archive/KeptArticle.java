package org.dragoman.archive;

import org.dragoman.article.Article;

/**
 * An article as an archive keeps it.
 *
 * @param page id of its page
 * @param number position on the page, from 0
 * @param seq its sequence number in the archive
 * @param article what was found on the page; details that the archive doesn't keep are missing
 */
public record KeptArticle(long page, int number, long seq, Article article) {}
