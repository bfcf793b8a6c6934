package org.dragoman.archive;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A party to an event, as far as it tells who it is.
 *
 * @param words of its name
 */
record Party(Set<String> words, String sector, boolean person) {
    /** Parties of these sectors go by many names ("London", "Downing Street"; "dozens of people"): country and sector tell. */
    private static final Set<String> MANY_NAMES = Set.of("", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "CVL");

    static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS = Set.of("the", "a", "an", "of", "and", "in", "for", "al", "s");

    static Party of(String name, String sector, boolean person) {
        Set<String> words = Arrays.stream(NO_WORD.split(name.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
        return new Party(words, sector, person);
    }

    boolean isSamePerson(Party other) {
        return person && other.person && sharesWord(other);
    }

    boolean sharesWord(Party other) {
        return words.stream().anyMatch(other.words::contains);
    }

    boolean isUnnamed() {
        return words.isEmpty();
    }

    boolean mayBe(Party other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return (words.isEmpty() && other.words.isEmpty()) || sector.equals(other.sector);
        }
        if (sharesWord(other)) {
            return true;
        }
        return !(person && other.person) && sector.equals(other.sector) && MANY_NAMES.contains(sector);
    }
}
