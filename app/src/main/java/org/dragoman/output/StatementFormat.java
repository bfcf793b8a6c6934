package org.dragoman.output;

import java.io.IOException;
import java.util.List;
import org.dragoman.Extraction;
import org.dragoman.event.Event;

/** The formats that statements alone can be written in. */
public enum StatementFormat {
    /** For eyes: one line a statement. */
    TABLE {
        @Override
        public StoryWriter writer(Appendable out, Style style) {
            return new StatementTable(out, style);
        }
    },
    /** For reading: each statement marked in its paragraph. */
    DIGEST {
        @Override
        public StoryWriter writer(Appendable out, Style style) {
            return new StatementDigest(out, style);
        }
    },
    /** As {@link Format#JSON}, with those events only that the statements report or perform. */
    JSON {
        @Override
        public StoryWriter writer(Appendable out, Style style) {
            JsonWriter writer = new JsonWriter(out);
            return story -> writer.write(told(story));
        }
    },
    /** As {@link Format#CSV}, statements alone. */
    CSV {
        @Override
        public StoryWriter writer(Appendable out, Style style) throws IOException {
            CsvWriter writer = new CsvWriter(out);
            return story -> writer.write(new Extraction(story.article(), story.statements(), List.of()));
        }
    };

    /**
     * A writer to {@code out}.
     *
     * @param style how text for eyes looks
     * @throws IOException if a header can't be written
     */
    public abstract StoryWriter writer(Appendable out, Style style) throws IOException;

    private static Extraction told(Extraction story) {
        List<Event> told = story.events().stream()
                .filter(event -> story.statements().stream()
                        .anyMatch(statement -> story.reported(statement).contains(event)
                                || story.performed(statement).contains(event)))
                .toList();
        return new Extraction(story.article(), story.statements(), told);
    }
}
