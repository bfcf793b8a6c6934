package org.dragoman.predict;

import java.io.IOException;
import java.nio.file.Path;
import org.dragoman.Dragoman;

/** One evaluation task, such as {@code events}. */
public interface Task {
    /**
     * Reads {@code input} and writes predictions in the format of the task's scorer.
     *
     * @param input a file or folder in the task's format
     * @param output written over if it exists
     * @throws IOException if a file can't be read or written, or isn't in the task's format: the message names file and
     *     line
     */
    void predict(Dragoman dragoman, Path input, Path output) throws IOException;
}
