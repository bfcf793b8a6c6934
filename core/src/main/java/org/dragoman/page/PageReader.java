package org.dragoman.page;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads pages from files and folders. Immutable, safe to share between threads. */
public final class PageReader {
    /**
     * Reads every page at {@code path}, in a fixed order, one at a time.
     *
     * @param path a file or folder; folders are read whole
     * @param pages gets each page as it is read
     * @param failures gets what can't be read; the rest is read all the same
     */
    public void read(Path path, Consumer<Page> pages, Consumer<UnreadablePageException> failures) {}
}
