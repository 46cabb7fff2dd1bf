package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents name only classes, files, settings and headings that exist. */
class DocsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    /** Types of other projects, durations, and words that only look like a type or a file of ours. */
    private static final Set<String> FOREIGN = Set.of("ForbiddenException",
            "HttpAuthenticationMechanism", "HttpClient", "NoSuchTest", "P1D", "P90D", "ServiceMonitor");
    private static final DocumentReferences REFERENCES = new DocumentReferences(ROOT, FOREIGN, SettingsTest.names());

    static Stream<Path> documents() {
        return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md").map(Path::of),
                DocumentReferences.files(ROOT.resolve("docs")).stream().map(ROOT::relativize)
                        .filter(file -> file.toString().endsWith(".md")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void references_exist(Path document) {
        assertThat(REFERENCES.missing(ROOT.resolve(document))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "`BattleSate`", "`leaderboard.LeaderboardJob`", "`vote.VoteLog.rewind`", "`gone.js`",
            "`src/main/java/Gone.java`", "run src/load/Gone.java", "[gone](gone.md)", "[gone](#gone)",
            "`./mvnw test -Dtest=GoneTest`", "`dohyo" + ".gone`", "`DOHYO" + "_GONE`" })
    void reference_toNothing_isReported(String text, @TempDir Path folder) throws IOException {
        assertThat(missing(text, folder)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "`BattleState`", "`leaderboard.job.LeaderboardJob`", "`Results.add`", "`battle/state.js`",
            "`src/main/java`", "[head](#a-head-of-its-own)", "`./mvnw test -Dtest=LanguageTest`", "`Location`",
            "`dohyo.provider.allow-private`", "`DOHYO_DATA_DIR`", "https://example.org/src/gone" })
    void reference_toSomething_isNot(String text, @TempDir Path folder) throws IOException {
        assertThat(missing("# A head of its own\n" + text, folder)).isEmpty();
    }

    @Test
    void examplesInFences_needNoType(@TempDir Path folder) throws IOException {
        assertThat(missing("```\n`NoSuchType`\n```\n", folder)).isEmpty();
    }

    private static List<String> missing(String text, Path folder) throws IOException {
        return REFERENCES.missing(Files.writeString(folder.resolve("document.md"), text));
    }
}
