package org.dragoman.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dragoman.nlp.Name;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/** An entity in the making. Not thread-safe. */
final class Cluster {
    private static final EntityWords WORDS = EntityWords.SHIPPED;
    private static final Pattern ABBREVIATION = Pattern.compile("(?:\\p{Ll}\\.)+");

    /** What is known of a person; UNKNOWN agrees with both. */
    private enum Gender {
        UNKNOWN,
        MALE,
        FEMALE
    }

    /** What navies put before the names of their ships. */
    private static final Set<String> SHIP = Set.of("uss", "usns", "hms", "hmcs", "hmas", "hmnzs", "roks", "fs", "ins");

    private static final Set<String> LISTENER = Set.of("you", "your", "yours", "yourself");

    /** Names of one body or country that look plural. */
    private static final Set<String> SINGULAR_NAMES =
            Set.of("States", "Nations", "Emirates", "Netherlands", "Philippines");

    private static final double SURE = 0.99;
    private static final int UNLIKELY = -40;
    private static final int LESS_LIKELY = -4;
    private static final int AGENT = 6;
    private static final int SEVERAL = 2;

    private final int number;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> descriptions = new LinkedHashSet<>();
    private final Set<Description> nouns = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private String longestName = "";
    /** Whether the model is sure that the name is no person's. */
    private boolean thing;

    private Entity.Type type = Entity.Type.OTHER;
    private boolean plural;
    /** Whether it is called "the French" rather than "Daesh". */
    private boolean people;

    private Gender gender = Gender.UNKNOWN;
    /** Whether it is known only as "I", "we" or "you". */
    private boolean speaks;

    Cluster(int number) {
        this.number = number;
    }

    /** Its own number in the article. */
    int number() {
        return number;
    }

    /**
     * Takes a mention in.
     *
     * @param words the mention's words
     * @param name its own name, with the words of it
     * @param referent as in {@link Description#of}
     */
    void add(Mention mention, String words, Optional<Name> name, String nameWords, Function<Token, String> referent) {
        if (mentions.isEmpty()) {
            plural = plural(mention.head());
            speaks = Pronoun.of(mention.head().form())
                            .filter(pronoun -> pronoun == Pronoun.SPEAKER || pronoun == Pronoun.SPEAKERS)
                            .isPresent()
                    || LISTENER.contains(mention.head().lemma());
        }
        mentions.add(mention);
        people |= mention.kind() == Mention.Kind.NAME
                && mention.sentence().children(mention.head()).anyMatch(child -> child.is("det"));
        Optional<Pronoun> pronoun = Pronoun.of(mention.head().form());
        boolean person = pronoun.filter(Pronoun.PERSON::equals).isPresent() && mayBePerson(Pronoun.PERSON);
        if (person || (type == Entity.Type.OTHER && pronoun.equals(Optional.of(Pronoun.SPEAKER)))) {
            type = Entity.Type.PERSON;
        }
        Gender told = gender(mention, name.isPresent() ? nameWords : "");
        gender = told == Gender.UNKNOWN ? gender : told;
        name.ifPresent(found -> {
            names.add(key(nameWords));
            if (nameWords.length() > longestName.length()) {
                type = type(found.type()); // the fuller a name, the surer the model
                longestName = nameWords;
                thing = found.type() != Name.Type.PERSON && found.probability() >= SURE;
            }
        });
        if (mention.kind() != Mention.Kind.PRONOUN && !words.equals(nameWords)) {
            descriptions.add(words);
        }
        describe(mention.sentence(), mention.head(), referent);
    }

    /** Remembers the nouns by which it may be called again: "official" of "a Turkish official". */
    private void describe(Sentence sentence, Token head, Function<Token, String> referent) {
        boolean somebody = head.upos().equals("PRON") && WORDS.person(head.lemma());
        if (head.upos().equals("NOUN") || head.upos().equals("PROPN") || somebody) {
            nouns.add(Description.of(sentence, head, referent));
        }
        sentence.children(head)
                .filter(child -> child.upos().equals("NOUN")
                        && (child.is("nmod:desc")
                                || child.is("appos")
                                || (type == Entity.Type.PERSON && child.is("compound"))))
                .forEach(child -> nouns.add(Description.of(sentence, child, referent)));
    }

    /** By the pronoun, a title, the first name, or a noun such as "spokeswoman". */
    private Gender gender(Mention mention, String name) {
        Token head = mention.head();
        if (mention.kind() == Mention.Kind.PRONOUN) {
            return Pronoun.isMale(head.form())
                    ? Gender.MALE
                    : Pronoun.isFemale(head.form()) ? Gender.FEMALE : Gender.UNKNOWN;
        }
        if (type == Entity.Type.PERSON || !name.isEmpty()) {
            String first = name.toLowerCase(Locale.ROOT);
            int space = first.indexOf(' ');
            Gender byName = space < 0 ? Gender.UNKNOWN : gender(first.substring(0, space));
            if (byName != Gender.UNKNOWN) {
                return byName;
            }
            return mention.sentence()
                    .children(head)
                    .map(child -> gender(child.lemma().toLowerCase(Locale.ROOT)))
                    .filter(found -> found != Gender.UNKNOWN)
                    .findFirst()
                    .orElse(Gender.UNKNOWN);
        }
        return head.upos().equals("NOUN") ? gender(head.lemma()) : Gender.UNKNOWN;
    }

