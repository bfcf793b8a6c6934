package org.dragoman.archive;

import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.Reading;
import org.dragoman.page.Page;
import org.dragoman.page.UnreadablePageException;

/**
 * A page with what was read on it.
 *
 * @param page as fetched
 * @param readings one an article, in page order
 */
public record ReadPage(Page page, List<Reading> readings) {
    public ReadPage {
        readings = List.copyOf(readings);
    }

    /**
     * Reads a page.
     *
     * @throws UnreadablePageException if nothing can be read on it, be it our own mistake: that must not cost the user the
     *     rest of the run
     */
    public static ReadPage of(Dragoman dragoman, Page page) throws UnreadablePageException {
        try {
            List<Reading> readings = dragoman.readings(page);
            if (readings.isEmpty()) {
                throw new UnreadablePageException(page.url(), "holds no article");
            }
            return new ReadPage(page, readings);
        } catch (RuntimeException | StackOverflowError mistake) {
            throw new UnreadablePageException(page.url(), "could not be read, which is a mistake of ours: " + mistake);
        }
    }
}
