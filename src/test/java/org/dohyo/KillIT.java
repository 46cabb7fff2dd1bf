package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A vote that was acknowledged is there again after a kill, whichever process it hit: stored, logged and counted once.
 * By itself it kills both processes once; {@code -Ddohyo.kill9.rounds=17 -Ddohyo.kill9.kinds=all} makes 51 kills of
 * three kinds.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {

    private static final int ROUNDS = Integer.getInteger("dohyo.kill9.rounds", 1);
    private static final List<Kill> KINDS = "all".equals(System.getProperty("dohyo.kill9.kinds"))
            ? List.of(Kill.values())
            : List.of(Kill.APPLICATION_AND_DATABASE);

    /** The control's vote is lost unless the database happens to write its log in the same instant. */
    private static final int CONTROL_ROUNDS = 3;

    @TempDir
    Path data;

    private ArenaProcess arena;

    private enum Kill {
        /** Its database is left running. */
        APPLICATION {
            @Override
            void hit(ArenaProcess arena) throws Exception {
                arena.kill9();
            }
        },
        APPLICATION_AND_DATABASE {
            @Override
            void hit(ArenaProcess arena) throws Exception {
                arena.killAll9();
            }
        },
        DATABASE_THEN_APPLICATION {
            @Override
            void hit(ArenaProcess arena) throws Exception {
                arena.killPostgres9();
                arena.kill9();
            }
        };

        abstract void hit(ArenaProcess arena) throws Exception;
    }

    /** What a kill left of a vote. */
    private record Left(String state, int votes, int entries) {
    }

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void killsOfWhicheverProcess_loseNoVote() throws Exception {
        arena = ArenaProcess.start(data);
        for (int round = 0; round < ROUNDS; round++) {
            for (Kill kill : KINDS) {
                int votes = round * KINDS.size() + KINDS.indexOf(kill) + 1;
                assertThat(leftAfter(kill, votes)).as(kill + ", vote " + votes)
                        .isEqualTo(new Left("VOTED", votes, votes));
            }
        }
    }

    /** @param votes so many votes the board must have in the end: each kill finds those before it again */
    private Left leftAfter(Kill kill, int votes) throws Exception {
        ArenaClient voter = new ArenaClient(arena);
        String battle = killedAfterVote(voter, kill);
        await().atMost(Duration.ofSeconds(10)).until(() -> voter.boardVotes() == votes);
        return new Left(voter.state(battle), voter.boardVotes(), voter.loggedVotes());
    }

    /** Votes, kills at once when the vote is acknowledged, and starts again; returns the battle. */
    private String killedAfterVote(ArenaClient voter, Kill kill) throws Exception {
        String battle = voter.fight("Explain why the sky is blue");
        voter.vote(battle, "A");
        kill.hit(arena);
        arena = ArenaProcess.start(data);
        voter.meets(arena);
        return battle;
    }

    /**
     * With commits that don't wait for the disk the same kill loses the vote, so the tests above can fail.
     * {@code DurabilityIT} shows the same of the server alone.
     */
    @Test
    @Tag("proof")
    void control_withoutSynchronousCommit_votesAreLost() throws Exception {
        arena = ArenaProcess.start(data);
        makeUnsafe(arena);
        arena.stop();
        arena = ArenaProcess.start(data);
        int kept = 0;
        for (int round = 0; round < CONTROL_ROUNDS && kept == round; round++) {
            ArenaClient voter = new ArenaClient(arena);
            kept += "VOTED".equals(voter.state(killedAfterVote(voter, Kill.APPLICATION_AND_DATABASE))) ? 1 : 0;
        }
        assertThat(kept).isLessThan(CONTROL_ROUNDS);
    }

    private static void makeUnsafe(ArenaProcess arena) throws Exception {
        try (Connection connection = arena.database(); Statement statement = connection.createStatement()) {
            // The start names its settings on the command line, which a database's own settings override.
            statement.execute("ALTER DATABASE postgres SET synchronous_commit = off");
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
            // Otherwise the first megabyte after a checkpoint wakes the writer.
            statement.execute("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
        }
    }
}
