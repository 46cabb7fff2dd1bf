package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Holds the order of the packages, their size, and the picture of the rooms in docs/architecture.md. */
class ArchitectureTest {

    private static final String ROOT = "org.dohyo";
    private static final Path SOURCES = Path.of("src/main/java/org/dohyo");

    /** A package may use those before it, never those after it. Rooms that don't exist yet have their place already. */
    private static final List<String> ORDER = List.of("support", "support.embedded", "web.proxy", "web", "web.csv",
            "web.cache", "replica",
            "account", "account.token", "account.signon",
            "voter",
            "rating.exact", "rating", "text", "provider", "provider.stream", "provider.http", "provider.openai",
            "provider.text",
            "provider.anthropic", "provider.gemini", "provider.aws", "provider.demo", "model.secret", "flood", "model",
            "model.endpoint",
            "model.admin",
            "battle", "battle.stream", "battle.play", "battle.api", "vote", "vote.imported", "vote.uncounted",
            "vote.statement",
            "log.tree", "log", "log.witness", "log.page",
            "moderation",
            "rating.agreement", "rating.ordinal", "rating.judge", "rating.sequential", "rating.frontier",
            "leaderboard.count",
            "leaderboard.board", "leaderboard.agreement", "leaderboard.speed", "leaderboard.job", "leaderboard.pairing",
            "leaderboard.chart",
            "leaderboard.page", "leaderboard.exposure", "leaderboard.value", "leaderboard.yardstick",
            "leaderboard.api", "benchmark", "benchmark.imports", "benchmark.runner", "benchmark.run",
            "benchmark.mtbench",
            "benchmark.mmlu",
            "benchmark.page", "benchmark.api", "integrity.tilt", "integrity", "dataset.format",
            "dataset.format.lmsys", "dataset.file", "dataset", "dataset.exports.file", "dataset.exports",
            "dataset.release.search", "dataset.release", "me",
            "project", "project.people", "project.content", "project.answering", "project.queue", "project.judgement",
            "project.log",
            "project.board", "project.quality", "project.judge", "project.out", "project.api", "project.page",
            "metrics",
            "traces", "desk",
            "start",
            "backup", "verify", "cli",
            "");

    private static final Set<String> COMING = Set.of("integrity");

    private static final int MOST_FILES = 30;
    /** The arithmetic stays in one package: its types are small and depend on each other. */
    private static final Map<String, Integer> LARGER = Map.of("rating", 32);

    private static final JavaClasses CLASSES = ProductClasses.ALL;

    @TestFactory
    Stream<DynamicTest> packageUsesOnlyThoseBeforeIt() {
        return ORDER.stream().filter(name -> !COMING.contains(name))
                .map(name -> DynamicTest.dynamicTest(full(name), () -> {
                    String[] after = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                            .map(ArchitectureTest::full)
                            .toArray(String[]::new);
                    if (after.length > 0) {
                        ArchRuleDefinition.noClasses().that().resideInAPackage(full(name))
                                .should().dependOnClassesThat().resideInAnyPackage(after)
                                .because("data flows one way through the house; an arrow backwards makes a cycle")
                                .check(CLASSES);
                    }
                }));
    }

    /** Byte code knows nothing of an import that only a comment needs, but its reader does. */
    @Test
    void importsFollowTheOrderToo() throws IOException {
        List<String> backwards = new ArrayList<>();
        for (Path file : sources()) {
            String own = packageOf(file);
            imports(Files.readString(file)).filter(used -> ORDER.indexOf(used) > ORDER.indexOf(own))
                    .forEach(used -> backwards.add(file + " imports " + full(used)));
        }
        assertThat(backwards).isEmpty();
    }

    @Test
    void everyClassIsInAPackageOfTheOrder() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).map(ArchitectureTest::shortened)).isSubsetOf(ORDER);
    }

    @Test
    void packageIsSmall_andSaysWhatItIsFor() throws IOException {
        Map<String, List<Path>> files = sources().stream().collect(Collectors.groupingBy(ArchitectureTest::packageOf));
        assertThat(files).allSatisfy((name, paths) -> {
            assertThat(paths).as("files of " + full(name))
                    .hasSizeLessThanOrEqualTo(LARGER.getOrDefault(name, MOST_FILES));
            assertThat(paths).as("package-info of " + full(name)).anyMatch(path -> path.endsWith("package-info.java"));
        });
        for (Path file : sources()) {
            if (file.endsWith("package-info.java")) {
                assertThat(Files.readAllLines(file).stream().filter(line -> line.startsWith(" * "))).as(file.toString())
                        .hasSizeBetween(1, 6);
            }
        }
    }

    @Test
    void ratingIsPlainArithmetic() {
        ArchRuleDefinition.noClasses().that().resideInAPackage("org.dohyo.rating..")
                .should().dependOnClassesThat()
                .resideOutsideOfPackages("org.dohyo.rating..", "java..", "org.apache.commons.statistics..")
                .because("the numbers must be testable and reusable without a running application").check(CLASSES);
    }

    @Test
    void roomsOfTheArithmeticDoNotUseEachOther() {
        SlicesRuleDefinition.slices().matching("org.dohyo.rating.(*)..").should().notDependOnEachOther()
                .because("each is about one thing, and rating is what they share").check(CLASSES);
    }

    @Test
    void treeOfTheLogIsPlainArithmetic() {
        ArchRuleDefinition.noClasses().that().resideInAPackage("org.dohyo.log.tree..")
                .should().dependOnClassesThat().resideOutsideOfPackages("org.dohyo.log.tree..", "java..")
                .because("anyone must be able to verify the log without a running application").check(CLASSES);
    }

    /** The picture leaves out an arrow that follows from others, so that it can be read. */
    @Test
    void pictureOfTheRooms_isThatOfTheCode() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream().map(used -> used.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith(ROOT + "."))
                    .forEach(name -> uses.computeIfAbsent(room(type.getPackageName()), r -> new TreeSet<>())
                            .add(room(name)));
        }
        uses.forEach((room, used) -> used.remove(room));
        uses.remove("");
        List<String> arrows = new ArrayList<>();
        uses.forEach(
                (room, used) -> used.stream().filter(to -> used.stream().noneMatch(over -> reaches(uses, over, to)))
                        .forEach(to -> arrows.add("    " + room + " --> " + to)));
        String picture = "```mermaid\nflowchart BT\n" + String.join("\n", arrows) + "\n```";
        assertThat(Files.readString(Path.of("docs/architecture.md"))).contains(picture);
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        return uses.getOrDefault(from, Set.of()).stream().anyMatch(next -> next.equals(to) || reaches(uses, next, to));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static Stream<String> imports(String source) {
        return Pattern.compile("^import (?:static )?org\\.dohyo\\.((?:[a-z]+\\.)*)[A-Z]", Pattern.MULTILINE)
                .matcher(source)
                .results().map((MatchResult found) -> found.group(1).replaceAll("\\.$", ""));
    }

    private static String full(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    private static String shortened(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    private static String room(String packageName) {
        return shortened(packageName).split("\\.")[0];
    }
}
