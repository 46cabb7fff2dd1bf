package org.dohyo.model.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.support.DatabaseAway;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * The calls that a worker has claimed from a queue in the database: those in progress, and those that have ended and
 * aren't settled yet. A claim is a lease, which is renewed while the call is in progress.
 *
 * @param <C> the calls
 */
public final class ClaimedCalls<C extends CollectedAnswer> {

    private static final int BUSY_SECONDS = 10;
    private static final int DAY = 86_400;
    private static final long RENEWED_NANOS = 1_000_000_000L;

    private final Claims claims;
    private final Runnable wake;
    private final String owner = UUID.randomUUID().toString();
    private final Map<Long, C> running = new ConcurrentHashMap<>();
    private final Queue<C> ended = new ConcurrentLinkedQueue<>();
    private long renewedAt = System.nanoTime();

    /** The queue in the database. */
    public interface Claims {

        /** Returns those of the owner's calls that may go on. */
        List<Long> renew(String owner, Collection<Long> ids);

        /** Returns calls to the queue as if they hadn't been claimed. */
        void release(String owner, Collection<Long> ids);

        /** Nobody calls the model for that many seconds. */
        void pause(long model, long seconds);
    }

    /** @param wake called, on an event loop, when a call has ended */
    public ClaimedCalls(Claims claims, Runnable wake) {
        this.claims = claims;
        this.wake = wake;
    }

    /** Who claims, in the queue. */
    public String owner() {
        return owner;
    }

    /**
     * Begins calls. Those to a model whose limit is reached return to the queue.
     *
     * @param begin calls {@link #begin(CollectedAnswer, Function)}
     * @param failed called for a call that could not be begun
     * @throws RuntimeException if the database is away; what was claimed and not begun returns to the queue when its
     *         lease ends
     */
    public <I> void beginAll(List<I> claimed, ToLongFunction<I> id, ToLongFunction<I> model, Consumer<I> begin,
            BiConsumer<I, RuntimeException> failed) {
        Set<Long> busy = new HashSet<>();
        List<Long> back = new ArrayList<>();
        for (I item : claimed) {
            long called = model.applyAsLong(item);
            try {
                if (busy.contains(called)) {
                    back.add(id.applyAsLong(item));
                } else {
                    begin.accept(item);
                }
            } catch (HttpProblem limit) {
                // The limit of requests per minute or month is reached.
                running.remove(id.applyAsLong(item));
                claims.pause(called, seconds(limit));
                busy.add(called);
                back.add(id.applyAsLong(item));
            } catch (RuntimeException e) {
                running.remove(id.applyAsLong(item));
                if (DatabaseAway.isCauseOf(e)) {
                    throw e;
                }
                failed.accept(item, e);
            }
        }
        claims.release(owner, back);
    }

    private static long seconds(HttpProblem limit) {
        return limit.getParameters().get("retryAfterSeconds") instanceof Number wait ? wait.longValue() : BUSY_SECONDS;
    }

    /** @param stream sends the request, whose answer goes to the call */
    public void begin(C call, Function<C, AnswerStream> stream) {
        call.whenEnded(unused -> {
            ended.add(call);
            wake.run();
        });
        running.put(call.id(), call);
        call.runs(stream.apply(call));
    }

    /**
     * Renews the leases, once per second at most, and aborts the calls that have been cancelled or that another worker
     * has claimed since.
     */
    public void renew() {
        if (running.isEmpty() || System.nanoTime() - renewedAt < RENEWED_NANOS) {
            return;
        }
        renewedAt = System.nanoTime();
        Set<Long> lost = new HashSet<>(running.keySet());
        claims.renew(owner, Set.copyOf(lost)).forEach(lost::remove);
        for (long id : lost) {
            C call = running.remove(id);
            if (call != null) {
                call.stop();
            }
        }
        claims.release(owner, lost);
    }

    /**
     * Settles the calls that have ended; one that can't be settled, as without a database, is kept for the next time.
     */
    public void settle(Consumer<C> settle) {
        for (C call = ended.peek(); call != null; call = ended.peek()) {
            settle.accept(call);
            running.remove(call.id(), call);
            ended.remove();
        }
    }

    /** Pauses the model and returns the call to the queue, if the error says that the model has too much to do. */
    public boolean pauseIfBusy(C call, long model) {
        ProviderError error = call.error();
        if (error.kind() != Kind.RATE_LIMITED && error.kind() != Kind.OVERLOADED) {
            return false;
        }
        claims.pause(model,
                error.retryAfterSeconds() == null ? BUSY_SECONDS : Math.min(DAY, error.retryAfterSeconds()));
        claims.release(owner, List.of(call.id()));
        return true;
    }

    /** Aborts all calls and returns them, so that another replica or the next start can continue at once. */
    public void releaseAll() {
        List<Long> left = List.copyOf(running.keySet());
        running.values().forEach(CollectedAnswer::stop);
        claims.release(owner, left);
    }
}
