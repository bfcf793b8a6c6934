package org.dragoman;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of reading order: a package imports only packages before it. */
class ImportOrderTest {
    private static final List<String> READING_ORDER =
            List.of("table", "text", "page", "article", "nlp", "entity", "actor", "place", "time", "quote", "event");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dragoman");

    static List<String> packages() {
        return READING_ORDER;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyPackagesBeforeIt(String name) {
        int position = READING_ORDER.indexOf(name);
        for (String later : READING_ORDER.subList(position + 1, READING_ORDER.size())) {
            noClasses()
                    .that()
                    .resideInAPackage("org.dragoman." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.dragoman." + later + "..")
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideInAPackage("org.dragoman." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dragoman")
                .check(CLASSES);
    }
}
