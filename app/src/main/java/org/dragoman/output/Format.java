package org.dragoman.output;

import java.io.IOException;

/** The formats stories can be written in. */
public enum Format {
    /** For eyes: stories with events and statements, evidence marked. */
    TABLE {
        @Override
        public StoryWriter writer(Appendable out, Style style) {
            return new TableWriter(out, style);
        }
    },
    /** One JSON object a line, one line a story: docs/output.md. */
    JSON {
        @Override
        public StoryWriter writer(Appendable out, Style style) {
            return new JsonWriter(out);
        }
    },
    /** One row an event or statement, with a header row: docs/output.md. */
    CSV {
        @Override
        public StoryWriter writer(Appendable out, Style style) throws IOException {
            return new CsvWriter(out);
        }
    };

    /**
     * A writer to {@code out}.
     *
     * @param style how the table looks; the other formats don't look at it
     * @throws IOException if a header can't be written
     */
    public abstract StoryWriter writer(Appendable out, Style style) throws IOException;
}
