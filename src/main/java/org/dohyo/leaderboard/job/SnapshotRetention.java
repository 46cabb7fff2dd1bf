package org.dohyo.leaderboard.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.support.Beat;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Thins out old snapshots once an hour. Of each board the last snapshot of every minute, of every hour and of every day
 * is
 * kept: the first two as long as {@link SnapshotConfig} says, the last for ever.
 */
@ApplicationScoped
public class SnapshotRetention {

    private static final Duration BEAT = Duration.ofHours(1);
    private static final int TIMEOUT_SECONDS = 300;

    private final Vertx vertx;
    private final Jdbi jdbi;
    private final Snapshots snapshots;
    private final Clock clock;
    private final SnapshotConfig config;
    private Beat beat;

    SnapshotRetention(Vertx vertx, Jdbi jdbi, Snapshots snapshots, Clock clock, SnapshotConfig config) {
        this.vertx = vertx;
        this.jdbi = jdbi;
        this.snapshots = snapshots;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, BEAT.toMillis(), this::run, "Old boards could not be thinned out");
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
    }

    /** Deletes the snapshots that are no longer kept, under the job's lock. */
    public void run() {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
            JobLock.LEADERBOARD.take(jdbi);
            Instant now = clock.instant();
            snapshots.thin(now.minus(config.minutelyKept()), now.minus(config.hourlyKept()));
        });
    }
}
