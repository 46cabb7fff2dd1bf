package org.dohyo.model.endpoint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.Providers;
import org.dohyo.support.Ticker;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;

/**
 * Makes the calls of a {@link CallQueue}: claims them, asks, hands over the answers, ends finished runs. On every
 * replica.
 */
public final class CallWorker {

    private static final int BEAT_MILLIS = 1000;
    /** Attempts before a call counts as failed. Waiting for a busy endpoint isn't an attempt. */
    private static final int ATTEMPTS = 4;
    private static final Logger LOG = Logger.getLogger(CallWorker.class);

    private final Endpoints endpoints;
    private final Providers providers;
    private final CallQueue queue;
    private final Work work;
    private final ClaimedCalls<QueuedAnswer> calls;
    private final Ticker ticker;

    /** What is asked, and what becomes of the answers. Each method is a transaction. */
    public interface Work {

        /** By call; one that is left out isn't made now. */
        Map<Long, List<Message>> messages(Collection<Long> calls);

        /** Ends the call, if that owner still has it. */
        void answered(String owner, QueuedAnswer answer);

        /**
         * Ends the call for good, if that owner still has it.
         *
         * @param reason a code without anything that the endpoint sent
         */
        void failed(String owner, long call, String reason);
    }

    /**
     * Begins to work.
     *
     * @param name of the work, in the log
     */
    public CallWorker(Vertx vertx, Endpoints endpoints, Providers providers, CallQueue queue, Work work, String name) {
        this.endpoints = endpoints;
        this.providers = providers;
        this.queue = queue;
        this.work = work;
        this.calls = new ClaimedCalls<>(queue, this::wake);
        this.ticker = new Ticker(vertx, BEAT_MILLIS, this::pass, "A pass over the " + name + " failed");
    }

    public void stop() {
        ticker.stop();
        calls.settle(this::settle);
        calls.releaseAll();
    }

    /** A run has begun or goes on, or a call has ended. */
    public void wake() {
        ticker.wake();
    }

    private void pass() {
        calls.settle(this::settle);
        calls.renew();
        if (queue.anyRunning()) {
            begin(queue.claim(calls.owner()));
            queue.finish();
        }
    }

    private void begin(List<ClaimedCall> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Map<Long, List<Message>> messages = work.messages(claimed.stream().map(ClaimedCall::id).toList());
        Map<Boolean, List<ClaimedCall>> byMessages = claimed.stream()
                .collect(Collectors.partitioningBy(call -> messages.containsKey(call.id())));
        queue.release(calls.owner(), byMessages.get(false).stream().map(ClaimedCall::id).toList());
        calls.beginAll(byMessages.get(true), ClaimedCall::id, ClaimedCall::model,
                call -> begin(call, messages.get(call.id())), (call, e) -> {
                    LOG.warnf(e, "A call to the model %d could not be made", call.model());
                    work.failed(calls.owner(), call.id(), "NOT_STARTED");
                });
    }

    private void begin(ClaimedCall claimed, List<Message> messages) {
        Endpoint endpoint = QuarkusTransaction.requiringNew()
                .call(() -> endpoints.of(claimed.model(), claimed.revision()));
        calls.begin(new QueuedAnswer(claimed), call -> providers.stream(endpoint, messages, call));
    }

    private void settle(QueuedAnswer call) {
        ClaimedCall claimed = call.claimed();
        ProviderError error = call.error();
        if (error == null) {
            work.answered(calls.owner(), call);
        } else if (!calls.pauseIfBusy(call, claimed.model())) {
            if (error.kind().retryable() && claimed.attempts() < ATTEMPTS) {
                queue.later(calls.owner(), claimed.id(), 1L << (claimed.attempts() - 1));
            } else {
                work.failed(calls.owner(), claimed.id(), error.kind().name());
            }
        }
    }
}
