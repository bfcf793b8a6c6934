package org.dragoman.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a third-person or relative pronoun can stand for. First and second persons stand for whoever speaks, which is not
 * told by what was mentioned before.
 */
enum Pronoun {
    /** "he", "she": one person. */
    PERSON,
    /** "it": one body, place or thing. */
    THING,
    /** "they": several, or a body taken as its people. */
    PLURAL,
    /** "who", "which": the noun that the relative clause hangs on. */
    RELATIVE;

    private static final Map<Pronoun, Set<String>> FORMS = Map.of(
            PERSON, Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself"),
            THING, Set.of("it", "its", "itself"),
            PLURAL, Set.of("they", "them", "their", "theirs", "themselves"),
            RELATIVE, Set.of("who", "whom", "whose", "which", "that"));

    static Optional<Pronoun> of(String form) {
        String word = form.toLowerCase(Locale.ROOT);
        return FORMS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
