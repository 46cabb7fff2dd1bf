package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the README tells a newcomer to type works as it stands there. */
@Execution(ExecutionMode.CONCURRENT)
class ReadmeIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_IN_A_CLONE = Set.of("target", "data", ".git", "node_modules");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):]+)\\)");
    private static final Pattern FILE = Pattern.compile("(?<![\\w/=.])(?:docker|src|docs)/[\\w./-]*\\w");
    private static final Pattern TEST_CLASS = Pattern.compile("-Dit\\.test=(\\w+)");
    private static final Duration BUILD = Duration.ofMinutes(10);

    @TempDir
    Path clone;

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }

    private static List<String> commands() throws IOException {
        return BLOCK.matcher(readme()).results().flatMap(block -> block.group(1).lines()).toList();
    }

    @Tag("long")
    @Test
    void firstCommand_servesAnArenaThatKeepsItsVotes() throws Exception {
        copyProject();
        int port = ArenaProcess.freePort();
        URI server = URI.create("http://localhost:" + port);
        Process run = type(commands().get(0), port);
        try {
            await().atMost(BUILD).until(() -> !run.isAlive() || output().contains(server.toString()));
            assertThat(run.isAlive()).as(output()).isTrue();
            assertThat(output()).contains("/setup?token=", clone.resolve("data").toString());
            ArenaClient voter = new ArenaClient(server);
            voter.vote(voter.fight("Why is the sky blue?"), "A");
            await().untilAsserted(() -> assertThat(voter.boardVotes()).isEqualTo(1));
        } finally {
            end(run);
        }
        assertThat(clone.resolve("data/postgres/postmaster.pid")).doesNotExist();
        assertThat(output()).doesNotContain("\tat ");
    }

    @Test
    void whatIsNamed_exists() throws IOException {
        String all = readme();
        assertThat(commands()).hasSizeGreaterThan(4);
        assertThat(LINK.matcher(all).results().map(link -> link.group(1)))
                .isNotEmpty().allSatisfy(path -> assertThat(PROJECT.resolve(path)).exists());
        assertThat(FILE.matcher(all).results().map(MatchResult::group)).isNotEmpty()
                .allSatisfy(path -> assertThat(PROJECT.resolve(path)).exists());
        assertThat(TEST_CLASS.matcher(all).results().map(test -> test.group(1))).isNotEmpty()
                .allSatisfy(name -> assertThat(PROJECT.resolve("src/test/java/org/dohyo/" + name + ".java")).exists());
    }

    private Process type(String command, int port) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", "exec " + command).directory(clone.toFile())
                .redirectErrorStream(true).redirectOutput(clone.resolve("output").toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("DOHYO_"));
        // This machine's 8080 may be taken.
        shell.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // The build that runs this test has checked the form of the sources.
        shell.environment().put("MAVEN_ARGS", "-Dformatter.skip -Dimpsort.skip");
        return shell.start();
    }

    private String output() throws IOException {
        return Files.readString(clone.resolve("output"));
    }

    /** As a terminal does when it closes: all that the command started is told to end. */
    private static void end(Process run) throws InterruptedException {
        List<ProcessHandle> all = run.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        run.destroy();
        assertThat(run.waitFor(BUILD.toSeconds(), TimeUnit.SECONDS)).isTrue();
        all.forEach(part -> part.onExit().join());
    }

    private void copyProject() throws IOException {
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_IN_A_CLONE.contains(directory.getFileName().toString())
                        && directory.getParent().equals(PROJECT)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(clone.resolve(PROJECT.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, clone.resolve(PROJECT.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
