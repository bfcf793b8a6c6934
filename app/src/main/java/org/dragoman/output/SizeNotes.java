package org.dragoman.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.event.Count;
import org.dragoman.event.Size;

/** An event's size in words for eyes: "at least 30 dead", "firearms". */
final class SizeNotes {
    private SizeNotes() {}

    static List<String> of(Size size) {
        List<String> notes = new ArrayList<>();
        for (Count count : size.counts()) {
            notes.add(bound(count)
                    + String.format(Locale.ROOT, "%,d ", count.number())
                    + count.kind().name().toLowerCase(Locale.ROOT));
        }
        size.weapons().forEach(weapon -> notes.add(weapon.kind()));
        return notes;
    }

    private static String bound(Count count) {
        return switch (count.stated()) {
            case EXACT -> "";
            case ABOUT -> "about ";
            case AT_LEAST, RANGE, VAGUE -> "at least ";
            case AT_MOST -> "at most ";
        };
    }
}
