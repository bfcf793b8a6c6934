package org.dragoman.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.event.Condition.AnyOf;
import org.dragoman.table.Table;

/**
 * The frames by their trigger's lemma: {@code frames/TYPE.tsv} for each type of the ontology, with the word lists of
 * {@code lists.tsv}. The format is documented in {@code FRAMES.md} beside the tables. Immutable.
 */
final class FrameTable {
    private static final int COLUMNS = 8;
    /** More than any conditions weigh. */
    private static final int FIRST = 100;

    private final Map<String, List<Frame>> byLemma = new HashMap<>();
    private final Map<String, List<Frame>> learned = new HashMap<>();
    private final Map<String, Set<String>> lists = new HashMap<>();

    private FrameTable() {}

    /** @throws IllegalStateException if a shipped table is damaged: file and line named */
    static FrameTable open(Ontology ontology) {
        FrameTable table = new FrameTable();
        Table.rows(FrameTable.class, "lists.tsv", 2).forEach(table::addList);
        for (EventType type : ontology.types()) {
            String file = "frames/" + type.name().toLowerCase(Locale.ROOT) + ".tsv";
            // a user's own type has its frames in the user's own table
            List<Table.Row> rows = FrameTable.class.getResource(file) == null
                    ? List.of()
                    : Table.rows(FrameTable.class, file, COLUMNS);
            rows.forEach(row -> table.add(row, 0, type, ontology, table.byLemma));
        }
        for (Table.Row row : Table.rows(FrameTable.class, "learned.tsv", COLUMNS)) {
            EventType type = type(row, ontology);
            table.learned
                    .computeIfAbsent(type.name(), name -> new ArrayList<>())
                    .add(table.frame(row, 0, Frame.LEARNED, type, List.of(), ontology));
        }
        table.byLemma.values().forEach(FrameTable::sort);
        return table;
    }

    /**
     * The shipped frames after those of a user's {@code frames.tsv}: the same columns after one with the type. A
     * {@code lists.tsv} beside it replaces shipped lists of the same name for the user's own lines. Either may be missing.
     *
     * @throws IOException if a file can't be read or isn't UTF-8
     * @throws IllegalStateException if a line is wrong: file and line named
     */
    static FrameTable open(Ontology ontology, Path folder) throws IOException {
        FrameTable table = open(ontology);
        UserTables.rows(folder, "lists.tsv", 2).forEach(table::addList);
        Map<String, List<Frame>> own = new HashMap<>();
        for (Table.Row row : UserTables.rows(folder, "frames.tsv", COLUMNS + 1)) {
            table.add(row, 1, type(row, ontology), ontology, own);
        }
        own.forEach((lemma, frames) -> {
            sort(frames);
            frames.addAll(table.frames(lemma));
            table.byLemma.put(lemma, frames);
        });
        return table;
    }

    /** The line with the most conditions is tried first; among equals the table's order holds. */
    private static void sort(List<Frame> frames) {
        frames.sort((a, b) -> weight(b) - weight(a));
    }

    private static EventType type(Table.Row row, Ontology ontology) {
        return ontology.type(row.cell(0)).orElseThrow(() -> row.problem("unknown event type " + row.cell(0)));
    }

    /** @param first the column of the predicate */
    private void add(Table.Row row, int first, EventType type, Ontology ontology, Map<String, List<Frame>> into) {
        String id = row.file()
                        .substring(
                                Math.max(row.file().lastIndexOf('/'), row.file().lastIndexOf('\\')) + 1) + ":"
                + row.line();
        for (String predicate : row.cell(first).split("\\|", -1)) {
            List<String> words = List.of(predicate.split("_"));
            if (words.isEmpty() || words.get(0).isEmpty()) {
                throw row.problem("a frame needs a predicate");
            }
            into.computeIfAbsent(words.get(0), lemma -> new ArrayList<>())
                    .add(frame(row, first, id, type, words.subList(1, words.size()), ontology));
        }
    }

    /** The frames whose trigger is {@code lemma}, the most specific first. */
    List<Frame> frames(String lemma) {
        return byLemma.getOrDefault(lemma, List.of());
    }

    /** The frames of words that no table holds but the model takes for triggers of that type. */
    List<Frame> learned(String type) {
        return learned.getOrDefault(type, List.of());
    }

    /** Whether {@code lemma} is a noun for an act rather than for somebody. */
    boolean act(String lemma) {
        return lists("attack", lemma) || lists("talk", lemma) || lists("agreement", lemma) || lists("sanction", lemma);
    }

    /** Whether {@code lemma} stands in the list called {@code name}. */
    boolean lists(String name, String lemma) {
        return lists.getOrDefault(name, Set.of()).contains(lemma);
    }

    /** Words say more than kinds, kinds more than a bare slot, and what must be absent says nothing. */
    private static int weight(Frame frame) {
        int weight = 3 * frame.rest().size() + (frame.is(Frame.Flag.DROP) ? FIRST : 0);
        for (AnyOf need : frame.needs()) {
            int most = 0;
            for (Condition condition : need.alternatives()) {
                int own = condition.negated() ? 0 : weight(condition);
                most = Math.max(most, own);
            }
            weight += most;
        }
        return weight;
    }

    private static int weight(Condition condition) {
        if (!condition.words().isEmpty() || condition.slot().equals("neg")) {
            return 4;
        }
        return condition.kind().isEmpty() ? 1 : 2;
    }

    private Frame frame(Table.Row row, int first, String id, EventType type, List<String> rest, Ontology ontology) {
        String cameo = row.cell(first + 6);
        if (!ontology.knows(cameo) && !cameo.isEmpty()) {
            throw row.problem("unknown CAMEO code " + cameo);
        }
        return new Frame(
                id,
                type,
                row.cell(first + 5),
                cameo,
                partOfSpeech(row, first + 1),
                rest,
                needs(row, first + 2),
                row.words(first + 3),
                row.words(first + 4),
                flags(row, first + 7));
    }

    private static Frame.PartOfSpeech partOfSpeech(Table.Row row, int column) {
        return switch (row.cell(column)) {
            case "v" -> Frame.PartOfSpeech.VERB;
            case "n" -> Frame.PartOfSpeech.NOUN;
            case "p" -> Frame.PartOfSpeech.PREDICATE;
            default -> throw row.problem("part of speech must be v, n or p: " + row.cell(column));
        };
    }

    private List<AnyOf> needs(Table.Row row, int column) {
        List<AnyOf> needs = new ArrayList<>();
        for (String term : row.words(column)) {
            try {
                needs.add(AnyOf.parse(term, lists));
            } catch (IllegalArgumentException unknown) {
                throw row.problem(unknown.getMessage() + " in " + term);
            }
        }
        return needs;
    }

    private static Set<Frame.Flag> flags(Table.Row row, int column) {
        Set<Frame.Flag> flags = EnumSet.noneOf(Frame.Flag.class);
        for (String name : row.words(column)) {
            try {
                flags.add(Frame.Flag.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw row.problem("unknown flag " + name);
            }
        }
        return flags;
    }

    private void addList(Table.Row row) {
        lists.put(row.cell(0), new HashSet<>(row.words(1)));
    }
}
