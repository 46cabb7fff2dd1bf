package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An operator backs a running arena up, loses its database, restores it, and hears what is missing. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class BackupStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "a password for the desk";
    private static final Map<String, String> ADMIN = Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD);

    @TempDir
    Path work;

    @Test
    void runningArena_isBackedUp_lost_restored_andSaysWhatIsMissing() throws Exception {
        Path data = work.resolve("data");
        Path backup = work.resolve("backup");
        String kept;
        ArenaClient voter;
        try (ArenaProcess arena = ArenaProcess.start(data, ADMIN)) {
            voter = new ArenaClient(arena);
            kept = voter.fight("Why is the sky blue?");
            voter.vote(kept, "A");
            await().atMost(PATIENCE).until(() -> voter(arena).loggedVotes() == 1);
            assertThat(voter.postAsAdmin("/api/admin/models", PASSWORD, """
                    {"slug":"east","name":"East","protocol":"openai","baseUrl":"http://127.0.0.1:9/v1","modelId":"e",
                    "apiKey":"sk-east"}""")).isEqualTo(201);
            ArenaProcess.Ran taken = ArenaProcess.command(data, Map.of(), "backup", backup.toString(), "--with-key");
            assertThat(taken.code()).as(taken.errors()).isZero();
            assertThat(taken.output()).contains("as secret as").containsPattern("a log of \\d+ entries");
            voter.vote(voter.fight("And the sea?"), "B");
            await().atMost(PATIENCE).until(() -> voter(arena).loggedVotes() == 2
                    && Files.exists(data.resolve("log.seen")) && Files.readString(data.resolve("log.seen"))
                            .contains("\"size\":" + voter(arena).logSize() + ","));
            arena.stop();
        }
        Files.move(data.resolve("postgres"), work.resolve("lost"));
        ArenaProcess.Ran restored = ArenaProcess.command(data, Map.of(), "restore", backup.toString());
        assertThat(restored.code()).as(restored.errors()).isZero();
        assertThat(restored.output()).containsPattern("a log of \\d+ entries");
        assertThat(restored.errors()).isEmpty();

        try (ArenaProcess arena = ArenaProcess.start(data)) {
            voter.meets(arena);
            assertThat(voter.state(kept)).isEqualTo("VOTED");
            assertThat(arena.output())
                    .containsPattern("was set back to an older time: the vote log has \\d+ entries, and had \\d+");
            int signed = voter.signedSize();
            assertThat(voter.vote(voter.fight("Who is there?"), "A")).as("promise").isNull();
            await().atMost(PATIENCE).until(() -> voter.boardVotes() == 2);
            assertThat(voter.getAsAdmin("/desk", PASSWORD)).contains("The vote log was set back")
                    .containsPattern("The log had \\d+ entries and has \\d+ now\\.");
            assertThat(voter.body("/log")).contains("nothing new is signed");
            assertThat(voter.signedSize()).isEqualTo(signed).isLessThan(voter.logSize());
            assertThat(voter.postAsAdmin("/api/admin/log/acknowledge", PASSWORD)).isEqualTo(204);
            assertThat(voter.getAsAdmin("/desk", PASSWORD)).doesNotContain("set back");
            await().atMost(PATIENCE).until(() -> voter.signedSize() > signed);
            assertThat(voter.vote(voter.fight("And now?"), "A")).as("promise").isNotNull();
            assertThat(voter.body("/log")).doesNotContain("nothing new is signed");
            arena.stop();
        }
        try (ArenaProcess arena = ArenaProcess.start(data)) {
            assertThat(arena.output()).doesNotContain("set back");
        }
    }

    private static ArenaClient voter(ArenaProcess arena) {
        return new ArenaClient(arena);
    }
}
