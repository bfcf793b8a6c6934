package org.dragoman.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pronoun can stand for. The second person stands for who listens, which the words around don't tell. */
enum Pronoun {
    /** "he", "she": one person. */
    PERSON,
    /** "it": one body, place or thing. */
    THING,
    /** "they": several, or a body taken as its people. */
    PLURAL,
    /** "I": who speaks. */
    SPEAKER,
    /** "we": who speaks, and others. */
    SPEAKERS,
    /** "who", "which": the noun that the relative clause hangs on. */
    RELATIVE;

    private static final Set<String> MALE = Set.of("he", "him", "his", "himself");
    private static final Set<String> FEMALE = Set.of("she", "her", "hers", "herself");

    private static final Map<Pronoun, Set<String>> FORMS = Map.of(
            PERSON, Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself"),
            THING, Set.of("it", "its", "itself"),
            PLURAL, Set.of("they", "them", "their", "theirs", "themselves"),
            SPEAKER, Set.of("i", "me", "my", "mine", "myself"),
            SPEAKERS, Set.of("we", "us", "our", "ours", "ourselves"),
            RELATIVE, Set.of("who", "whom", "whose", "which", "that"));

    static Optional<Pronoun> of(String form) {
        String word = form.toLowerCase(Locale.ROOT);
        return FORMS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isMale(String form) {
        return MALE.contains(form.toLowerCase(Locale.ROOT));
    }

    static boolean isFemale(String form) {
        return FEMALE.contains(form.toLowerCase(Locale.ROOT));
    }
}
