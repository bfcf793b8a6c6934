package org.dragoman.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a {@link Filter} can ask for, with the form of its values. */
public enum Field {
    DATE("date", Kind.DAYS, "day of the event, or of publication for articles and statements"),
    PUBLISHED("published", Kind.DAYS, "day of publication of an article that tells it"),
    TYPE("type", Kind.UPPER, "PLOVER event type"),
    MODE("mode", Kind.LOWER, "PLOVER mode"),
    CONTEXT("context", Kind.LOWER, "PLOVER context"),
    CAMEO("cameo", Kind.AS_IS, "CAMEO code; 18 also finds 180 to 186"),
    QUAD("quad", Kind.NUMBERS, "quad class, 1 to 4"),
    GOLDSTEIN("goldstein", Kind.NUMBERS, "Goldstein score, -10 to 10"),
    ACTOR("actor", Kind.AS_IS, "words in the name of who did it"),
    RECIPIENT("recipient", Kind.AS_IS, "words in the name of whom it was done to"),
    PARTY("party", Kind.AS_IS, "words in the name of either"),
    SPEAKER("speaker", Kind.AS_IS, "words in the name of who said it"),
    ROLE("role", Kind.AS_IS, "words in the office or description of either, or of the speaker"),
    ACTOR_COUNTRY("actor.country", Kind.COUNTRY, "country of the actor, ISO alpha-3, or IGO, NGO, ..."),
    RECIPIENT_COUNTRY("recipient.country", Kind.COUNTRY, "country of the recipient"),
    COUNTRY("country", Kind.COUNTRY, "country of either, or of the speaker"),
    ACTOR_SECTOR("actor.sector", Kind.UPPER, "PLOVER sector of the actor"),
    RECIPIENT_SECTOR("recipient.sector", Kind.UPPER, "PLOVER sector of the recipient"),
    SECTOR("sector", Kind.UPPER, "PLOVER sector of either, or of the speaker"),
    DYAD("dyad", Kind.DYAD, "who to whom, such as USA>IRQ"),
    PLACE("place", Kind.AS_IS, "words in the place's name or division"),
    IN("in", Kind.COUNTRY, "country of the place"),
    BOX("box", Kind.BOX, "place between south/west/north/east, degrees"),
    NEAR("near", Kind.CIRCLE, "place within latitude/longitude/kilometres"),
    SOURCE("source", Kind.AS_IS, "words in the publisher's name"),
    URL("url", Kind.AS_IS, "part of the page's address"),
    TITLE("title", Kind.AS_IS, "words in the article's title"),
    TEXT("text", Kind.AS_IS, "words of the article, inflected or not; the same as the words alone"),
    CONTENT("content", Kind.AS_IS, "words in what is said"),
    CONFIDENCE("confidence", Kind.NUMBERS, "0 to 1"),
    MODALITY("modality", Kind.MODALITY, "fact, negated, future, hypothetical, historical, any"),
    REPORTS("reports", Kind.NUMBERS, "how many reports tell of it"),
    SOURCES("sources", Kind.NUMBERS, "how many publishers tell of it"),
    DEAD("dead", Kind.NUMBERS, "how many were killed"),
    INJURED("injured", Kind.NUMBERS, "how many were hurt"),
    ARRESTED("arrested", Kind.NUMBERS, "how many were arrested"),
    PARTICIPANTS("participants", Kind.NUMBERS, "how many took part on the side that acts"),
    WEAPON("weapon", Kind.LOWER, "what it was done with, such as drone"),
    ADDRESSEE("addressee", Kind.AS_IS, "words in the name or office of whom it is said to"),
    ADDRESSEE_COUNTRY("addressee.country", Kind.COUNTRY, "country of whom it is said to"),
    KIND("kind", Kind.LOWER, "speech, decree, belief, intention, attitude"),
    DIRECTNESS("directness", Kind.LOWER, "direct, mixed, indirect"),
    POLARITY("polarity", Kind.LOWER, "affirmed, denied, unsaid"),
    MEDIUM("medium", Kind.LOWER, "means or event of speaking, such as interview"),
    EVENT("event", Kind.ID, "id of an event"),
    ARTICLE("article", Kind.ID, "id of an article"),
    STORY("story", Kind.ID, "id of a story");

