package org.dragoman.watch;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer.
 *
 * @param address where it came from in the end, after redirects
 * @param changed whether it is another than the one whose validators were sent; if not, it has no content
 * @param content decompressed; not copied
 * @param mediaType in lower case without parameters, empty if not told
 * @param charset as told
 * @param fresh how long the server says that it stays as it is, zero if it doesn't say
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read, never compared
record Fetched(
        URI address,
        boolean changed,
        byte[] content,
        String mediaType,
        Optional<Charset> charset,
        Validators validators,
        Duration fresh) {}
