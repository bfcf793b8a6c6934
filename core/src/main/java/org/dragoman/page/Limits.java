package org.dragoman.page;

/**
 * What a page may cost.
 *
 * @param pageBytes most bytes of one page, decompressed; what is larger is refused without being loaded
 */
public record Limits(long pageBytes) {
    /** 20 MB a page: the largest news pages have about five. */
    public static final Limits DEFAULT = new Limits(20_000_000);

    private static final int MEGABYTE = 1_000_000;

    public Limits {
        if (pageBytes < 1 || pageBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("pageBytes out of range: " + pageBytes);
        }
    }

    /**
     * Why a page is refused, in one line.
     *
     * @param bytes its size, or as much of it as was read
     */
    String tooLarge(long bytes) {
        return bytes < 2 * pageBytes
                ? "is larger than " + megabytes(pageBytes) + " a page may have"
                : "has " + megabytes(bytes) + ", more than the " + megabytes(pageBytes) + " a page may have";
    }

    private static String megabytes(long bytes) {
        return bytes >= MEGABYTE ? bytes / MEGABYTE + " MB" : bytes + " bytes";
    }

    /** The same with another size of page. */
    public Limits withPageBytes(long bytes) {
        return new Limits(bytes);
    }
}
