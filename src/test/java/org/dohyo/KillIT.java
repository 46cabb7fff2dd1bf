package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vote that was acknowledged is there again after a kill, whichever process it hit: stored, logged and counted once.
 * {@code -Ddohyo.kill9.rounds=17} makes 51 kills of the three.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("dohyo.kill9.rounds", 1);

    /** The control's vote is lost unless the database happens to write its log in the same instant. */
    private static final int CONTROL_ROUNDS = 3;

    @TempDir
    Path data;

    private interface Kill {
        void hit(ArenaProcess arena) throws Exception;
    }

    /** What a kill left of a vote. */
    private record Left(String state, int votes, int entries) {
    }

    @Test
    void killOfTheApplication_losesNoVote() throws Exception {
        losesNothing(ArenaProcess::kill9);
    }

    @Test
    void killOfApplicationAndDatabase_losesNoVote() throws Exception {
        losesNothing(ArenaProcess::killAll9);
    }

    @Test
    void killOfTheDatabase_losesNoVote() throws Exception {
        losesNothing(arena -> {
            arena.killPostgres9();
            arena.kill9();
        });
    }

    private void losesNothing(Kill kill) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            assertThat(leftAfter(kill, round)).as("round " + round).isEqualTo(new Left("VOTED", round, round));
        }
    }

    /** @param votes so many votes the board must have in the end: each round finds those before it again */
    private Left leftAfter(Kill kill, int votes) throws Exception {
        ArenaClient voter;
        String battle;
        try (ArenaProcess arena = ArenaProcess.start(data)) {
            voter = new ArenaClient(arena);
            battle = voter.fight("Explain why the sky is blue");
            voter.vote(battle, "A");
            kill.hit(arena);
        }
        try (ArenaProcess again = ArenaProcess.start(data)) {
            voter.meets(again);
            await().atMost(Duration.ofSeconds(10)).until(() -> voter.boardVotes() == votes);
            return new Left(voter.state(battle), voter.boardVotes(), voter.logSize());
        }
    }

    /** With commits that don't wait for the disk the same kill loses the vote, so the tests above can fail. */
    @Test
    void control_withoutSynchronousCommit_votesAreLost() throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(data)) {
            makeUnsafe(arena);
            arena.stop();
        }
        int kept = 0;
        for (int round = 0; round < CONTROL_ROUNDS && kept == round; round++) {
            kept += isKept() ? 1 : 0;
        }
        assertThat(kept).isLessThan(CONTROL_ROUNDS);
    }

    private boolean isKept() throws Exception {
        ArenaClient voter;
        String battle;
        try (ArenaProcess arena = ArenaProcess.start(data)) {
            voter = new ArenaClient(arena);
            battle = voter.fight("Explain why the sky is blue");
            voter.vote(battle, "A");
            arena.killAll9();
        }
        try (ArenaProcess again = ArenaProcess.start(data)) {
            voter.meets(again);
            return "VOTED".equals(voter.state(battle));
        }
    }

    private static void makeUnsafe(ArenaProcess arena) throws Exception {
        try (Connection connection = arena.database(); Statement statement = connection.createStatement()) {
            // The start names its settings on the command line, which a database's own settings override.
            statement.execute("ALTER DATABASE postgres SET synchronous_commit = off");
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
        }
    }
}
