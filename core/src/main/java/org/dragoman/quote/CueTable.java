package org.dragoman.quote;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.table.Table;

/** The cue words of {@code cues.tsv}, whose header says what its columns mean. Immutable. */
final class CueTable {
    private static final int COLUMNS = 4;
    private static final Set<String> PARTS = Set.of("verb", "noun", "adj");

    private final Map<String, Cue> cues = new HashMap<>();

    /** What a cue may take as its content, and what it says about it. */
    enum Takes {
        CLAUSE,
        QUOTE,
        TO,
        OBJECT,
        PERSON_TO,
        PERSON_OF,
        DENIAL,
        WITHHELD,
        HEARER,
        EXCHANGE,
        SIGN
    }

    /** One row of the table. */
    record Cue(Kind kind, Set<Takes> takes) {
        boolean takes(Takes content) {
            return takes.contains(content);
        }

        /** Whether the content is said rather than thought, wanted or felt. */
        boolean isUttered() {
            return kind.isUttered();
        }
    }

    private CueTable() {}

    /**
     * Loads the shipped table.
     *
     * @throws IllegalStateException if it is missing or a row is wrong: the message names the line
     */
    static CueTable load() {
        return load("cues.tsv");
    }

    static CueTable load(String file) {
        CueTable table = new CueTable();
        Table.read(CueTable.class, file, COLUMNS, table::add);
        return table;
    }

    private void add(Table.Row row) {
        if (!PARTS.contains(row.cell(1))) {
            throw new IllegalArgumentException("not a part of speech: " + row.cell(1));
        }
        Set<Takes> takes = EnumSet.noneOf(Takes.class);
        for (String taken : row.words(3)) {
            takes.add(Takes.valueOf(taken.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        if (cues.put(key(row.cell(0), row.cell(1)), new Cue(Kind.valueOf(row.cell(2)), takes)) != null) {
            throw new IllegalArgumentException("a second row for this cue");
        }
    }

    /** The row of a verb, or of a verb with its preposition or particle ("call for"); "condemns" may stand for its own lemma. */
    Optional<Cue> verb(String lemma) {
        Cue cue = cues.get(key(lemma, "verb"));
        return cue == null && lemma.endsWith("s")
                ? Optional.ofNullable(cues.get(key(lemma.substring(0, lemma.length() - 1), "verb")))
                : Optional.ofNullable(cue);
    }

    /** The row of a noun. */
    Optional<Cue> noun(String lemma) {
        return Optional.ofNullable(cues.get(key(lemma, "noun")));
    }

    /** The row of an adjective ("is confident that"). */
    Optional<Cue> adjective(String lemma) {
        return Optional.ofNullable(cues.get(key(lemma, "adj")));
    }

    private static String key(String lemma, String part) {
        return part + ' ' + lemma;
    }
}
