package org.dohyo.support;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.vertx.core.Vertx;

/**
 * Repeats a task on a worker thread, one pass at a time. Quarkus' own scheduler can't run more often than once a
 * second.
 */
public final class Beat {

    private static final long STOP_SECONDS = 3;
    private static final Logger LOG = Logger.getLogger(Beat.class);

    private final Vertx vertx;
    private final Runnable work;
    private final String failure;
    private final Semaphore idle = new Semaphore(1);
    private final long timer;
    private volatile boolean woken;
    private volatile boolean stopped;

    /**
     * @param millis from the start of one pass to the next; a pass is skipped while the previous one is still running
     * @param failure the log message for a failed pass; the next pass runs all the same
     */
    public Beat(Vertx vertx, long millis, Runnable work, String failure) {
        this.vertx = vertx;
        this.work = work;
        this.failure = failure;
        this.timer = vertx.setPeriodic(millis, unused -> tick());
    }

    /** Starts a pass before the next tick: now, or right after the running one. */
    public void wake() {
        woken = true;
        tick();
    }

    private void tick() {
        if (idle.tryAcquire()) {
            vertx.executeBlocking(() -> {
                pass();
                return null;
            }, false);
        }
    }

    private void pass() {
        woken = false;
        try {
            if (!stopped) {
                work.run();
            }
        } catch (RuntimeException | Error e) {
            // A pass that is interrupted by the stop is rolled back, and its work is done after the next start.
            if (!stopped) {
                LOG.error(failure, e);
            }
        } finally {
            idle.release();
        }
        if (woken) {
            tick();
        }
    }

    /**
     * Starts no further pass and gives a running one {@value #STOP_SECONDS} s to end. To be called when the application
     * begins to stop, while everything that the task needs is still available.
     */
    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        try {
            if (!idle.tryAcquire(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("A pass goes on while the application stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
