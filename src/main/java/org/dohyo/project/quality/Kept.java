package org.dohyo.project.quality;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * Figures of projects that take long to compute: on one thread for all projects, once for each state of the data, and
 * while little changes no more often than takes a tenth of the time. Whoever asks waits for a moment, and else gets the
 * figures before.
 *
 * @param <S> the state of the data
 * @param <F> the figures
 */
public final class Kept<S, F> {

    private static final int MOST_PROJECTS = 50;
    private static final int REST = 10;
    private static final int PATIENCE_MILLIS = 1500;
    private static final int LONGEST_MINUTES = 10;

    private final WorkerExecutor worker;
    private final BiPredicate<S, S> alike;
    private final int patienceMillis;
    private final Cache<Long, Computed<S, F>> computed = Caffeine.newBuilder().maximumSize(MOST_PROJECTS).build();
    private final Map<Long, CompletableFuture<Computed<S, F>>> running = new ConcurrentHashMap<>();

    /** @param alike true for two states so little apart that the figures of one may stand for the other for a while */
    public Kept(Vertx vertx, BiPredicate<S, S> alike) {
        this(vertx, alike, PATIENCE_MILLIS);
    }

    Kept(Vertx vertx, BiPredicate<S, S> alike, int patienceMillis) {
        this.worker = vertx.createSharedWorkerExecutor("dohyo-project-figures", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
        this.alike = alike;
        this.patienceMillis = patienceMillis;
    }

    private record Computed<S, F>(S state, F figures, long begun, long nanos) {
    }

    /**
     * @param figures null if there are none yet
     * @param pending true if newer ones are being computed
     */
    public record Answer<F>(F figures, boolean pending) {
    }

    /** @param compute is called on another thread, without a transaction */
    public Answer<F> of(long project, S state, Supplier<F> compute) {
        Computed<S, F> known = computed.getIfPresent(project);
        if (known != null && (known.state.equals(state)
                || alike.test(known.state, state) && System.nanoTime() - known.begun < REST * known.nanos)) {
            return new Answer<>(known.figures, false);
        }
        CompletableFuture<Computed<S, F>> next = running.computeIfAbsent(project, id -> begin(id, state, compute));
        try {
            Computed<S, F> done = next.get(patienceMillis, TimeUnit.MILLISECONDS);
            return new Answer<>(done.figures, !alike.test(done.state, state));
        } catch (TimeoutException e) {
            return new Answer<>(known == null ? null : known.figures, true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the figures of a project can't be computed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private CompletableFuture<Computed<S, F>> begin(long project, S state, Supplier<F> compute) {
        return worker.executeBlocking(() -> {
            try {
                long begun = System.nanoTime();
                Computed<S, F> done = new Computed<>(state, compute.get(), begun, System.nanoTime() - begun);
                computed.put(project, done);
                return done;
            } finally {
                running.remove(project);
            }
        }, false).toCompletionStage().toCompletableFuture();
    }
}
