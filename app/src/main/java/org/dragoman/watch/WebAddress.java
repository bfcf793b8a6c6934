package org.dragoman.watch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses that can be fetched, in one spelling each, so that the same page is asked for once. */
final class WebAddress {
    private static final int LONGEST = 2_000;
    private static final BasicURLNormalizer NORMALIZER =
            BasicURLNormalizer.newBuilder().build();

    private WebAddress() {}

    /**
     * The address in its usual spelling: host in lower case and ASCII, odd characters escaped, without fragment
     * or a user's name.
     *
     * @throws IllegalArgumentException if it isn't an http or https address with a host
     */
    static URI of(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        String usual = text.matches("(?i)https?://.*") ? normalized(text) : null;
        if (usual == null) {
            throw new IllegalArgumentException("is no http or https address");
        }
        try {
            URI address = new URI(usual);
            if (address.getHost() == null) {
                throw new IllegalArgumentException("is an address without a host");
            }
            return address;
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("is no http or https address", broken);
        }
    }

    private static @Nullable String normalized(String text) {
        try {
            return NORMALIZER.filter(text);
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("is no http or https address", broken);
        }
    }

    /**
     * What a link found at {@code base} leads to.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    static URI of(URI base, String link) {
        String text = link.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("is no address");
        }
        if (text.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return of(text);
        }
        try {
            return of(base.resolve(text.replace(" ", "%20")).toString());
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("is no http or https address", broken);
        }
    }

    /** Whom a request to the address is a burden to. */
    static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
