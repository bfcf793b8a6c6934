package org.dragoman.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A noun phrase cut at its prepositions and commas, with the words that the tables know. Immutable.
 *
 * @param parts in text order, at least one: the first says who it is, the others of what, from where
 */
record Phrase(List<Part> parts) {
    /** What a table knows words as. */
    enum Kind {
        COUNTRY,
        /** A division or town that lies in one country. */
        REGION,
        /** An organisation, agency, party or armed group. */
        BODY,
        /** A noun for people or bodies: "minister", "army". */
        ROLE,
        PERSON
    }

    /**
     * Words of the phrase that a table knows.
     *
     * @param length how many words
     * @param country as in {@link Actor}; may be empty
     * @param sector as in {@link Actor}; may be empty
     * @param role what the noun means; without a noun for any other kind
     */
    record Item(Kind kind, String words, int length, String country, String sector, Roles.Role role) {
        private static final Roles.Role NO_ROLE = new Roles.Role("", "", false);

        static Item of(Kind kind, String words, int length, String country, String sector) {
            return new Item(kind, words, length, country, sector, NO_ROLE);
        }

        static Item of(Roles.Role role, String words, int length) {
            return new Item(Kind.ROLE, words, length, "", role.sector(), role);
        }
    }

    Phrase {
        parts = List.copyOf(parts);
    }

    Part head() {
        return parts.get(0);
    }

    /**
     * A stretch of the phrase between prepositions.
     *
     * @param preposition what it begins with, in lower case; empty for the first
     * @param words without the preposition; words known together are one
     */
    record Part(String preposition, List<String> words, List<Item> items) {
        private static final Set<String> INTERNATIONAL = Set.of("UNO", "EUR", "IGO", "NGO", "IMG", "ISM");
        private static final Set<String> EMPTY_WORDS =
                Set.of("the", "a", "an", "'", "'s", "government", "-", "city", "town", "province", "state", "region");

        /** "ambassador to Poland" is no Pole, and "partners in Paris" may be from anywhere; "people in Paris" are French. */
        boolean tellsCountry(boolean somebody) {
            return preposition.isEmpty()
                    || preposition.equals("of")
                    || (somebody
                            && Set.of("in", "from", "for", "at", "across", "inside", "throughout", ",")
                                    .contains(preposition));
        }

        Optional<Item> first(Kind kind) {
            return items.stream().filter(of(kind)).findFirst();
        }

        Optional<Item> last(Kind kind) {
            return items.stream().filter(of(kind)).reduce((earlier, later) -> later);
        }

        private static Predicate<Item> of(Kind kind) {
            return item -> item.kind() == kind;
        }

        /**
         * An international body's code, else the country named ("Chile's Defense Department"), else a national body's, else
         * the country where it lies.
         */
        String country() {
            Optional<String> body = last(Kind.BODY).map(Item::country).filter(found -> !found.isEmpty());
            return body.filter(INTERNATIONAL::contains)
                    .or(() -> first(Kind.COUNTRY).map(Item::country))
                    .or(() -> body)
                    .or(() -> first(Kind.REGION).map(Item::country))
                    .orElse("");
        }

        /** Whether it names an armed group that is no country's: "ISIL". */
        boolean stateless() {
            return items.stream()
                    .anyMatch(item -> item.kind() == Kind.BODY
                            && item.sector().equals("REB")
                            && item.country().isEmpty());
        }

        /** Whether there is nothing but one item of that kind: "the United States", "Mosul". */
        boolean only(Kind kind) {
            return items.size() == 1
                    && items.get(0).kind() == kind
                    && words.stream()
                            .allMatch(word -> word.equals(items.get(0).words())
                                    || EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT)));
        }
    }
}
