package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Scores predictions of one task. Implementations keep no state and may be shared between threads. */
public interface Evaluator {
    /**
     * Compares predictions with gold.
     *
     * @param gold a file, or for pages also the folder that holds {@code gold.json}
     * @param predictions as {@code predict} writes them for this task
     * @return the table's rows, in the order they are shown; measures that gold says nothing about are left out
     * @throws IOException if a file can't be read or isn't in the task's format: the message names file and line (or page)
     *     and what was expected
     */
    List<Score> evaluate(Path gold, Path predictions) throws IOException;
}
