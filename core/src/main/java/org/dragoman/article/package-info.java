/**
 * {@link org.dragoman.page.Page} to {@link org.dragoman.article.Article}s: the stories on a page, free of furniture.
 *
 * <p>Terms: <em>furniture</em> is what surrounds news (menus, share rows, teasers, comments); a <em>block</em> is the text
 * between two block-level tags; a <em>witness</em> is any place of a page that tells its headline, day or author.
 *
 * <p>HTML: {@code HtmlArticles} parses once; {@code HtmlBlocks} reads the tree into a row of blocks; {@code BodyFinder}
 * weighs them and takes the element with the greatest sum; {@code TitleVote}, {@code PublicationDate} and {@code
 * AuthorFinder} ask the witnesses, which {@code Metadata} and {@code StructuredData} collect. Plain text: {@code
 * TextStories} tells stories apart by what repeats and what reads like prose. {@code LanguageGate} comes last.
 * {@link org.dragoman.article.Signature} finds copies among articles; {@link org.dragoman.article.PageMap} finds an article's
 * words on its page. Both are made when asked for.
 *
 * <p>Traps: names of classes and ids lie as often as they help, so what they say counts only for a small part of a page;
 * depth and length of pages are an attacker's choice, so nothing here recurses into the tree or looks back without bound.
 */
@NullMarked
package org.dragoman.article;

import org.jspecify.annotations.NullMarked;
