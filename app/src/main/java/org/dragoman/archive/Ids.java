package org.dragoman.archive;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.dragoman.page.Page;

/**
 * Ids made from content: the same input has the same id, whenever and wherever it is read. An id is the first 63 bits of a
 * SHA-256, a positive number; among ten million records two share an id once in two hundred thousand archives.
 */
public final class Ids {
    private static final Pattern WEB_ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*://.*", Pattern.DOTALL);

    private Ids() {}

    /** Of an address alone. */
    public static long of(URI address) {
        MessageDigest digest = sha256();
        digest.update(address.toString().getBytes(StandardCharsets.UTF_8));
        return id(digest);
    }

    /** Of a page's bytes and, if it has one, its web address. A file's path is left out: files move. */
    static long of(Page page) {
        MessageDigest digest = sha256();
        if (WEB_ADDRESS.matcher(page.url()).matches()) {
            digest.update(page.url().getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
        digest.update(page.content());
        return id(digest);
    }

    /** Of something that belongs to {@code owner}, told from its siblings by {@code parts}. */
    static long of(long owner, Object... parts) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
        for (Object part : parts) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return id(digest);
    }

    private static long id(MessageDigest digest) {
        return ByteBuffer.wrap(digest.digest()).getLong() & Long.MAX_VALUE;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
