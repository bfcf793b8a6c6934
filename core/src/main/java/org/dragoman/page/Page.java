package org.dragoman.page;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;

/**
 * A page as fetched, before anything is understood of it.
 *
 * @param url where it came from: a URL, or a file's path when that is all there is
 * @param content the body, decompressed; not copied, so don't write to it
 * @param charset as the transport told it; empty if it didn't
 * @param fetched when it was fetched; empty if unknown. Not a publication date
 * @param listing what came with it; {@link Listing#NONE} for a page on its own
 */
@SuppressWarnings("ArrayRecordComponent") // identity equality is right here: pages are read once, never compared
public record Page(String url, byte[] content, Optional<Charset> charset, Optional<Instant> fetched, Listing listing) {
    /** A page of which only address and bytes are known. */
    public static Page of(String url, byte[] content) {
        return new Page(url, content, Optional.empty(), Optional.empty(), Listing.NONE);
    }
}
