package org.dragoman.article;

import java.util.List;

/**
 * A story as a page holds it, before metadata is read.
 *
 * @param title headline, empty if there is none
 * @param paragraphs of the body, in order, none empty
 * @param captions of pictures
 * @param notes lines above and below the body: byline, dates
 */
record Story(String title, List<String> paragraphs, List<String> captions, List<String> notes) {
    Story {
        paragraphs = List.copyOf(paragraphs);
        captions = List.copyOf(captions);
        notes = List.copyOf(notes);
    }
}
