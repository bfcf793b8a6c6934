package org.dragoman.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.actor.Phrase.Item;
import org.dragoman.actor.Phrase.Kind;
import org.dragoman.actor.Phrase.Part;
import org.jspecify.annotations.Nullable;

/** Cuts a phrase at its prepositions and looks its words up in the tables, longest match first. Immutable. */
final class PhraseReader {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}.]+(?:['&-][\\p{L}\\p{N}.]+)*|'s?\\b|-|,");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "in",
            "for",
            "at",
            "from",
            "to",
            "with",
            "on",
            "by",
            "under",
            "against",
            "near",
            "across",
            "within",
            "inside",
            "throughout",
            "between",
            "among",
            "towards",
            "into",
            "through",
            "after",
            "before",
            "during",
            "who",
            ",");

    /** After a country and a hyphen: the party is another's. */
    private static final Set<String> NOT_ITS_OWN = Set.of(
            "led",
            "backed",
            "based",
            "born",
            "allied",
            "held",
            "controlled",
            "occupied",
            "supported",
            "aligned",
            "dominated");

    /** What makes a coalition one of parties. */
    private static final Set<String> POLITICAL =
            Set.of("ruling", "governing", "political", "electoral", "parliamentary", "opposition", "grand", "broad");

    private static final int LONGEST = 7;

    private final Countries countries;
    private final Directory directory;
    private final Roles roles;

    PhraseReader(Countries countries, Directory directory, Roles roles) {
        this.countries = countries;
        this.directory = directory;
        this.roles = roles;
    }

    /**
     * Reads a phrase as it stands in the text.
     *
     * @param supported whether the text around speaks of a country or an organisation, for names that others bear, too
     * @param person a person's name: its words name nothing else, since Valeska Paris is no Parisian; may be empty
     */
    Phrase read(String phrase, Predicate<String> supported, String person) {
        List<String> words = words(phrase);
        List<String> name = words(person);
        int first = name.isEmpty() ? -1 : Collections.indexOfSubList(words, name);
        int last = first + name.size();
        if (first < 0 && name.size() > 1 && name.containsAll(words)) {
            first = 0; // a part of the name, such as the surname
            last = words.size();
        }
        List<Part> parts = new ArrayList<>();
        Part part = new Part("", new ArrayList<>(), new ArrayList<>());
        parts.add(part);
        for (int i = 0; i < words.size(); ) {
            Item item = longest(words, i, supported, first, last);
            String word = words.get(i).toLowerCase(Locale.ROOT);
            if (item != null) {
                part.items().add(item);
                part.words().add(item.words());
                i += item.length();
            } else if (PREPOSITIONS.contains(word) && i > 0) {
                part = new Part(word, new ArrayList<>(), new ArrayList<>());
                parts.add(part);
                i++;
            } else {
                part.words().add(words.get(i));
                i++;
            }
        }
        return new Phrase(parts);
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(phrase.replace('’', '\''));
        while (matcher.find()) {
            String word = matcher.group();
            int possessive = word.lastIndexOf("'s");
            words.add(possessive > 0 && possessive == word.length() - 2 ? word.substring(0, possessive) : word);
        }
        return words;
    }

    private @Nullable Item longest(
            List<String> words, int from, Predicate<String> supported, int nameStart, int nameEnd) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            boolean insideName = from < nameEnd && from + length > nameStart && nameStart >= 0;
            String found = String.join(" ", words.subList(from, from + length));
            Item item = insideName ? person(found, length) : item(found, length, supported);
            if (item != null && length == 1 && isNamedOtherwise(words, from, supported)) {
                item = null;
            }
            boolean elsewhere = item != null
                    && item.kind() == Kind.COUNTRY
                    && (qualified(words, from + length) || minority(words, from));
            if (item != null && !elsewhere) {
                return item;
            }
        }
        return null;
    }

    /** "Fatah coalition": a common word that a name makes another body's than the one it usually means. */
    private boolean isNamedOtherwise(List<String> words, int at, Predicate<String> supported) {
        String word = words.get(at);
        boolean body = directory.organisation(word).isPresent() && Character.isLowerCase(word.charAt(0));
        String before = at > 0 ? words.get(at - 1) : "";
        return body
                && at > 0
                && (POLITICAL.contains(before)
                        || (Character.isUpperCase(before.charAt(0)) && item(before, 1, supported) == null));
    }

    /** "ethnic Albanians" live where they are a minority, which the word doesn't tell. */
    private static boolean minority(List<String> words, int at) {
        return at > 0 && words.get(at - 1).equalsIgnoreCase("ethnic");
    }

    /** "US-led", "Iran-backed": the country is somebody else. */
    private static boolean qualified(List<String> words, int next) {
        int word = next < words.size() && words.get(next).equals("-") ? next + 1 : next;
        return word < words.size()
                && word > next
                && NOT_ITS_OWN.contains(words.get(word).toLowerCase(Locale.ROOT));
    }

    private @Nullable Item person(String words, int length) {
        return length > 1 && !directory.offices(words).isEmpty() ? Item.of(Kind.PERSON, words, length, "", "") : null;
    }

    private @Nullable Item item(String words, int length, Predicate<String> supported) {
        Optional<Directory.Organisation> body = directory
                .organisation(words)
                .filter(found ->
                        !found.needsSupport() || supported.test(found.country()) || supported.test(found.name()));
        if (body.isPresent()) {
            return Item.of(
                    Kind.BODY, words, length, body.get().country(), body.get().sector());
        }
        Optional<Country> country =
                countries.named(words).or(() -> countries.ofDemonym(words)).or(() -> countries.seatedIn(words));
        if (country.isPresent()) {
            return Item.of(Kind.COUNTRY, words, length, country.get().iso3(), "");
        }
        Optional<Roles.Role> role = roles.of(words);
        if (role.isPresent()) {
            return Item.of(role.get(), words, length);
        }
        Optional<String> region = countries.ofRegion(words);
        return region.isPresent() ? Item.of(Kind.REGION, words, length, region.get(), "") : person(words, length);
    }
}
