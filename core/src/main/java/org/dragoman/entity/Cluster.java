package org.dragoman.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Name;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** An entity in the making. Not thread-safe. */
final class Cluster {
    private static final Set<String> PEOPLE_ENDINGS =
            Set.of("people", "police", "troops", "forces", "rebels", "militants");

    private static final Set<String> PERSON_NOUNS = Set.of(
            "president",
            "minister",
            "secretary",
            "official",
            "chief",
            "head",
            "leader",
            "king",
            "queen",
            "prince",
            "commander",
            "general",
            "colonel",
            "officer",
            "senator",
            "governor",
            "mayor",
            "ambassador",
            "envoy",
            "adviser",
            "advisor",
            "deputy",
            "chancellor",
            "premier",
            "director",
            "founder",
            "lawyer",
            "judge",
            "journalist",
            "reporter",
            "doctor",
            "activist",
            "professor",
            "analyst",
            "expert",
            "author",
            "candidate",
            "teenager",
            "boy",
            "girl",
            "student",
            "teacher",
            "victim",
            "suspect",
            "bomber",
            "attacker",
            "soldier",
            "prisoner",
            "critic",
            "witness",
            "resident",
            "diplomat",
            "lawmaker",
            "defector",
            "father",
            "mother",
            "son",
            "daughter",
            "wife",
            "brother",
            "sister");

    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> descriptions = new LinkedHashSet<>();
    private final Set<String> nouns = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private String longestName = "";
    private Entity.Type type = Entity.Type.OTHER;
    private boolean plural;

    /**
     * Takes a mention in.
     *
     * @param words the mention's words
     * @param name its own name, with the words of it
     */
    void add(Mention mention, String words, Optional<Name> name, String nameWords) {
        if (mentions.isEmpty()) {
            plural = plural(mention.head());
        }
        mentions.add(mention);
        name.ifPresent(found -> {
            type = type(found.type());
            names.add(key(nameWords));
            if (nameWords.length() > longestName.length()) {
                longestName = nameWords;
            }
        });
        if (mention.kind() != Mention.Kind.PRONOUN && !words.equals(nameWords)) {
            descriptions.add(words);
        }
        describe(mention.sentence(), mention.head());
    }

    /** Remembers the nouns by which it may be called again: "official" of "a Turkish official". */
    private void describe(Sentence sentence, Token head) {
        if (head.upos().equals("NOUN")) {
            nouns.add(head.lemma());
        }
        sentence.children(head)
                .filter(child -> child.upos().equals("NOUN")
                        && (child.is("nmod:desc")
                                || child.is("appos")
                                || (type == Entity.Type.PERSON && child.is("compound"))))
                .forEach(child -> nouns.add(child.lemma()));
    }

    Entity.Type type() {
        return type;
    }

    boolean calledAs(String noun, boolean inPlural) {
        return nouns.contains(noun) && plural == inPlural;
    }

    /** Whether the same person, so named, could be meant: a surname alone, or more of the name around what is known. */
    boolean surnamed(String key) {
        if (type != Entity.Type.PERSON) {
            return false;
        }
        String last = surname(key);
        boolean alone = key.indexOf(' ') < 0;
        return names.stream()
                .anyMatch(
                        name -> surname(name).equals(last) && (alone || name.indexOf(' ') < 0 || sameFirst(name, key)));
    }

    private static boolean sameFirst(String name, String other) {
        return name.substring(0, name.indexOf(' ')).equals(other.substring(0, other.indexOf(' ')));
    }

    /** Whether {@code acronym} is made of the first letters of one of its names of several words. */
    boolean abbreviatedBy(String acronym) {
        return type != Entity.Type.PERSON
                && names.stream().filter(name -> name.indexOf(' ') > 0).anyMatch(name -> initials(name)
                        .equals(acronym));
    }

    boolean fits(Pronoun pronoun) {
        return switch (pronoun) {
            case PERSON -> !plural && (type == Entity.Type.PERSON || (type == Entity.Type.OTHER && personal()));
            case THING ->
                !plural
                        && (type == Entity.Type.ORGANISATION
                                || type == Entity.Type.LOCATION
                                || (type == Entity.Type.OTHER && !personal()));
            case PLURAL -> plural || type == Entity.Type.ORGANISATION || type == Entity.Type.GROUP;
            case RELATIVE -> true;
        };
    }

    /** As {@link #fits}, but a name of one word may be a country or body that was taken for a person. */
    boolean speaksAs(Pronoun pronoun) {
        boolean mistakable = type == Entity.Type.PERSON && longestName.indexOf(' ') < 0;
        return fits(pronoun) || (pronoun == Pronoun.THING && mistakable);
    }

    /** "the minister", "a spokeswoman": nouns for one person end so, or are known from a person's title. */
    private boolean personal() {
        return nouns.stream().anyMatch(Cluster::person);
    }

    private static boolean person(String noun) {
        return PERSON_NOUNS.contains(noun) || noun.endsWith("man") || noun.endsWith("woman") || noun.endsWith("person");
    }

    Entity entity(String firstWords) {
        // A title joins after the name it stands before.
        mentions.sort(Comparator.comparing(mention -> mention.head().span()));
        return new Entity(longestName.isEmpty() ? firstWords : longestName, type, List.copyOf(descriptions), mentions);
    }

    List<Mention> mentions() {
        return mentions;
    }

    static boolean plural(Token head) {
        return head.xpos().equals("NNS")
                || head.xpos().equals("NNPS")
                || PEOPLE_ENDINGS.contains(head.lemma())
                || Pronoun.of(head.form())
                        .filter(pronoun -> pronoun == Pronoun.PLURAL)
                        .isPresent();
    }

    /** A name's words for comparison: no case, no article, no possessive. */
    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace('’', '\'');
        key = key.startsWith("the ") ? key.substring(4) : key;
        return key.endsWith("'s") ? key.substring(0, key.length() - 2) : key;
    }

    private static String surname(String key) {
        String last = key.substring(key.lastIndexOf(' ') + 1);
        return last.startsWith("al-") || last.startsWith("el-") ? last.substring(3) : last;
    }

    private static String initials(String key) {
        StringBuilder letters = new StringBuilder();
        for (String word : key.split("[ -]", -1)) {
            if (!word.isEmpty()
                    && !(word.equals("of") || word.equals("the") || word.equals("and") || word.equals("for"))) {
                letters.append(word.charAt(0));
            }
        }
        return letters.toString();
    }

    private static Entity.Type type(Name.Type type) {
        return switch (type) {
            case PERSON -> Entity.Type.PERSON;
            case ORGANISATION -> Entity.Type.ORGANISATION;
            case LOCATION -> Entity.Type.LOCATION;
            case GROUP -> Entity.Type.GROUP;
        };
    }
}
