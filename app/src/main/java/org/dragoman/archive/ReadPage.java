package org.dragoman.archive;

import java.util.List;
import org.dragoman.Reading;
import org.dragoman.page.Page;

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
}
