package org.dohyo.leaderboard.job;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The retention of old boards. The last snapshot of every day is kept for ever. */
@ConfigMapping(prefix = "dohyo.snapshots")
interface SnapshotConfig {

    /** How long the last snapshot of every minute is kept. More costs the database a board a minute. */
    @WithDefault("P1D")
    Duration minutelyKept();

    /** How long the last snapshot of every hour is kept. More costs the database a board an hour. */
    @WithDefault("P90D")
    Duration hourlyKept();
}
