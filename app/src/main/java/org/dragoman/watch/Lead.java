package org.dragoman.watch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.dragoman.page.Listing;

/**
 * A page or sitemap that a feed or sitemap names.
 *
 * @param told when it was published or changed, if that is said
 */
record Lead(URI address, Listing listing, Optional<Instant> told) {
    /** Whether it is said to be from before {@code time}. */
    boolean isBefore(Instant time) {
        return told.isPresent() && told.get().isBefore(time);
    }
}
