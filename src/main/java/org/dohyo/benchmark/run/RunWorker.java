package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.benchmark.runner.AnswerReading;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.RunCallRequest;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.model.endpoint.ClaimedCalls;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.Providers;
import org.dohyo.support.Ticker;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Makes the calls of all runs: claims calls, sends them, stores the answers and ends finished runs. It runs on every
 * replica.
 */
@ApplicationScoped
public class RunWorker {

    private static final int BEAT_MILLIS = 1_000;
    /** Attempts before a call counts as failed. Waiting for a busy endpoint isn't an attempt. */
    private static final int ATTEMPTS = 4;
    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private final Vertx vertx;
    private final RunQueue queue;
    private final Runners runners;
    private final QuestionSets sets;
    private final Endpoints endpoints;
    private final Providers providers;
    private final RunResults results;
    private final ClaimedCalls<RunCall> calls;
    private Ticker ticker;

    RunWorker(Vertx vertx, RunQueue queue, Runners runners, QuestionSets sets, Endpoints endpoints, Providers providers,
            RunResults results) {
        this.vertx = vertx;
        this.queue = queue;
        this.runners = runners;
        this.sets = sets;
        this.endpoints = endpoints;
        this.providers = providers;
        this.results = results;
        this.calls = new ClaimedCalls<>(queue, this::wake);
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, BEAT_MILLIS, this::pass, "A pass over the runs of benchmarks failed");
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
        calls.settle(this::settle);
        calls.releaseAll();
    }

    /** Wakes the worker before its next tick. */
    public void wake() {
        ticker.wake();
    }

    private void pass() {
        calls.settle(this::settle);
        calls.renew();
        if (results.anyRunning()) {
            begin(queue.claim(calls.owner()));
            results.finishAll();
        }
    }

    private void begin(List<RunItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Map<Long, Map<Long, List<String>>> answers = queue.earlierAnswers(items);
        calls.beginAll(items, RunItem::id, item -> item.call().callee(),
                item -> begin(item, answers.getOrDefault(item.id(), Map.of())), (item, e) -> {
                    LOG.warnf(e, "A call of the run %s could not be made", item.run());
                    queue.failed(calls.owner(), item, null, "NOT_STARTED", String.valueOf(e.getMessage()));
                });
    }

    private void begin(RunItem item, Map<Long, List<String>> answers) {
        RunCallRequest request = runners.of(item.benchmark()).ask(item, sets.get(item.set()), answers);
        Endpoint endpoint = QuarkusTransaction.requiringNew()
                .call(() -> endpoints.of(item.call().callee(), item.revision()));
        Endpoint callee = endpoint.protocol() == Protocol.OPENAI ? endpoint.with(request.extras()) : endpoint;
        calls.begin(new RunCall(item, request.messages()),
                call -> providers.stream(callee, request.messages(), call));
    }

    private void settle(RunCall call) {
        RunItem item = call.item();
        if (call.error() != null) {
            failed(call, call.error());
            return;
        }
        Optional<AnswerReading> reading = runners.of(item.benchmark()).read(item, sets.get(item.set()), call.text(),
                call.firstTokenLogprobs());
        if (reading.isEmpty()) {
            again(call, "UNPARSEABLE", "The judge's answer has no rating in any known form.");
        } else if (bounded(item) && call.cut() && reading.get().verdict() == null) {
            askPlainly(item);
        } else {
            queue.done(calls.owner(), item, call, reading.get());
        }
    }

    private static boolean bounded(RunItem item) {
        return item.call().kind() == RunItemKind.CHOICE && !item.plain();
    }

    private void askPlainly(RunItem item) {
        queue.makePlain(item);
        queue.release(calls.owner(), List.of(item.id()));
    }

    private void failed(RunCall call, ProviderError error) {
        RunItem item = call.item();
        if (calls.pauseIfBusy(call, item.call().callee())) {
            return;
        }
        if (bounded(item) && (error.kind() == Kind.BAD_REQUEST || error.kind() == Kind.EMPTY)) {
            askPlainly(item);
        } else if (error.kind().retryable()) {
            again(call, error.kind().name(), error.detail());
        } else {
            queue.failed(calls.owner(), item, call, error.kind().name(), error.detail());
        }
    }

    /** Repeats the call after a delay that doubles with each attempt. */
    private void again(RunCall call, String kind, String detail) {
        RunItem item = call.item();
        if (item.attempts() < ATTEMPTS) {
            queue.later(calls.owner(), item, 1L << (item.attempts() - 1));
        } else {
            queue.failed(calls.owner(), item, call, kind, detail);
        }
    }
}
