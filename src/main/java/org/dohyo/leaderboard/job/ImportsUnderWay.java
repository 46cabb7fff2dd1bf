package org.dohyo.leaderboard.job;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.vote.LogReader;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether imported votes are yet to be logged. The queue alone doesn't say so: where votes are logged as fast as they
 * are stored, it is empty again and again in the middle of an import.
 */
@ApplicationScoped
class ImportsUnderWay {

    // An import at work is seen every second. One that isn't, because its replica has ended, doesn't hold up boards.
    private static final String STORING = """
            select exists (select from storing_import where seen_at > now() - interval '5 seconds')""";

    private final LogReader log;
    private final Jdbi jdbi;

    ImportsUnderWay(LogReader log, Jdbi jdbi) {
        this.log = log;
        this.jdbi = jdbi;
    }

    /** True if imported votes are queued, or an import is storing some. */
    boolean any() {
        return log.anyImportedQueued()
                || jdbi.withHandle(handle -> handle.createQuery(STORING).mapTo(Boolean.class).one());
    }
}
