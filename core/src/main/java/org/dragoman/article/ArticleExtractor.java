package org.dragoman.article;

import java.util.List;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;

/** Finds the articles on a page. Immutable, safe to share between threads. */
public final class ArticleExtractor {
    /**
     * The stories on {@code page}, in page order; none if it holds no article.
     *
     * @throws UnreadablePageException if the bytes are no page, or no language we read
     */
    public List<Article> extract(Page page) throws UnreadablePageException {
        return List.of();
    }
}
