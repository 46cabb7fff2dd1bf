package org.dohyo.model.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.provider.CallObserver;
import org.dohyo.provider.ProviderError.Kind;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Records the results of calls and the circuit of each endpoint: while it is open, no replica draws the model until a
 * test call succeeds.
 */
@ApplicationScoped
public class EndpointHealth implements CallObserver {

    private static final Duration KEPT = Duration.ofDays(7);
    /**
     * Caused by the conversation, not by the endpoint: a voter can bring about each of them with a prompt, and would
     * take models from everybody.
     */
    private static final Set<Kind> OF_THE_CALL = EnumSet.of(Kind.CONTEXT_TOO_LONG, Kind.BAD_REQUEST,
            Kind.EMPTY, Kind.TIMEOUT_TOTAL);

    private final EndedCalls ended = new EndedCalls();
    private final EndpointMinute.Repository minutes;
    private final EndpointMonth.Repository months;
    private final EndpointCircuit.Repository circuits;
    private final Clock clock;

    EndpointHealth(EndpointMinute.Repository minutes, EndpointMonth.Repository months,
            EndpointCircuit.Repository circuits, Clock clock) {
        this.minutes = minutes;
        this.months = months;
        this.circuits = circuits;
        this.clock = clock;
    }

    @Override
    public void ended(Call call) {
        ended.add(call);
    }

    /** Writes the results of the calls that have ended since the last time. */
    public void flush() {
        ended.write(calls -> QuarkusTransaction.requiringNew().run(() -> calls.forEach(this::write)));
    }

    private void write(Call call) {
        Instant now = clock.instant();
        minutes.end(call, now.truncatedTo(ChronoUnit.MINUTES));
        if (call.tokens() > 0) {
            months.spend(call.model(), CallLimits.month(now), call.tokens());
        }
        if (call.error() != null && !OF_THE_CALL.contains(call.error().kind())) {
            circuits.fail(call.model(), call.error(), now);
        } else if (!call.cancelled() && call.error() == null) {
            circuits.delete("modelId", call.model());
        }
    }

    /** Claims the endpoints whose test is due, so that no other replica tests them, and schedules their next test. */
    @Transactional
    public List<Long> due() {
        return circuits.takeDue(clock.instant());
    }

    /** Each model's health within the last hour, and this month's use, by the model's id. */
    @Transactional
    public Map<Long, HealthView> ofLastHour() {
        Instant now = clock.instant();
        return minutes.health(now.minus(Duration.ofHours(1)), CallLimits.month(now)).stream()
                .collect(Collectors.toMap(HealthView.Figures::model, HealthView::of));
    }

    @Transactional
    public void forgetOld() {
        minutes.deleteBefore(clock.instant().minus(KEPT));
    }
}
