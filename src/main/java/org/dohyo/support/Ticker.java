package org.dohyo.support;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Does work on a worker thread at short intervals, one pass at a time, and at once when it is woken. Work that is due
 * every second or less often, and is never woken, is {@code @Scheduled} instead.
 */
public final class Ticker {

    private static final long STOP_SECONDS = 3;
    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final Vertx vertx;
    /** Of its own: a pass must not share what belongs to the request that woke it. */
    private final Context context;
    private final Runnable work;
    private final String failure;
    private final Semaphore idle = new Semaphore(1);
    private final long timer;
    /** The log has the first failure of a row: while the database is away, each pass fails. */
    private volatile boolean failing;
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile long begunAt = System.nanoTime();
    private volatile boolean woken;
    private volatile boolean stopped;

    /**
     * @param millis from the begin of a pass to the next one, which is left out while the one before still runs
     * @param failure what the log says of a pass that failed; the next one is tried all the same
     */
    public Ticker(Vertx vertx, long millis, Runnable work, String failure) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.work = work;
        this.failure = failure;
        this.timer = vertx.setPeriodic(millis, unused -> tick());
    }

    /** There is something to do before the next tick: a pass begins now, or right after the one that runs. */
    public void wake() {
        woken = true;
        tick();
    }

    /**
     * As {@link #wake}, but a pass that is called for in this way begins at least so many milliseconds after the one
     * before: it does the work of all calls that have come meanwhile.
     */
    public void wakeApart(long millis) {
        if (!stopped && called.compareAndSet(false, true)) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt);
            vertx.setTimer(Math.max(1, millis - since), unused -> {
                begunAt = System.nanoTime();
                called.set(false);
                wake();
            });
        }
    }

    private void tick() {
        if (idle.tryAcquire()) {
            context.executeBlocking(() -> {
                pass();
                return null;
            }, false);
        }
    }

    private void pass() {
        woken = false;
        begunAt = System.nanoTime();
        try {
            if (!stopped) {
                work.run();
                failing = false;
            }
        } catch (RuntimeException | Error e) {
            // What ends in the middle of a stop is rolled back and done by the next start.
            if (!stopped && !failing) {
                failing = true;
                report(e);
            }
        } finally {
            idle.release();
        }
        if (woken) {
            tick();
        }
    }

    private void report(Throwable reason) {
        if (DatabaseAway.isCauseOf(reason)) {
            LOG.warnf("%s: the database can't be reached (%s)", failure, DatabaseAway.reason(reason));
        } else {
            LOG.error(failure, reason);
        }
    }

    /**
     * No pass begins any more; one that runs is given {@value #STOP_SECONDS} s to end. To be called when the
     * application begins to stop, while what the work needs still stands.
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
