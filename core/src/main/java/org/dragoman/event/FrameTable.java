package org.dragoman.event;

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
    /** More than any conditions weigh. */
    private static final int FIRST = 100;

    private final Map<String, List<Frame>> byLemma = new HashMap<>();
    private final Map<String, List<Frame>> learned = new HashMap<>();
    private final Map<String, Set<String>> lists;

    private FrameTable(Map<String, Set<String>> lists) {
        this.lists = lists;
    }

    /** @throws IllegalStateException if a shipped table is damaged: file and line named */
    static FrameTable open(Ontology ontology) {
        FrameTable table = new FrameTable(lists());
        for (EventType type : ontology.types()) {
            for (Table.Row row :
                    Table.rows(FrameTable.class, "frames/" + type.name().toLowerCase(Locale.ROOT) + ".tsv", 8)) {
                String id = row.file().substring(row.file().indexOf('/') + 1) + ":" + row.line();
                for (String predicate : row.cell(0).split("\\|", -1)) {
                    List<String> words = List.of(predicate.split("_"));
                    Frame frame = table.frame(row, id, type, words.subList(1, words.size()), ontology);
                    table.byLemma
                            .computeIfAbsent(words.get(0), lemma -> new ArrayList<>())
                            .add(frame);
                }
            }
        }
        for (Table.Row row : Table.rows(FrameTable.class, "learned.tsv", 8)) {
            EventType type =
                    ontology.type(row.cell(0)).orElseThrow(() -> row.problem("unknown event type " + row.cell(0)));
            table.learned
                    .computeIfAbsent(type.name(), name -> new ArrayList<>())
                    .add(table.frame(row, Frame.LEARNED, type, List.of(), ontology));
        }
        // The line with the most conditions is tried first; among equals the tables' order holds.
        table.byLemma.values().forEach(frames -> frames.sort((a, b) -> weight(b) - weight(a)));
        return table;
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

    private Frame frame(Table.Row row, String id, EventType type, List<String> rest, Ontology ontology) {
        if (!ontology.knows(row.cell(6)) && !row.cell(6).isEmpty()) {
            throw row.problem("unknown CAMEO code " + row.cell(6));
        }
        return new Frame(
                id,
                type,
                row.cell(5),
                row.cell(6),
                partOfSpeech(row),
                rest,
                needs(row),
                row.words(3),
                row.words(4),
                flags(row));
    }

    private static Frame.PartOfSpeech partOfSpeech(Table.Row row) {
        return switch (row.cell(1)) {
            case "v" -> Frame.PartOfSpeech.VERB;
            case "n" -> Frame.PartOfSpeech.NOUN;
            case "p" -> Frame.PartOfSpeech.PREDICATE;
            default -> throw row.problem("part of speech must be v, n or p: " + row.cell(1));
        };
    }

    private List<AnyOf> needs(Table.Row row) {
        List<AnyOf> needs = new ArrayList<>();
        for (String term : row.words(2)) {
            try {
                needs.add(AnyOf.parse(term, lists));
            } catch (IllegalArgumentException unknown) {
                throw row.problem(unknown.getMessage() + " in " + term);
            }
        }
        return needs;
    }

    private static Set<Frame.Flag> flags(Table.Row row) {
        Set<Frame.Flag> flags = EnumSet.noneOf(Frame.Flag.class);
        for (String name : row.words(7)) {
            try {
                flags.add(Frame.Flag.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw row.problem("unknown flag " + name);
            }
        }
        return flags;
    }

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (Table.Row row : Table.rows(FrameTable.class, "lists.tsv", 2)) {
            lists.put(row.cell(0), new HashSet<>(row.words(1)));
        }
        return lists;
    }
}
