package org.dohyo.project.judge;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.model.endpoint.ClaimedCalls;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.Providers;
import org.dohyo.support.Ticker;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Makes the calls of all judges: claims them, asks, stores the verdicts, ends finished runs. On every replica. */
@ApplicationScoped
class JudgeWorker {

    private static final int BEAT_MILLIS = 1000;
    /** Attempts before a call counts as failed. Waiting for a busy endpoint isn't an attempt. */
    private static final int ATTEMPTS = 4;
    private static final Logger LOG = Logger.getLogger(JudgeWorker.class);

    private final Vertx vertx;
    private final JudgeQueue queue;
    private final JudgeRun.Repository runs;
    private final JudgeTexts texts;
    private final Endpoints endpoints;
    private final Providers providers;
    private final ClaimedCalls<JudgeCall> calls;
    private Ticker ticker;

    JudgeWorker(Vertx vertx, JudgeQueue queue, JudgeRun.Repository runs, JudgeTexts texts, Endpoints endpoints,
            Providers providers) {
        this.vertx = vertx;
        this.queue = queue;
        this.runs = runs;
        this.texts = texts;
        this.endpoints = endpoints;
        this.providers = providers;
        this.calls = new ClaimedCalls<>(queue, this::wake);
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, BEAT_MILLIS, this::pass, "A pass over the judges of projects failed");
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
        calls.settle(this::settle);
        calls.releaseAll();
    }

    /** A run has begun or goes on, or a call has ended. */
    void wake() {
        ticker.wake();
    }

    private void pass() {
        calls.settle(this::settle);
        calls.renew();
        if (QuarkusTransaction.requiringNew().call(runs::anyRunning)) {
            begin(queue.claim(calls.owner()));
            queue.finish();
        }
    }

    private void begin(List<JudgeQueue.Claimed> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Map<Long, JudgeTexts.Texts> read = texts.of(claimed.stream().map(JudgeQueue.Claimed::item).distinct().toList());
        calls.beginAll(claimed, JudgeQueue.Claimed::id, JudgeQueue.Claimed::model,
                call -> begin(call, read.get(call.item())), (call, e) -> {
                    LOG.warnf(e, "A call of the judge run %d could not be made", call.run());
                    queue.failed(calls.owner(), call.id(), "NOT_STARTED");
                });
    }

    private void begin(JudgeQueue.Claimed claimed, JudgeTexts.Texts item) {
        Endpoint endpoint = QuarkusTransaction.requiringNew()
                .call(() -> endpoints.of(claimed.model(), claimed.revision()));
        List<Message> messages = List
                .of(new Message(Message.Role.USER, item.fill(claimed.template(), claimed.swapped())));
        calls.begin(new JudgeCall(claimed), call -> providers.stream(endpoint, messages, call));
    }

    private void settle(JudgeCall call) {
        JudgeQueue.Claimed claimed = call.claimed();
        ProviderError error = call.error();
        if (error == null) {
            queue.answered(calls.owner(), call, JudgeVerdict.of(call.text()).orElse(null));
        } else if (!calls.pauseIfBusy(call, claimed.model())) {
            if (error.kind().retryable() && claimed.attempts() < ATTEMPTS) {
                queue.later(calls.owner(), claimed.id(), 1L << (claimed.attempts() - 1));
            } else {
                queue.failed(calls.owner(), claimed.id(), error.kind().name());
            }
        }
    }
}