    private static final Map<String, Field> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(field -> field.text, field -> field));
    private static final Set<String> MODALITIES =
            Set.of("fact", "negated", "future", "hypothetical", "historical", "any");
    private static final Map<String, String> ALPHA_3 = alpha3();

    private final String text;
    private final Kind kind;
    private final String meaning;

    /** The form of a field's values. */
    enum Kind {
        AS_IS,
        UPPER,
        LOWER,
        COUNTRY,
        DYAD,
        DAYS,
        NUMBERS,
        BOX,
        CIRCLE,
        MODALITY,
        ID
    }

    Field(String text, Kind kind, String meaning) {
        this.text = text;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** Its name in a filter's text. */
    public String text() {
        return text;
    }

    /** What it asks for, in a line. */
    public String meaning() {
        return meaning;
    }

    /**
     * The field of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Field named(String name) {
        Field field = BY_TEXT.get(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw new IllegalArgumentException("no field '" + name + "' to filter by; there are: "
                    + Arrays.stream(values()).map(Field::text).collect(Collectors.joining(", ")));
        }
        return field;
    }

    /**
     * A value in its usual form.
     *
     * @throws IllegalArgumentException if the field has no such values
     */
    String check(String value) {
        return switch (kind) {
            case AS_IS -> {
                if (value.isBlank()) {
                    throw problem(value, "a value");
                }
                yield value;
            }
            case UPPER -> value.toUpperCase(Locale.ROOT);
            case LOWER -> value.toLowerCase(Locale.ROOT);
            case COUNTRY -> country(value);
            case DYAD -> {
                String[] sides = value.split(">", -1);
                if (sides.length != 2) {
                    throw problem(value, "two countries, such as USA>IRQ");
                }
                yield country(sides[0]) + ">" + country(sides[1]);
            }
            case DAYS -> {
                Days.parse(value);
                yield value;
            }
            case NUMBERS -> {
                Range.parse(value);
                yield value;
            }
            case BOX -> {
                double[] box = numbers(value, 4);
                if (box[0] > box[2]) {
                    throw problem(value, "south/west/north/east");
                }
                yield value;
            }
            case CIRCLE -> {
                numbers(value, 3);
                yield value;
            }
            case MODALITY -> {
                String lower = value.toLowerCase(Locale.ROOT);
                if (!MODALITIES.contains(lower)) {
                    throw problem(value, "one of fact, negated, future, hypothetical, historical, any");
                }
                yield lower;
            }
            case ID -> {
                try {
                    yield Long.toString(Long.parseLong(value));
                } catch (NumberFormatException noNumber) {
                    throw problem(value, "a number");
                }
            }
        };
    }

    /** Numbers separated by slashes: a comma would separate values. */
    double[] numbers(String value, int count) {
        String[] parts = value.split("/", -1);
        if (parts.length == count) {
            try {
                return Arrays.stream(parts).mapToDouble(Range::number).toArray();
            } catch (NumberFormatException noNumber) {
                throw problem(value, count + " numbers separated by slashes");
            }
        }
        throw problem(value, count + " numbers separated by slashes");
    }

    private IllegalArgumentException problem(String value, String wanted) {
        return new IllegalArgumentException(text + ":" + value + ": wants " + wanted + " (" + meaning + ")");
    }

    private static String country(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return ALPHA_3.getOrDefault(upper, upper);
    }

    private static Map<String, String> alpha3() {
        Map<String, String> map = new HashMap<>();
        for (String alpha2 : Locale.getISOCountries()) {
            map.put(alpha2, new Locale("", alpha2).getISO3Country());
        }
        return Map.copyOf(map);
    }

    /** ISO 3166 alpha-2, as places have it, for alpha-3. */
    static String alpha2(String alpha3) {
        return ALPHA_3.entrySet().stream()
                .filter(entry -> entry.getValue().equals(alpha3))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(alpha3);
    }
}
