package org.dragoman.page;

import java.util.function.Consumer;

/**
 * Who gets what is read.
 *
 * @param pages gets each page
 * @param failures gets what can't be read
 */
record Receiver(Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
    void page(Page page) {
        pages.accept(page);
    }

    /**
     * Reports something that can't be read.
     *
     * @param reason one line without the name
     */
    void failure(String name, String reason) {
        failures.accept(new UnreadablePageException(name, reason));
    }
}
