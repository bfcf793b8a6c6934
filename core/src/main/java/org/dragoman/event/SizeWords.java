package org.dragoman.event;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dragoman.event.Count.Kind;
import org.dragoman.event.Count.Stated;
import org.dragoman.table.Table;

/** The words of {@code sizes.tsv}: numbers, what becomes of people, weapons. Immutable. */
final class SizeWords {
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Long> scales = new HashMap<>();
    private final Map<String, Long> vague = new HashMap<>();
    private final Map<String, Stated> bounds = new HashMap<>();
    private final Map<Part, Map<String, Kind>> fates = new EnumMap<>(Part.class);
    private final Map<String, String> weapons = new HashMap<>();
    private final Set<String> uncounted = new HashSet<>();
    private final Set<String> hurled = new HashSet<>();
    private final Set<String> gathers = new HashSet<>();

    /** Where the people stand whose fate a word tells. */
    enum Part {
        /** As its object. */
        VERB,
        /** As its subject. */
        SUBJECT,
        /** As what it describes. */
        ADJECTIVE,
        /** Where its verb says what it reaches. */
        TOLL,
        /** After "of"; or the word itself is counted. */
        NOUN
    }

    private SizeWords() {}

    /** @throws IllegalStateException if the shipped table is damaged: file and line named */
    static SizeWords open() {
        SizeWords words = new SizeWords();
        Table.read(SizeWords.class, "sizes.tsv", 3, words::add);
        return words;
    }

    private void add(Table.Row row) {
        String value = row.cell(1);
        for (String word : row.words(2)) {
            switch (row.cell(0)) {
                case "number" -> numbers.put(word, Long.parseLong(value));
                case "scale" -> scales.put(word, Long.parseLong(value));
                case "vague" -> vague.put(word, Long.parseLong(value));
                case "bound" -> bounds.put(word.replace('_', ' '), Stated.valueOf(upper(value)));
                case "uncounted" -> uncounted.add(word);
                case "hurled" -> hurled.add(word);
                case "gathers" -> gathers.add(word);
                case "weapon" -> weapons.put(word, value);
                default ->
                    fates.computeIfAbsent(Part.valueOf(upper(value)), part -> new HashMap<>())
                            .put(word, Kind.valueOf(upper(row.cell(0))));
            }
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** What a number word means: "twelve". */
    OptionalLong number(String form) {
        return of(numbers, form);
    }

    /** By what a word multiplies the number before it: "hundred". */
    OptionalLong scale(String form) {
        return of(scales, form);
    }

    /** The least that a word for several means. */
    OptionalLong vague(String form) {
        return of(vague, form);
    }

    private static OptionalLong of(Map<String, Long> words, String form) {
        Long value = words.get(form);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** How a number is meant beside such words, parted by blanks: "at least". */
    Optional<Stated> bound(String words) {
        return Optional.ofNullable(bounds.get(words));
    }

    /** What becomes of people by a word, a lemma or two joined by an underscore. */
    Optional<Kind> fate(Part part, String word) {
        return Optional.ofNullable(fates.getOrDefault(part, Map.of()).get(word));
    }

    /** Whether a noun is no person. */
    boolean uncounted(String lemma) {
        return uncounted.contains(lemma);
    }

    /** What kind of weapon a lemma names, or two joined by an underscore. */
    Optional<String> weapon(String word) {
        return Optional.ofNullable(weapons.get(word));
    }

    /** Whether a verb's object is what it is done with: "fired rockets". */
    boolean hurled(String lemma) {
        return hurled.contains(lemma);
    }

    /** Whether an act that is the verb's subject has who takes part as its object: "the march drew thousands". */
    boolean gathers(String lemma) {
        return gathers.contains(lemma);
    }
}
