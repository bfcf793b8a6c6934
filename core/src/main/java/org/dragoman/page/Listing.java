package org.dragoman.page;

import java.util.List;

/**
 * What a feed or a JSON record says of a page beside its text. It comes from the publisher or from whoever collected the
 * pages, so it goes before what the page itself seems to say. Empty where nothing is said.
 *
 * @param title headline
 * @param authors names or bylines as written
 * @param published as written, whatever the form: ISO 8601, RFC 822, ...
 * @param source name of the publisher
 * @param language ISO 639-1 code, possibly with a region: {@code en-GB}
 */
public record Listing(String title, List<String> authors, String published, String source, String language) {
    /** Nothing is known. */
    public static final Listing NONE = new Listing("", List.of(), "", "", "");

    public Listing {
        authors = List.copyOf(authors);
    }
}
