package org.dragoman.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.text.Token;

/** Common words that stand in or beside place names, from {@code words.tsv}, which says what each class is for. */
final class PlaceWords {
    enum Type {
        DIRECTION,
        DIVISION,
        TOWN,
        NATURE,
        THING,
        TITLE,
        ENDING,
        SCHOOL,
        GENERIC,
        COMMON
    }

    private static final String RESOURCE = "words.tsv";

    private final Map<Type, Set<String>> words;

    private PlaceWords(Map<Type, Set<String>> words) {
        this.words = words;
    }

    /** @throws IllegalStateException if the table is missing or a line of it is wrong */
    static PlaceWords load() {
        Map<Type, Set<String>> words = new EnumMap<>(Type.class);
        try (InputStream resource = PlaceWords.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.startsWith("#")) {
                    add(line, number, words);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new PlaceWords(words);
    }

    private static void add(String line, int number, Map<Type, Set<String>> words) {
        String[] cells = line.split("\t", -1);
        for (Type type : Type.values()) {
            if (cells.length == 2 && type.name().toLowerCase(Locale.ROOT).equals(cells[0])) {
                words.computeIfAbsent(type, t -> new HashSet<>()).addAll(List.of(cells[1].split(" ", -1)));
                return;
            }
        }
        throw new IllegalStateException(RESOURCE + ":" + number + ": expected a class and words: " + line);
    }

    /** Whether {@code word}, in lower case, is of this class. */
    boolean is(Type type, String word) {
        return words.getOrDefault(type, Set.of()).contains(word);
    }

    boolean is(Type type, Token token) {
        return is(type, token.form().toLowerCase(Locale.ROOT));
    }
}
