package org.dohyo.metrics;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.Model;
import org.dohyo.provider.CallObserver;
import org.dohyo.support.BeatGate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;

/** The calls to the models' endpoints: how they end, how long they take, and when the first text comes. */
@ApplicationScoped
public class EndpointMeters implements CallObserver {

    /** Calls end on event loops, and the name of a model is in the database. */
    private final Queue<Call> ended = new ConcurrentLinkedQueue<>();
    private final Map<Long, String> slugs = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Model.Repository models;

    EndpointMeters(MeterRegistry meters, Model.Repository models) {
        this.meters = meters;
        this.models = models;
    }

    @Override
    public void ended(Call call) {
        ended.add(call);
    }

    @Scheduled(identity = "endpoint-meters", every = "1s", delayed = "1s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void record() {
        for (Call call = ended.poll(); call != null; call = ended.poll()) {
            String model = slugs.computeIfAbsent(call.model(),
                    id -> models.findByIdOptional(id).map(known -> known.slug).orElse("unknown"));
            Timer.builder("dohyo.endpoint.calls").description("Calls to endpoints, by how they ended")
                    .tag("model", model).tag("result", result(call)).register(meters)
                    .record(Duration.ofMillis(call.totalMillis()));
            if (call.firstMillis() != null) {
                Timer.builder("dohyo.endpoint.first.text").description("From the call to its first text or reasoning")
                        .tag("model", model).publishPercentiles(0.5, 0.95).register(meters)
                        .record(Duration.ofMillis(call.firstMillis()));
            }
        }
    }

    private static String result(Call call) {
        if (call.error() != null) {
            return call.error().kind().name().toLowerCase(Locale.ROOT);
        }
        return call.cancelled() ? "cancelled" : "answered";
    }
}