    private static Gender gender(String word) {
        boolean male = WORDS.is(EntityWords.Type.MALE, word);
        boolean female = WORDS.is(EntityWords.Type.FEMALE, word);
        return male == female ? Gender.UNKNOWN : male ? Gender.MALE : Gender.FEMALE;
    }

    /** "it" and "they" are more likely bodies and people than things, and hardly ever years or miles. */
    int likeliness(Pronoun pronoun) {
        if (pronoun != Pronoun.PLURAL && pronoun != Pronoun.THING) {
            return 0;
        }
        if (nouns.stream().anyMatch(description -> WORDS.is(EntityWords.Type.MEASURE, description.noun()))) {
            return UNLIKELY;
        }
        if (pronoun == Pronoun.THING) {
            boolean institution =
                    nouns.stream().anyMatch(description -> WORDS.is(EntityWords.Type.INSTITUTION, description.noun()));
            return institution || type == Entity.Type.ORGANISATION
                    ? AGENT
                    : type == Entity.Type.LOCATION ? LESS_LIKELY : 0;
        }
        boolean people = type == Entity.Type.GROUP
                || nouns.stream()
                        .anyMatch(description -> WORDS.person(description.noun())
                                || WORDS.is(EntityWords.Type.PEOPLE, description.noun()));
        return people || (plural && type == Entity.Type.ORGANISATION) ? AGENT : plural ? SEVERAL : 0;
    }

    /** How often it is mentioned so far. */
    int size() {
        return mentions.size();
    }

    Entity.Type type() {
        return type;
    }

    /** Whether it was described so before. */
    boolean calledAs(Description description) {
        return nouns.stream().anyMatch(description::repeats);
    }

    /** Whether a name of it ends or begins with that noun: "the court" after "Supreme Court". */
    boolean namedAfter(String noun) {
        return type != Entity.Type.PERSON
                && names.stream().anyMatch(name -> name.endsWith(" " + noun) || name.startsWith(noun + " of "));
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

    /** @param form the pronoun as it is written */
    boolean fits(Pronoun pronoun, String form) {
        if (speaks) {
            return pronoun == Pronoun.SPEAKER || pronoun == Pronoun.SPEAKERS;
        }
        return switch (pronoun) {
            case PERSON ->
                !plural
                        && (type == Entity.Type.PERSON || (type == Entity.Type.OTHER && personal()))
                        && !(gender == Gender.FEMALE && Pronoun.isMale(form))
                        && !(gender == Gender.MALE && Pronoun.isFemale(form));
            case THING ->
                !plural
                        && (type == Entity.Type.ORGANISATION
                                || (type == Entity.Type.GROUP && !people)
                                || type == Entity.Type.LOCATION
                                || (type == Entity.Type.OTHER && !personal()));
            case PLURAL -> plural || type == Entity.Type.ORGANISATION || type == Entity.Type.GROUP;
            case SPEAKER, SPEAKERS, RELATIVE -> true;
        };
    }

    /** As {@link #fits}, but a name of one word may be a country or body that was taken for a person. */
    boolean speaksAs(Pronoun pronoun, String form) {
        boolean mistakable = type == Entity.Type.PERSON && longestName.indexOf(' ') < 0;
        return fits(pronoun, form) || (pronoun == Pronoun.THING && mistakable);
    }

    /** Whether a name of one word that isn't known as a person's is one after all: "Sunak ... his". */
    boolean mayBePerson(Pronoun pronoun) {
        return pronoun == Pronoun.PERSON && !plural && !thing && !names.isEmpty() && longestName.indexOf(' ') < 0;
    }

    /** "the minister", "a spokeswoman". */
    private boolean personal() {
        return nouns.stream().anyMatch(description -> WORDS.person(description.noun()));
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
                || (head.xpos().equals("NNPS") && !SINGULAR_NAMES.contains(head.form()))
                || WORDS.is(EntityWords.Type.PEOPLE, head.lemma())
                || Pronoun.of(head.form())
                        .filter(pronoun -> pronoun == Pronoun.PLURAL)
                        .isPresent();
    }

    /** A name's words for comparison: no case, no article, no possessive. */
    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace('’', '\'');
        key = key.startsWith("the ") ? key.substring(4) : key;
        key = key.endsWith("'s") ? key.substring(0, key.length() - 2) : key;
        return WORDS.usual(ABBREVIATION.matcher(key).matches() ? key.replace(".", "") : key);
    }

    /** Whether it is a ship whose prefix is left out: "Hopper" after "USS Hopper". */
    boolean shipNamed(String key) {
        return names.stream()
                .anyMatch(name ->
                        name.endsWith(" " + key) && SHIP.contains(name.substring(0, name.length() - key.length() - 1)));
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
