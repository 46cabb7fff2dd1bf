package org.dohyo.benchmark.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.benchmark.runner.AnswerReading;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.RunCallRequest;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.Providers;
import org.dohyo.support.DatabaseAway;
import org.dohyo.support.Ticker;
import org.jboss.logging.Logger;

import io.quarkiverse.resteasy.problem.HttpProblem;
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

    private static final int BEAT_MILLIS = 200;
    private static final int RENEW_EVERY = 10;
    /** Attempts before a call counts as failed. Waiting for a busy endpoint isn't an attempt. */
    private static final int ATTEMPTS = 4;
    private static final int BUSY_SECONDS = 10;
    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private final Vertx vertx;
    private final RunQueue queue;
    private final Runners runners;
    private final QuestionSets sets;
    private final Endpoints endpoints;
    private final Providers providers;
    private final RunResults results;
    private final String owner = UUID.randomUUID().toString();
    private final Map<Long, RunCall> running = new ConcurrentHashMap<>();
    private final Queue<RunCall> ended = new ConcurrentLinkedQueue<>();
    private Ticker ticker;
    private int passes;

    RunWorker(Vertx vertx, RunQueue queue, Runners runners, QuestionSets sets, Endpoints endpoints, Providers providers,
            RunResults results) {
        this.vertx = vertx;
        this.queue = queue;
        this.runners = runners;
        this.sets = sets;
        this.endpoints = endpoints;
        this.providers = providers;
        this.results = results;
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, BEAT_MILLIS, this::pass, "A pass over the runs of benchmarks failed");
    }

    /** Releases all calls, so that another replica or the next start can continue at once. */
    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
        settleAll();
        List<Long> left = List.copyOf(running.keySet());
        running.values().forEach(RunCall::stop);
        queue.release(owner, left);
    }

    /** Wakes the worker before its next tick. */
    public void wake() {
        ticker.wake();
    }

    private void pass() {
        settleAll();
        if (!running.isEmpty() && ++passes % RENEW_EVERY == 0) {
            renew();
        }
        if (results.anyRunning()) {
            begin(queue.claim(owner));
            results.finishAll();
        }
    }

    private void renew() {
        Set<Long> lost = new HashSet<>(running.keySet());
        queue.renew(owner, Set.copyOf(lost)).forEach(lost::remove);
        lost.forEach(id -> {
            RunCall call = running.remove(id);
            if (call != null) {
                call.stop();
            }
        });
        queue.release(owner, List.copyOf(lost));
    }

    private void begin(List<RunItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Map<Long, Map<Long, List<String>>> answers = queue.earlierAnswers(items);
        Set<Long> busy = new HashSet<>();
        List<Long> back = new ArrayList<>();
        for (RunItem item : items) {
            long callee = item.call().callee();
            try {
                if (busy.contains(callee)) {
                    back.add(item.id());
                } else {
                    begin(item, answers.getOrDefault(item.id(), Map.of()));
                }
            } catch (HttpProblem limit) {
                // The limit of requests per minute or month is reached.
                queue.pause(callee, seconds(limit));
                busy.add(callee);
                back.add(item.id());
            } catch (RuntimeException e) {
                if (DatabaseAway.isCauseOf(e)) {
                    // What was claimed and not begun returns to the queue when its lease ends.
                    running.remove(item.id());
                    throw e;
                }
                LOG.warnf(e, "A call of the run %s could not be made", item.run());
                queue.failed(owner, item, null, "NOT_STARTED", String.valueOf(e.getMessage()));
            }
        }
        queue.release(owner, back);
    }

    private static long seconds(HttpProblem limit) {
        return limit.getParameters().get("retryAfterSeconds") instanceof Number wait ? wait.longValue() : BUSY_SECONDS;
    }

    private void begin(RunItem item, Map<Long, List<String>> answers) {
        RunCallRequest request = runners.of(item.benchmark()).ask(item, sets.get(item.set()), answers);
        Endpoint endpoint = QuarkusTransaction.requiringNew()
                .call(() -> endpoints.of(item.call().callee(), item.revision()));
        Endpoint callee = endpoint.protocol() == Protocol.OPENAI ? endpoint.with(request.extras()) : endpoint;
        RunCall call = new RunCall(item, request.messages(), this::end);
        running.put(item.id(), call);
        call.runs(providers.stream(callee, request.messages(), call));
    }

    private void end(RunCall call) {
        ended.add(call);
        ticker.wake();
    }

    private void settleAll() {
        // Removed only once it is stored: if the database fails, the next pass tries again.
        for (RunCall call = ended.peek(); call != null; call = ended.peek()) {
            settle(call);
            running.remove(call.item().id(), call);
            ended.remove();
        }
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
            queue.done(owner, item, call, reading.get());
        }
    }

    private static boolean bounded(RunItem item) {
        return item.call().kind() == RunItemKind.CHOICE && !item.plain();
    }

    private void askPlainly(RunItem item) {
        queue.makePlain(item);
        queue.release(owner, List.of(item.id()));
    }

    private void failed(RunCall call, ProviderError error) {
        RunItem item = call.item();
        if (error.kind() == Kind.RATE_LIMITED || error.kind() == Kind.OVERLOADED) {
            queue.pause(item.call().callee(), error.retryAfterSeconds() == null ? BUSY_SECONDS
                    : Math.min(86_400, error.retryAfterSeconds()));
            queue.release(owner, List.of(item.id()));
        } else if (bounded(item) && (error.kind() == Kind.BAD_REQUEST || error.kind() == Kind.EMPTY)) {
            askPlainly(item);
        } else if (error.kind().retryable()) {
            again(call, error.kind().name(), error.detail());
        } else {
            queue.failed(owner, item, call, error.kind().name(), error.detail());
        }
    }

    /** Repeats the call after a delay that doubles with each attempt. */
    private void again(RunCall call, String kind, String detail) {
        RunItem item = call.item();
        if (item.attempts() < ATTEMPTS) {
            queue.later(owner, item, 1L << (item.attempts() - 1));
        } else {
            queue.failed(owner, item, call, kind, detail);
        }
    }
}
