package org.dohyo.leaderboard;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.vertx.core.Vertx;

/** Does work on a worker thread again and again, one pass at a time: Quarkus' own scheduler ticks once a second only. */
final class Beat {

    private static final Logger LOG = Logger.getLogger(Beat.class);

    private final Vertx vertx;
    private final Runnable work;
    private final String failure;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final long timer;
    private volatile boolean stopped;

    /** @param failure what the log says of a pass that failed; the next one is tried all the same */
    Beat(Vertx vertx, long millis, Runnable work, String failure) {
        this.vertx = vertx;
        this.work = work;
        this.failure = failure;
        this.timer = vertx.setPeriodic(millis, unused -> wake());
    }

    private void wake() {
        if (busy.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                work.run();
                return null;
            }, false).onComplete(done -> {
                busy.set(false);
                // What ends in the middle of a stop is rolled back and done by the next start.
                if (done.failed() && !stopped) {
                    LOG.error(failure, done.cause());
                }
            });
        }
    }

    /** No pass begins any more. */
    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }
}
