package org.dragoman.page;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Who gets what is read at one path. Keeps what sitemaps list, so that pages read after them get it. Not thread-safe. */
final class Receiver {
    /** As many as one sitemap may name (sitemaps.org). */
    private static final int MOST_LISTED = 50_000;

    private final Consumer<Page> pages;
    private final Consumer<UnreadablePageException> failures;
    private final Map<String, Listing> listed = new HashMap<>();
    private boolean told;

    /**
     * @param pages gets each page
     * @param failures gets what can't be read
     */
    Receiver(Consumer<Page> pages, Consumer<UnreadablePageException> failures) {
        this.pages = pages;
        this.failures = failures;
    }

    /** Hands a page on, with what a sitemap says of it unless it brings that itself. */
    void page(Page page) {
        told = true;
        Listing listing =
                page.listing().equals(Listing.NONE) ? listed.getOrDefault(page.url(), Listing.NONE) : page.listing();
        pages.accept(new Page(page.url(), page.content(), page.charset(), page.fetched(), listing));
    }

    /**
     * Reports something that can't be read.
     *
     * @param reason one line without the name
     */
    void failure(String name, String reason) {
        failure(new UnreadablePageException(name, reason));
    }

    void failure(UnreadablePageException failure) {
        told = true;
        failures.accept(failure);
    }

    /** Keeps what a sitemap says of the page at this address; past some number no more. */
    void list(String url, Listing listing) {
        if (listed.size() < MOST_LISTED) {
            listed.put(url, listing);
        }
    }

    /** Has there been a page or a failure? */
    boolean hasTold() {
        return told;
    }
}
