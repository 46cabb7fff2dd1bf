package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * An arena's own PostgreSQL is backed up by a real pgBackRest with the configuration of docs/operations, and restored
 * to a moment before the last vote. Skipped where Debian's packages pgbackrest and postgresql are missing.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class PgBackRestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "a password for the desk";

    @TempDir
    Path work;

    @Test
    void restoreToAMomentBeforeTheLastVote_isNoticed_andArchivingGoesOn() throws Exception {
        assumeTrue(BackedUpCluster.isInstalled(), "pgbackrest or postgresql is not installed");
        try (BackedUpCluster cluster = new BackedUpCluster(work.resolve("cluster"))) {
            String moment;
            String kept;
            ArenaClient voter;
            try (ArenaProcess arena = start(cluster)) {
                voter = new ArenaClient(arena);
                cluster.pgBackRest("stanza-create");
                cluster.pgBackRest("check");
                vote(voter, 1);
                cluster.pgBackRest("--type=full", "backup");
                kept = vote(voter, 2);
                cluster.pgBackRest("--type=incr", "backup");
                assertThat(cluster.pgBackRest("info")).contains("status: ok", "full backup: ", "incr backup: ");
                moment = cluster.sql("select now()");
                vote(voter, 3);
                await().atMost(PATIENCE).until(() -> Files.exists(work.resolve("data/log.seen"))
                        && Files.readString(work.resolve("data/log.seen"))
                                .contains("\"size\":" + voter.logSize() + ","));
                arena.stop();
            }
            cluster.stop();
            cluster.pgBackRest("--delta", "--type=time", "--target=" + moment, "--target-action=promote", "restore");
            cluster.start();
            await().atMost(PATIENCE).until(() -> cluster.sql("select pg_is_in_recovery()").equals("f"));

            try (ArenaProcess arena = start(cluster)) {
                voter.meets(arena);
                assertThat(voter.state(kept)).isEqualTo("VOTED");
                assertThat(arena.output())
                        .containsPattern("was set back to an older time: the vote log has \\d+ entries, and had \\d+");
                assertThat(voter.getAsAdmin("/desk", PASSWORD)).contains("The vote log was set back")
                        .containsPattern("The log had \\d+ entries and has \\d+ now\\.");
                vote(voter, 3);
                assertThat(voter.postAsAdmin("/api/admin/log/acknowledge", PASSWORD)).isEqualTo(204);
                assertThat(voter.getAsAdmin("/desk", PASSWORD)).doesNotContain("set back");
                cluster.pgBackRest("check");
                cluster.pgBackRest("--type=incr", "backup");
                arena.stop();
            }
        }
    }

    private ArenaProcess start(BackedUpCluster cluster) {
        Map<String, String> environment = new HashMap<>(cluster.environment());
        environment.put("DOHYO_ADMIN_PASSWORD", PASSWORD);
        return ArenaProcess.start(work.resolve("data"), environment);
    }

    /** @return the battle, whose vote is the log's entry of that number */
    private static String vote(ArenaClient voter, int number) throws Exception {
        String battle = voter.fight("Explain the tides, part " + number);
        voter.vote(battle, "A");
        await().atMost(PATIENCE).until(() -> voter.loggedVotes() == number);
        return battle;
    }
}
