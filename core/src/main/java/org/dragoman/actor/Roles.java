package org.dragoman.actor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dragoman.table.Table;

/** Nouns for people and bodies, and the sector of whom they name. Immutable. */
final class Roles {
    /**
     * What a noun tells of whom it names.
     *
     * @param noun in the singular, lower case
     * @param sector PLOVER sector; may be empty
     * @param member whether the sector of what the party belongs to comes before this one
     */
    record Role(String noun, String sector, boolean member) {}

    private static final Map<String, String> IRREGULAR = Map.of(
            "men",
            "man",
            "women",
            "woman",
            "people",
            "people",
            "children",
            "child",
            "police",
            "police",
            "troops",
            "troop",
            "forces",
            "force",
            "authorities",
            "authorities",
            "media",
            "media");

    private final Map<String, Role> byNoun = new HashMap<>();

    private Roles() {}

    /** Loads the shipped table. */
    static Roles open() {
        Roles roles = new Roles();
        Table.read(Roles.class, "roles.tsv", 3, roles::add);
        return roles;
    }

    private void add(Table.Row row) {
        boolean member =
                switch (row.cell(1)) {
                    case "member" -> true;
                    case "own" -> false;
                    default -> throw new IllegalArgumentException("strength must be own or member, not " + row.cell(1));
                };
        for (String noun : row.alternatives(2)) {
            byNoun.putIfAbsent(noun, new Role(noun, row.cell(0), member));
        }
    }

    /** The role that one or more words name, in singular or plural, whatever their case. */
    Optional<Role> of(String words) {
        String noun = words.toLowerCase(Locale.ROOT);
        Role found = byNoun.get(noun);
        return Optional.ofNullable(found == null ? byNoun.get(singular(noun)) : found);
    }

    private static String singular(String words) {
        int last = words.lastIndexOf(' ') + 1;
        String noun = words.substring(last);
        String before = words.substring(0, last);
        String irregular = IRREGULAR.get(noun);
        if (irregular != null) {
            return before + irregular;
        }
        if (noun.endsWith("men")) {
            return before + noun.substring(0, noun.length() - 2) + "an";
        }
        if (noun.endsWith("ies")) {
            return before + noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.endsWith("ches") || noun.endsWith("sses") || noun.endsWith("shes")) {
            return before + noun.substring(0, noun.length() - 2);
        }
        return noun.endsWith("s") && !noun.endsWith("ss") ? before + noun.substring(0, noun.length() - 1) : words;
    }
}
