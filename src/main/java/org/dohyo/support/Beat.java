package org.dohyo.support;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.vertx.core.Vertx;

/** Does work on a worker thread again and again, one pass at a time: Quarkus' own scheduler ticks once a second only. */
public final class Beat {

    private static final Logger LOG = Logger.getLogger(Beat.class);

    private final Vertx vertx;
    private final Runnable work;
    private final String failure;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final long timer;
    private volatile boolean stopped;

    /** @param failure what the log says of a pass that failed; the next one is tried all the same */
    public Beat(Vertx vertx, long millis, Runnable work, String failure) {
        this.vertx = vertx;
        this.work = work;
        this.failure = failure;
        this.timer = vertx.setPeriodic(millis, unused -> pass());
    }

    /** There is something to do before the next tick: a pass begins now, or right after the one that runs. */
    public void wake() {
        woken.set(true);
        pass();
    }

    private void pass() {
        if (!stopped && busy.compareAndSet(false, true)) {
            woken.set(false);
            vertx.executeBlocking(() -> {
                work.run();
                return null;
            }, false).onComplete(done -> {
                busy.set(false);
                // What ends in the middle of a stop is rolled back and done by the next start.
                if (done.failed() && !stopped) {
                    LOG.error(failure, done.cause());
                }
                if (woken.get()) {
                    pass();
                }
            });
        }
    }

    /** No pass begins any more. */
    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }
}
