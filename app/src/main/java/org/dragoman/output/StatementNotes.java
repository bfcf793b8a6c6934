package org.dragoman.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.quote.Occasion;
import org.dragoman.quote.Statement;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.quote.Statement.Modality;
import org.dragoman.quote.Statement.Polarity;

/** What is to be told of a statement beside its speaker and words: what it is if not plain speech, and its occasion. */
final class StatementNotes {
    private StatementNotes() {}

    /** Such as {@code denied}, {@code to reporters}, {@code interview}, {@code 2024-11-27}; none for plain speech. */
    static List<String> of(Statement statement) {
        List<String> notes = new ArrayList<>();
        if (statement.kind() != Kind.SPEECH) {
            notes.add(lower(statement.kind()));
        }
        if (statement.polarity() != Polarity.AFFIRMED) {
            notes.add(lower(statement.polarity()));
        }
        if (statement.modality() != Modality.ACTUAL) {
            notes.add(lower(statement.modality()));
        }
        Occasion occasion = statement.occasion();
        occasion.addressee().ifPresent(addressee -> notes.add("to " + Layout.party(addressee.actor())));
        occasion.medium().ifPresent(medium -> notes.add(medium.type()));
        occasion.place().map(Layout::place).ifPresent(notes::add);
        occasion.time().map(Layout::time).ifPresent(notes::add);
        return notes;
    }

    /** Speaker, cue and notes in one line: {@code Erdogan (TUR GOV) **told**:  [to members of his party]}. */
    static String headline(Statement statement, String text, Style style) {
        String speaker = statement.speaker().map(Layout::party).orElse("?");
        String cue = Layout.words(statement.cue(), text);
        List<String> notes = of(statement);
        return style.heading(speaker)
                + (cue.isEmpty() ? "" : " " + style.mark(cue))
                + ":"
                + (notes.isEmpty() ? "" : style.faint("  [" + String.join(", ", notes) + "]"));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
