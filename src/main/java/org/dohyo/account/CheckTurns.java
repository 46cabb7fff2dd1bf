package org.dohyo.account;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Bounds the password checks of this process, which are slow on purpose: one at a time for each network, and of all
 * networks as many as leave half of the processors to everything else. Few callers may wait, none for long.
 */
final class CheckTurns {

    private static final int STRIPES = 64;
    private static final int MOST_WAITING = 16;
    private static final int MOST_WAITING_OF_A_NETWORK = 4;
    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore[] networks = Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES)
            .toArray(Semaphore[]::new);
    private final Semaphore all = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** Does the work when it is the network's turn; empty if that would take too long. */
    <T> Optional<T> take(String network, Supplier<T> work) {
        Semaphore own = networks[Math.floorMod(network.hashCode(), STRIPES)];
        if (own.getQueueLength() >= MOST_WAITING_OF_A_NETWORK || !waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return within(own, () -> within(all, () -> Optional.of(work.get())));
        } finally {
            waiting.release();
        }
    }

    private static <T> Optional<T> within(Semaphore bound, Supplier<Optional<T>> work) {
        try {
            if (!bound.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            bound.release();
        }
    }
}
