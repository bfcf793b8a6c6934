package org.dragoman.event;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.table.Table;

/**
 * PLOVER's types and CAMEO's codes with their scores and contexts, from {@code types.tsv} and {@code cameo.tsv}.
 * Immutable.
 */
final class Ontology {
    private final Map<String, EventType> types = new LinkedHashMap<>();
    private final Map<String, Announced> announced = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();

    /** What the announcement of an act is: "will attack" is a threat. */
    record Announced(EventType type, String cameo) {}

    private record Code(double goldstein, List<String> contexts) {}

    private Ontology() {}

    /** @throws IllegalStateException if a shipped table is damaged: file and line named */
    static Ontology open() {
        Ontology ontology = new Ontology();
        List<Table.Row> rows = Table.rows(Ontology.class, "types.tsv", 6);
        for (Table.Row row : rows) {
            ontology.types.put(
                    row.cell(0),
                    new EventType(
                            row.cell(0),
                            (int) number(row, 1),
                            number(row, 2),
                            row.cell(3).equals("yes")));
        }
        for (Table.Row row : rows) {
            EventType type = ontology.types.get(row.cell(4));
            if (type == null) {
                throw row.problem("unknown type " + row.cell(4));
            }
            ontology.announced.put(row.cell(0), new Announced(type, row.cell(5)));
        }
        for (Table.Row row : Table.rows(Ontology.class, "cameo.tsv", 3)) {
            ontology.codes.put(row.cell(0), new Code(number(row, 1), row.words(2)));
        }
        return ontology;
    }

    /** Every type, in the table's order. */
    Iterable<EventType> types() {
        return types.values();
    }

    Optional<EventType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** What announcing an act of {@code type} is; of the same type where announcing makes no difference. */
    Announced announced(EventType type) {
        return announced.getOrDefault(type.name(), new Announced(type, ""));
    }

    boolean knows(String cameo) {
        return codes.containsKey(cameo);
    }

    /** Goldstein score of a CAMEO code, -10 to +10. */
    double goldstein(String cameo) {
        Code code = codes.get(cameo);
        return code == null ? 0 : code.goldstein;
    }

    /** PLOVER contexts that come with a CAMEO code. */
    List<String> contexts(String cameo) {
        Code code = codes.get(cameo);
        return code == null ? List.of() : code.contexts;
    }

    private static double number(Table.Row row, int column) {
        try {
            return Double.parseDouble(row.cell(column));
        } catch (NumberFormatException notANumber) {
            throw row.problem("not a number: " + row.cell(column));
        }
    }
}
