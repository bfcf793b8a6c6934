package org.dragoman.place;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.table.Table;
import org.dragoman.text.Token;

/** Common words that stand in or beside place names, from {@code words.tsv}, which says what each class is for. */
final class PlaceWords {
    enum Type {
        DIRECTION,
        DIVISION,
        TOWN,
        NATURE,
        THING,
        TITLE,
        ENDING,
        SCHOOL,
        GENERIC,
        COMMON
    }

    private static final String RESOURCE = "words.tsv";

    private final Map<Type, Set<String>> words;

    private PlaceWords(Map<Type, Set<String>> words) {
        this.words = words;
    }

    /** @throws IllegalStateException if the table is missing or a line of it is wrong */
    static PlaceWords load() {
        Map<Type, Set<String>> words = new EnumMap<>(Type.class);
        Table.read(PlaceWords.class, RESOURCE, 2, row -> words.computeIfAbsent(
                        Type.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), type -> new HashSet<>())
                .addAll(row.words(1)));
        return new PlaceWords(words);
    }

    /** Whether {@code word}, in lower case, is of this class. */
    boolean is(Type type, String word) {
        return words.getOrDefault(type, Set.of()).contains(word);
    }

    boolean is(Type type, Token token) {
        return is(type, token.form().toLowerCase(Locale.ROOT));
    }
}
