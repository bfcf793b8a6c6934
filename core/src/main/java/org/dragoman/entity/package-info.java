/**
 * {@link org.dragoman.nlp.Analysis} to {@link org.dragoman.entity.Entities}: which words refer to whom, inside one article.
 */
@NullMarked
package org.dragoman.entity;

import org.jspecify.annotations.NullMarked;
