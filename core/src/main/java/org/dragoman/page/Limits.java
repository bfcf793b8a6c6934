package org.dragoman.page;

/**
 * What a page may cost.
 *
 * @param pageBytes most bytes of one page, decompressed; what is larger is refused without being loaded
 */
public record Limits(long pageBytes) {
    /** 20 MB a page: the largest news pages have about five. */
    public static final Limits DEFAULT = new Limits(20_000_000);

    public Limits {
        if (pageBytes < 1 || pageBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("pageBytes out of range: " + pageBytes);
        }
    }

    /** The same with another size of page. */
    public Limits withPageBytes(long bytes) {
        return new Limits(bytes);
    }
}
