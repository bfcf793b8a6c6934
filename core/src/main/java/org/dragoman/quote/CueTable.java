package org.dragoman.quote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cue words of {@code cues.tsv}, whose header says what its columns mean. Immutable. */
final class CueTable {
    private static final String SOURCE = "org/dragoman/quote/cues.tsv";
    private static final int COLUMNS = 4;

    private final Map<String, Cue> cues = new HashMap<>();

    /** What a cue says about its content. */
    enum Kind {
        SPEECH,
        BELIEF,
        INTENTION,
        ATTITUDE
    }

    /** What a cue may take as its content. */
    enum Takes {
        CLAUSE,
        QUOTE,
        TO,
        OBJECT,
        PERSON_TO,
        PERSON_OF,
        DENIAL
    }

    /** One row of the table. */
    record Cue(Kind kind, Set<Takes> takes) {
        boolean takes(Takes content) {
            return takes.contains(content);
        }
    }

    private CueTable(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                String[] columns = line.split("\t", -1);
                if (columns.length != COLUMNS) {
                    throw new IllegalArgumentException("expected " + COLUMNS + " columns");
                }
                Set<Takes> takes = EnumSet.noneOf(Takes.class);
                for (String taken : columns[3].split(" ", -1)) {
                    takes.add(Takes.valueOf(taken.replace('-', '_').toUpperCase(Locale.ROOT)));
                }
                if (cues.put(key(columns[0], columns[1]), new Cue(Kind.valueOf(columns[2]), takes)) != null) {
                    throw new IllegalArgumentException("a second row for this cue");
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(
                        SOURCE + ":" + (i + 1) + ": " + wrong.getMessage() + ": " + line, wrong);
            }
        }
    }

    /**
     * Loads the shipped table.
     *
     * @throws IllegalStateException if it is missing or a row is wrong: the message names the line
     */
    static CueTable load() {
        try (InputStream in = CueTable.class.getResourceAsStream("cues.tsv")) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new IllegalStateException("can't read " + SOURCE, problem);
        }
    }

    static CueTable parse(String table) {
        return new CueTable(table.lines().toList());
    }

    /** The row of a verb, or of a verb with its preposition ("call for"). */
    Optional<Cue> verb(String lemma) {
        return Optional.ofNullable(cues.get(key(lemma, "verb")));
    }

    /** The row of a noun. */
    Optional<Cue> noun(String lemma) {
        return Optional.ofNullable(cues.get(key(lemma, "noun")));
    }

    private static String key(String lemma, String part) {
        return part + ' ' + lemma;
    }
}
