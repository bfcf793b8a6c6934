package org.dragoman.output;

import java.io.IOException;
import org.dragoman.Extraction;

/** Writes stories one by one, in one format, to where it was told when made. Not thread-safe. */
public interface StoryWriter {
    /**
     * Writes one story.
     *
     * @throws IOException if the destination takes no more
     */
    void write(Extraction story) throws IOException;
}
