package org.dragoman.event;

import java.io.IOException;
import java.nio.file.Path;
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
    private static final int TYPE_COLUMNS = 6;
    private static final int CODE_COLUMNS = 3;

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
        ontology.addTypes(Table.rows(Ontology.class, "types.tsv", TYPE_COLUMNS));
        Table.rows(Ontology.class, "cameo.tsv", CODE_COLUMNS).forEach(ontology::addCode);
        return ontology;
    }

    /**
     * The shipped types and codes with those of a user's {@code types.tsv} and {@code cameo.tsv}, which win over shipped ones
     * of the same name. Either file may be missing.
     *
     * @throws IOException if a file can't be read or isn't UTF-8
     * @throws IllegalStateException if a line is wrong: file and line named
     */
    static Ontology open(Path folder) throws IOException {
        Ontology ontology = open();
        ontology.addTypes(UserTables.rows(folder, "types.tsv", TYPE_COLUMNS));
        UserTables.rows(folder, "cameo.tsv", CODE_COLUMNS).forEach(ontology::addCode);
        return ontology;
    }

    private void addTypes(List<Table.Row> rows) {
        for (Table.Row row : rows) {
            int quad = (int) number(row, 1);
            if (quad < 1 || quad > 4) {
                throw row.problem("quad class must be 1 to 4: " + row.cell(1));
            }
            types.put(
                    row.cell(0),
                    new EventType(row.cell(0), quad, number(row, 2), row.cell(3).equals("yes")));
        }
        for (Table.Row row : rows) {
            EventType type = types.get(row.cell(4));
            if (type == null) {
                throw row.problem("unknown type " + row.cell(4));
            }
            announced.put(row.cell(0), new Announced(type, row.cell(5)));
        }
    }

    private void addCode(Table.Row row) {
        codes.put(row.cell(0), new Code(number(row, 1), row.words(2)));
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
