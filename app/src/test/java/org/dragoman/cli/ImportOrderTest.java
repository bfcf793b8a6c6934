package org.dragoman.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law of reading order in the program: a package imports only packages before it. */
class ImportOrderTest {
    private static final List<String> READING_ORDER =
            List.of("output", "predict", "evaluate", "archive", "watch", "query", "export", "server", "cli");

    @Test
    void importsOnlyPackagesBeforeIt() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : READING_ORDER) {
            order = order.layer(name).definedBy("org.dragoman." + name + "..");
        }
        for (int i = 0; i < READING_ORDER.size() - 1; i++) {
            List<String> later = READING_ORDER.subList(i + 1, READING_ORDER.size());
            order = order.whereLayer(READING_ORDER.get(i)).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        order.whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.dragoman"));
    }
}
