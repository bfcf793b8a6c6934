package org.dragoman.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.page.PageReader;
import org.dragoman.page.UnreadablePageException;

/** The sample pages with what is read on them, read once for all tests. */
public final class Samples {
    private static final List<ReadPage> PAGES = read();

    private Samples() {}

    /** Twelve pages with thirteen articles. */
    public static List<ReadPage> pages() {
        return PAGES;
    }

    private static List<ReadPage> read() {
        List<ReadPage> pages = new ArrayList<>();
        try (Dragoman dragoman = Dragoman.open()) {
            new PageReader()
                    .read(
                            Path.of("..", "samples"),
                            page -> {
                                try {
                                    pages.add(new ReadPage(page, dragoman.readings(page)));
                                } catch (UnreadablePageException unreadable) {
                                    throw new AssertionError(unreadable);
                                }
                            },
                            failure -> {
                                throw new AssertionError(failure);
                            });
        }
        return pages;
    }
}
