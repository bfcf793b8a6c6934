package org.dragoman.quote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dragoman.quote.Occasion.Medium;
import org.dragoman.table.Table;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** The means and events of speaking of {@code media.tsv}, whose header says what its columns mean. Immutable. */
final class Media {
    private static final int COLUMNS = 3;

    private final Map<String, String> types = new HashMap<>();

    private Media() {}

    /**
     * Loads the shipped table.
     *
     * @throws IllegalStateException if it is missing or a row is wrong: the message names the line
     */
    static Media load() {
        Media media = new Media();
        Table.read(Media.class, "media.tsv", COLUMNS, row -> {
            if (media.types.put(row.cell(1) + ' ' + row.cell(0), row.cell(2)) != null) {
                throw new IllegalArgumentException("a second row for this word");
            }
        });
        return media;
    }

    /** The medium that a word names, with the word before it if it is a term of two. */
    Optional<Medium> at(Sentence sentence, Token token) {
        if (token.upos().equals("VERB")) {
            return Optional.ofNullable(types.get("verb " + token.lemma())).map(type -> new Medium(token.span(), type));
        }
        if (!token.upos().equals("NOUN") && !token.upos().equals("PROPN")) {
            return Optional.empty();
        }
        String noun = token.lemma().toLowerCase(Locale.ROOT);
        if (token.index() > 0) {
            Token before = sentence.token(token.index() - 1);
            String type = types.get("noun " + before.lemma().toLowerCase(Locale.ROOT) + ' ' + noun);
            if (type != null) {
                return Optional.of(new Medium(before.span().union(token.span()), type));
            }
        }
        return Optional.ofNullable(types.get("noun " + noun)).map(type -> new Medium(token.span(), type));
    }
}
