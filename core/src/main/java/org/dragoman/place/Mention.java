package org.dragoman.place;

import java.util.List;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;

/**
 * Words that may name a place, and the places of that name.
 *
 * @param span the name's words
 * @param sentence where they stand
 * @param first index of the name's first token
 * @param last index of its last token
 * @param key the name as looked up
 * @param senses what the name can mean as it is written here, at least one
 * @param strength how sure it is that this is a place's name at all, 0 to 1
 */
record Mention(
        Span span, Sentence sentence, int first, int last, String key, List<Gazetteer.Sense> senses, double strength) {
    Mention {
        senses = List.copyOf(senses);
    }
}
