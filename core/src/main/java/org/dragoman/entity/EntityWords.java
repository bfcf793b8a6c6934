package org.dragoman.entity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.table.Table;

/** What words tell of whom they refer to, from {@code words.tsv}, which says what each class is for, and
 * {@code names.tsv}. Immutable. */
final class EntityWords {
    enum Type {
        MALE,
        FEMALE,
        PERSON,
        PEOPLE,
        BODY,
        INSTITUTION,
        LAND,
        TOWN,
        MEASURE
    }

    /** Loaded once: the table is small, and every cluster asks it. */
    static final EntityWords SHIPPED = new EntityWords();

    private final Map<Type, Set<String>> words = new EnumMap<>(Type.class);

    private final Map<String, String> usual = new HashMap<>();

    private EntityWords() {
        Table.read(EntityWords.class, "names.tsv", 2, row -> row.alternatives(1)
                .forEach(name -> usual.put(name, row.cell(0))));
        Table.read(EntityWords.class, "words.tsv", 2, row -> words.computeIfAbsent(
                        Type.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), type -> new HashSet<>())
                .addAll(row.words(1)));
    }

    /** Whether {@code word}, in lower case, is of this class. */
    boolean is(Type type, String word) {
        return words.getOrDefault(type, Set.of()).contains(word);
    }

    /** A name's most usual form, for comparison: "united states" for "u.s."; the name itself if it has no other. */
    String usual(String name) {
        return usual.getOrDefault(name, name);
    }

    /** Whether the noun is one for one person. */
    boolean person(String noun) {
        return is(Type.PERSON, noun)
                || is(Type.MALE, noun)
                || is(Type.FEMALE, noun)
                || noun.endsWith("man")
                || noun.endsWith("woman")
                || noun.endsWith("person");
    }
}
