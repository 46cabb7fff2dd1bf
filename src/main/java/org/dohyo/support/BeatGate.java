package org.dohyo.support;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SkippedExecution;
import io.quarkus.scheduler.SuccessfulExecution;

/**
 * Closes at the stop of the application: no scheduled work begins any more, and what has begun is waited for while the
 * database is still there.
 */
@Singleton
public class BeatGate implements Scheduled.SkipPredicate {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Set<ScheduledExecution> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    @Override
    public synchronized boolean test(ScheduledExecution execution) {
        if (!closed) {
            running.add(execution);
        }
        return closed;
    }

    void succeeded(@Observes SuccessfulExecution done) {
        end(done.getExecution());
    }

    void failed(@Observes FailedExecution done) {
        end(done.getExecution());
    }

    void skipped(@Observes SkippedExecution done) {
        end(done.getExecution());
    }

    private synchronized void end(ScheduledExecution execution) {
        running.remove(execution);
        notifyAll();
    }

    synchronized void close(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (long left = PATIENCE.toMillis(); !running.isEmpty() && left > 0; left = (end - System.nanoTime())
                / 1_000_000) {
            wait(left);
        }
    }
}
