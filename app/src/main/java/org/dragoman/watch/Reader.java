package org.dragoman.watch;

import org.dragoman.archive.ReadPage;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;

/** Reads the pages that a watch fetches, one at a time. */
@FunctionalInterface
public interface Reader {
    /**
     * What is read on a page.
     *
     * @throws UnreadablePageException if nothing can be read on it
     */
    ReadPage read(Page page) throws UnreadablePageException;
}
