package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Holds the arrows of docs/architecture.md: a room may use those above it in the list, never those below. */
class ArchitectureTest {

    private static final List<String> ROOMS = List.of("support", "web", "account", "voter", "rating", "provider", "model",
            "text", "battle", "vote", "leaderboard", "integrity", "benchmark", "dataset", "desk");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dohyo");

    @TestFactory
    List<DynamicTest> roomUsesOnlyThoseAboveIt() {
        return ROOMS.stream().map(room -> DynamicTest.dynamicTest(room, () -> {
            List<String> below = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
            String[] packages = below.stream().map(name -> "org.dohyo." + name + "..").toArray(String[]::new);
            ArchRuleDefinition.noClasses().that().resideInAPackage("org.dohyo." + room + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(packages)
                    .because("data flows one way through the house; an arrow backwards makes a cycle")
                    .allowEmptyShould(true).check(CLASSES);
        })).toList();
    }

    @Test
    void ratingIsPlainArithmetic() {
        ArchRuleDefinition.noClasses().that().resideInAPackage("org.dohyo.rating..")
                .should().dependOnClassesThat()
                .resideOutsideOfPackages("org.dohyo.rating..", "java..", "org.apache.commons.statistics..")
                .because("the numbers must be testable and reusable without a running application")
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void everyClassHasARoom() {
        assertThat(CLASSES.stream().map(c -> c.getPackageName())
                .filter(name -> name.startsWith("org.dohyo.")).map(name -> name.split("\\.")[2]))
                .isSubsetOf(ROOMS);
    }
}
