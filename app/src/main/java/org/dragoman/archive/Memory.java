package org.dragoman.archive;

import java.util.OptionalInt;

/**
 * How much memory an archive's database may take, for pages of its file that it keeps and for what questions need on their way; what does not
 * fit is written to the archive's folder meanwhile. The text index is read through the system's cache, which isn't counted.
 *
 * @param megabytes none: as much as it needs, up to most of the machine's
 */
public record Memory(OptionalInt megabytes) {
    /** Whatever is needed: for a command that is alone on the machine for a while. */
    public static final Memory UNBOUNDED = new Memory(OptionalInt.empty());

    private static final int LEAST = 64;
    /** Each thread brings memory of its own. */
    private static final int MOST_THREADS = 4;

    public Memory {
        if (megabytes.isPresent() && megabytes.getAsInt() < LEAST) {
            throw new IllegalArgumentException("an archive needs at least " + LEAST + " MB");
        }
    }

    /**
     * Bounded memory: for a process that stays.
     *
     * @throws IllegalArgumentException if that is too little to answer anything
     */
    public static Memory ofMegabytes(int megabytes) {
        return new Memory(OptionalInt.of(megabytes));
    }

    /**
     * How many threads answer a question. Where memory is bounded, several are answered at a time: half of the machine's for each is then
     * quicker for all, and takes less.
     */
    int threads() {
        int all = Runtime.getRuntime().availableProcessors();
        return megabytes.isPresent() ? Math.max(1, Math.min(MOST_THREADS, all / 2)) : all;
    }
}
