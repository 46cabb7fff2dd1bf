package org.dohyo.project.judge;

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

import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
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

/** Makes the calls of all judges: claims them, asks, stores the verdicts, ends finished runs. On every replica. */
@ApplicationScoped
class JudgeWorker {

    private static final int BEAT_MILLIS = 1000;
    /** Attempts before a call counts as failed. Waiting for a busy endpoint isn't an attempt. */
    private static final int ATTEMPTS = 4;
    private static final int BUSY_SECONDS = 10;
    private static final int DAY = 86_400;
    private static final Logger LOG = Logger.getLogger(JudgeWorker.class);

    private final Vertx vertx;
    private final JudgeQueue queue;
    private final JudgeRun.Repository runs;
    private final JudgeTexts texts;
    private final Endpoints endpoints;
    private final Providers providers;
    private final String owner = UUID.randomUUID().toString();
    private final Map<Long, JudgeCall> running = new ConcurrentHashMap<>();
    private final Queue<JudgeCall> ended = new ConcurrentLinkedQueue<>();
    private Ticker ticker;

    JudgeWorker(Vertx vertx, JudgeQueue queue, JudgeRun.Repository runs, JudgeTexts texts, Endpoints endpoints,
            Providers providers) {
        this.vertx = vertx;
        this.queue = queue;
        this.runs = runs;
        this.texts = texts;
        this.endpoints = endpoints;
        this.providers = providers;
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, BEAT_MILLIS, this::pass, "A pass over the judges of projects failed");
    }

    /** Releases all calls, so that another replica or the next start can continue at once. */
    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
        settleAll();
        List<Long> left = List.copyOf(running.keySet());
        running.values().forEach(JudgeCall::stop);
        queue.release(owner, left);
    }

    /** A run has begun or goes on. */
    void wake() {
        ticker.wake();
    }

    private void pass() {
        settleAll();
        if (!running.isEmpty()) {
            renew();
        }
        if (QuarkusTransaction.requiringNew().call(runs::anyRunning)) {
            begin(queue.claim(owner));
            queue.finish();
        }
    }

    private void renew() {
        Set<Long> lost = new HashSet<>(running.keySet());
        queue.renew(owner, Set.copyOf(lost)).forEach(lost::remove);
        lost.forEach(id -> Optional.ofNullable(running.remove(id)).ifPresent(JudgeCall::stop));
        queue.release(owner, lost);
    }

    private void begin(List<JudgeQueue.Claimed> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Map<Long, JudgeTexts.Texts> read = texts.of(claimed.stream().map(JudgeQueue.Claimed::item).distinct().toList());
        Set<Long> busy = new HashSet<>();
        List<Long> back = new ArrayList<>();
        for (JudgeQueue.Claimed call : claimed) {
            try {
                if (busy.contains(call.model())) {
                    back.add(call.id());
                } else {
                    begin(call, read.get(call.item()));
                }
            } catch (HttpProblem limit) {
                // The limit of requests per minute or month is reached.
                queue.pause(call.model(), seconds(limit));
                busy.add(call.model());
                back.add(call.id());
            } catch (RuntimeException e) {
                running.remove(call.id());
                if (DatabaseAway.isCauseOf(e)) {
                    // What was claimed and not begun returns to the queue when its lease ends.
                    throw e;
                }
                LOG.warnf(e, "A call of the judge run %d could not be made", call.run());
                queue.failed(owner, call.id(), "NOT_STARTED");
            }
        }
        queue.release(owner, back);
    }

    private static long seconds(HttpProblem limit) {
        return limit.getParameters().get("retryAfterSeconds") instanceof Number wait ? wait.longValue() : BUSY_SECONDS;
    }

    private void begin(JudgeQueue.Claimed claimed, JudgeTexts.Texts item) {
        Endpoint endpoint = QuarkusTransaction.requiringNew()
                .call(() -> endpoints.of(claimed.model(), claimed.revision()));
        JudgeCall call = new JudgeCall(claimed, this::end);
        running.put(claimed.id(), call);
        call.runs(providers.stream(endpoint,
                List.of(new Message(Message.Role.USER, item.fill(claimed.template(), claimed.swapped()))), call));
    }

    private void end(JudgeCall call) {
        ended.add(call);
        ticker.wake();
    }

    private void settleAll() {
        // Removed only once it is stored: if the database fails, the next pass tries again.
        for (JudgeCall call = ended.peek(); call != null; call = ended.peek()) {
            settle(call);
            running.remove(call.claimed().id(), call);
            ended.remove();
        }
    }

    private void settle(JudgeCall call) {
        JudgeQueue.Claimed claimed = call.claimed();
        ProviderError error = call.error();
        if (error == null) {
            queue.answered(owner, call, JudgeVerdict.of(call.text()).orElse(null));
        } else if (error.kind() == Kind.RATE_LIMITED || error.kind() == Kind.OVERLOADED) {
            queue.pause(claimed.model(), error.retryAfterSeconds() == null ? BUSY_SECONDS
                    : Math.min(DAY, error.retryAfterSeconds()));
            queue.release(owner, List.of(claimed.id()));
        } else if (error.kind().retryable() && claimed.attempts() < ATTEMPTS) {
            queue.later(owner, claimed.id(), 1L << (claimed.attempts() - 1));
        } else {
            queue.failed(owner, claimed.id(), error.kind().name());
        }
    }
}
