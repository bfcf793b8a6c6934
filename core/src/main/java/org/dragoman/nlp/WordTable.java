package org.dragoman.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What splitter and tokenizer know about single words, from {@code words.tsv}; that file's header says what each kind
 * means. Immutable.
 */
final class WordTable {
    private static final String SOURCE = "org/dragoman/nlp/words.tsv";
    private static final WordTable ENGLISH = new WordTable();

    private final Map<String, Set<String>> words = new HashMap<>();

    private WordTable() {
        List<String> lines = lines("words.tsv");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("#")) {
                int tab = line.indexOf('\t');
                if (tab < 1 || tab == line.length() - 1) {
                    throw new IllegalStateException(SOURCE + ":" + (i + 1) + ": expected kind and word: " + line);
                }
                words.computeIfAbsent(line.substring(0, tab), kind -> new HashSet<>())
                        .add(line.substring(tab + 1));
            }
        }
    }

    /**
     * The lines of a table of this package.
     *
     * @throws IllegalStateException if it is missing
     */
    static List<String> lines(String name) {
        try (InputStream in = WordTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("org/dragoman/nlp/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException problem) {
            throw new IllegalStateException("can't read org/dragoman/nlp/" + name, problem);
        }
    }

    static WordTable english() {
        return ENGLISH;
    }

    /**
     * The words of one kind.
     *
     * @throws IllegalStateException if the table has none
     */
    Set<String> of(String kind) {
        Set<String> found = words.get(kind);
        if (found == null) {
            throw new IllegalStateException(SOURCE + " has no words of kind " + kind);
        }
        return Set.copyOf(found);
    }
}
