package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.dohyo.support.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The former version serves and counts votes while this one migrates its database and takes over.
 * {@code -Ddohyo.upgrade.from} names another commit.
 */
@Tag("proof")
class UpgradeIT {

    private static final String FORMER = System.getProperty("dohyo.upgrade.from",
            "80719f1ac0b1b16b0bddf29e6843d9c2acb1e980");
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Duration BUILD = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int SOME = 3;

    @TempDir
    Path work;

    private EmbeddedDatabase database;

    @Test
    void votesAreCastAndCounted_whileTheNextVersionTakesOver() throws Exception {
        Path formerJar = formerJar();
        database = EmbeddedDatabase.start(work.resolve("database"));
        try (ArenaProcess former = start(formerJar, "former"); Voter voter = new Voter(former)) {
            voter.votesSome();
            ArenaClient reader = new ArenaClient(former);
            String begun = reader.fight("Who votes elsewhere?");
            try (ArenaProcess next = start(ArenaProcess.JAR, "next")) {
                voter.votesSome();
                reader.meets(next);
                reader.vote(begun, "B");
                voter.meets(next);
                former.stop();
                voter.votesSome();
                boardCounts(next, voter.end() + 1);
            }
        } finally {
            database.close();
        }
    }

    private static void boardCounts(ArenaProcess arena, int votes) throws Exception {
        ArenaClient reader = new ArenaClient(arena);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reader.boardVotes()).isEqualTo(votes));
        assertThat(reader.loggedVotes()).isEqualTo(votes);
    }

    private ArenaProcess start(Path jar, String name) {
        return ArenaProcess.start(jar, work.resolve(name), Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER, "QUARKUS_DATASOURCE_PASSWORD",
                database.password(), "DOHYO_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "10000", "DOHYO_BATTLE_PER_VOTER_AND_HOUR", "10000"));
    }

    /** Builds the former version from the project's history. */
    private static Path formerJar() throws Exception {
        assumeThat(run(PROJECT, "git cat-file -e " + FORMER + "^{commit}")).as("the history has " + FORMER).isZero();
        Path source = PROJECT.resolve("target/former-" + FORMER);
        Path jar = source.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            Files.createDirectories(source);
            assertThat(run(PROJECT, "git archive " + FORMER + " | tar -x -C " + source)).isZero();
            assertThat(run(source, "./mvnw -q -B -ntp -Dmaven.test.skip=true package")).isZero();
        }
        return jar;
    }

    private static int run(Path directory, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-o", "pipefail", "-c", command).directory(directory.toFile())
                .inheritIO().start();
        if (!process.waitFor(BUILD.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still ran: " + command);
        }
        return process.exitValue();
    }

    /** Votes without a pause; no call of it may fail. */
    private static final class Voter implements AutoCloseable {

        private final AtomicInteger acknowledged = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CompletableFuture<Void> votes;
        private volatile ArenaProcess arena;

        Voter(ArenaProcess arena) {
            this.arena = arena;
            this.votes = CompletableFuture.runAsync(this::vote);
        }

        private void vote() {
            ArenaClient client = new ArenaClient(arena);
            try {
                while (!ended.get()) {
                    client.meets(arena);
                    client.vote(client.fight("Why is the sky blue?"), "A");
                    acknowledged.incrementAndGet();
                }
            } catch (Exception e) {
                throw new IllegalStateException("after " + acknowledged + " votes", e);
            }
        }

        /** Votes at another process from the next battle on, and returns when it does. */
        void meets(ArenaProcess next) {
            arena = next;
            votesSome();
        }

        void votesSome() {
            int before = acknowledged.get();
            await().atMost(PATIENCE).until(() -> votes.isDone() || acknowledged.get() >= before + SOME);
            assertThat(votes).isNotCompletedExceptionally();
        }

        /** Returns the number of acknowledged votes. */
        int end() {
            ended.set(true);
            votes.join();
            return acknowledged.get();
        }

        @Override
        public void close() {
            ended.set(true);
        }
    }
}
