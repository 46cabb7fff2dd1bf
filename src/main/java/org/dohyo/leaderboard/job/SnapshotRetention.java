package org.dohyo.leaderboard.job;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.support.BeatGate;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Thins out old snapshots once an hour. Of each board the last snapshot of every minute, of every hour and of every day
 * is kept: the first two as long as {@link SnapshotConfig} says, the last for ever.
 */
@ApplicationScoped
public class SnapshotRetention {

    private static final int TIMEOUT_SECONDS = 300;

    private final Jdbi jdbi;
    private final Snapshots snapshots;
    private final Clock clock;
    private final SnapshotConfig config;

    SnapshotRetention(Jdbi jdbi, Snapshots snapshots, Clock clock, SnapshotConfig config) {
        this.jdbi = jdbi;
        this.snapshots = snapshots;
        this.clock = clock;
        this.config = config;
    }

    /** Deletes the snapshots that are no longer kept, under the job's lock. */
    @Scheduled(identity = "snapshot-retention", every = "1h", delayed = "1h", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    public void run() {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
            JobLock.LEADERBOARD.take(jdbi);
            Instant now = clock.instant();
            snapshots.thin(now.minus(config.minutelyKept()), now.minus(config.hourlyKept()));
        });
    }
}
